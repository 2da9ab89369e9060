import { domainToUnicode } from "node:url";
import type { Site } from "./types.ts";

/**
 * @param link an address, or a path inside the site with its prefix
 * @returns the host that it leads to as people write it: «gorod.example», «пример.рф»; nothing where it is the site's
 */
export function foreignHost({ address }: Pick<Site, "address">, link: string): string | undefined {
  const url = new URL(link, address);
  if (url.origin === new URL(address).origin) return undefined;
  return domainToUnicode(url.hostname).replace(/^www\./, "");
}
