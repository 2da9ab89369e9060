import { unescapeHtml } from "../../language/index.ts";

/** Where a link stands in an artifact, and where it leads. */
export interface LinkTarget {
  /** The file that says it, in the site. */
  readonly from: string;
  /** A path of the site without its prefix, decoded, and «#…» where it has one. */
  readonly to: string;
}

/** An opening tag as our templates and markdown-it write it: values in double quotes. */
const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s"'<>=/]+)="([^"]*)"/g;

const ADDRESSES = new Set(["href", "src", "action", "poster", "data-worker"]);
/** All that is read. */
const TOLD = new Set([...ADDRESSES, "srcset", "http-equiv", "content"]);

/** In feeds and maps addresses are whole, in elements, in attributes or as values of JSON. */
const IN_FEED = /(?:>|="|": ?")(https?:\/\/[^<>"\s]+)(?=<|")/g;
const IN_STYLES = /url\("?([^")]+)"?\)/g;

/**
 * Reads the links of a file that lead to the site itself.
 *
 * @param path of the file in the site
 * @param base the address of the site with its prefix: https://example.org/news/
 */
export function linksOf(path: string, text: string, base: string): LinkTarget[] {
  const here = new URL(encodeURI(path.replace(/(^|\/)index\.html$/, "$1")), base);
  const { length } = new URL(base).pathname;
  // Pages name the same addresses again and again, and to parse one takes longer than to find it.
  const own = [...new Set(addressesIn(path, text))]
    .flatMap((address) => parsed(address, here))
    .filter(({ href }) => href.startsWith(base));
  const targets = own.map((url) => decoded(url.pathname.slice(length) + url.hash));
  return [...new Set(targets)].map((to) => ({ from: path, to }));
}

function parsed(address: string, here: URL): URL[] {
  try {
    return [new URL(address, here)];
  } catch {
    return [];
  }
}

function addressesIn(path: string, text: string): string[] {
  if (path.endsWith(".html")) return [...text.matchAll(TAG)].flatMap(addressesOfTag);
  const form = path.endsWith(".css") ? IN_STYLES : IN_FEED;
  return [...text.matchAll(form)].map(([, address = ""]) => unescapeHtml(address));
}

function addressesOfTag([, name = "", inside = ""]: RegExpMatchArray): string[] {
  const found = [...inside.matchAll(ATTRIBUTE)].filter(([, key = ""]) => TOLD.has(key));
  if (found.length === 0) return [];
  const attributes = new Map(found.map(([, key = "", value = ""]) => [key, unescapeHtml(value)]));
  const plain = [...attributes].flatMap(([key, value]) => (ADDRESSES.has(key) ? [value] : []));
  const sizes = (attributes.get("srcset") ?? "")
    .split(",")
    .map((one) => one.trim().split(" ")[0] ?? "");
  const all = [...plain, ...sizes, ...saidOfPage(name, attributes)].filter((one) => one !== "");
  // A whole address may lead beside the site on the same host; what we write ourselves never does.
  return name === "a" ? all.filter((one) => !/^[a-z][a-z0-9+.-]*:/i.test(one)) : all;
}

/** Pictures for messengers, and pages that lead on. */
function saidOfPage(name: string, attributes: ReadonlyMap<string, string>): string[] {
  const content = attributes.get("content");
  if (name !== "meta" || content === undefined) return [];
  if (attributes.get("http-equiv") === "refresh") return [content.replace(/^\d+; *url=/i, "")];
  return /^https?:\/\/\S+$/.test(content) ? [content] : [];
}

/** @returns a path as names of files have it; one that is not encoded well as it stands */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
