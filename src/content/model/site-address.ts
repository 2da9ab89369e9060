import { isWebAddress } from "./fields.ts";
import { ContentError } from "./problem.ts";
import type { ParsedYaml } from "./yaml/yaml.ts";

/** What replaces the settings for one build. */
export interface SiteOverrides {
  /** An address, with or without a path. */
  readonly url?: string | undefined;
  readonly pathPrefix?: string | undefined;
  /** Drafts and what waits for its time are shown: for an editor's own eyes. */
  readonly preview?: boolean | undefined;
}

/** Stands in for the address until the editor gives one: right for a look on one's own machine. */
export const LOCAL_ADDRESS = "http://localhost:8080";

/** Signs without a meaning in configurations of servers, or IPv6. */
const HOST_FORM = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/i;

/** @returns whether a site can live at an address on the web */
export function isSiteAddress(value: string): boolean {
  if (!isWebAddress(value)) return false;
  const { hostname, username, password } = new URL(value);
  return HOST_FORM.test(hostname) && username === "" && password === "";
}

/** @throws ContentError where it is no address of a site */
export function toUrl(address: string): URL {
  if (isSiteAddress(address)) return new URL(address);
  const mend = "запишите адрес целиком: --url https://example.org";
  throw new ContentError([{ file: "--url", message: `«${address}» — не адрес сайта.`, mend }]);
}

/**
 * The path of the address and the prefix mean the same: one is enough, and two must agree. Options of one
 * build win over the settings.
 *
 * @param setting the prefix of the settings
 * @throws ContentError where they contradict each other, or no folder can be called so
 */
export function choosePrefix(
  address: URL,
  setting: string | undefined,
  overrides: SiteOverrides,
  yaml: ParsedYaml,
): string {
  const fromAddress = normalisePrefix(address.pathname);
  if (!PREFIX_FORM.test(fromAddress)) throw impossiblePrefix(yaml, fromAddress);
  const addressRules = overrides.url !== undefined && fromAddress !== "/";
  const given = overrides.pathPrefix ?? (addressRules ? undefined : setting);
  if (given === undefined) return fromAddress;
  const prefix = normalisePrefix(given);
  if (!PREFIX_FORM.test(prefix)) throw impossiblePrefix(yaml, given);
  const together = (overrides.url === undefined) === (overrides.pathPrefix === undefined);
  if (!together || fromAddress === "/" || fromAddress === prefix) return prefix;
  const message = `Адрес ${address.href} и папка сайта «${prefix}» противоречат друг другу.`;
  throw prefixError(yaml, message, "уберите путь из адреса или сделайте их одинаковыми.");
}

/** Folder names of plain characters, none of which steps up or stays. */
const PREFIX_FORM = /^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/;

function normalisePrefix(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "/" : `/${inner}/`;
}

function impossiblePrefix(yaml: ParsedYaml, given: string): ContentError {
  return prefixError(yaml, `Папка сайта «${given}» невозможна.`, "например: /news/");
}

function prefixError(yaml: ParsedYaml, message: string, mend: string): ContentError {
  return new ContentError([{ file: yaml.file, ...yaml.locate(["pathPrefix"]), message, mend }]);
}
