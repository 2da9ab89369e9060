import type { Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { Props } from "../types.ts";

/** Those that are called the same in every language, by their names without «www». */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["facebook.com", "Facebook"],
  ["instagram.com", "Instagram"],
  ["max.ru", "MAX"],
  ["rutube.ru", "Rutube"],
  ["x.com", "X"],
  ["youtube.com", "YouTube"],
]);

/** The others. */
const KEYS = {
  "dzen.ru": "social.dzen",
  "ok.ru": "social.ok",
  "t.me": "social.telegram",
  "vk.com": "social.vk",
  "vk.ru": "social.vk",
  "vkvideo.ru": "social.vkvideo",
} as const;

/** The newspaper's pages on other sites; these know by «me» that they are of the same newspaper. */
export function SocialLinks({ addresses, site }: Props<{ addresses: readonly string[] }>) {
  return (
    <nav aria-label={text(site, "frame.social")}>
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <a href={address} rel="me">
              {nameOf(address, site)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** @returns what a site is called; of one that nobody knows, its host */
function nameOf(address: string, site: Site): string {
  const host = new URL(address).hostname.replace(/^(?:www|m)\./, "");
  const key = Object.hasOwn(KEYS, host) ? KEYS[host as keyof typeof KEYS] : undefined;
  return key === undefined ? (NAMES.get(host) ?? host) : text(site, key);
}
