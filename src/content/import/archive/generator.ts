import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "smol-toml";
import { tooLarge } from "../../model/file-sizes.ts";
import {
  fieldsOfYaml,
  flagIn,
  isRecord,
  type LooseRecord,
  textIn,
} from "../formats/loose-record.ts";
import { plainText } from "../formats/plain-text.ts";
import type { SiteFacts } from "../imported-item.ts";

/** The program that made the site of a source, and what its settings say of addresses. */
export interface Generator {
  /** Nothing where no settings of a known one were found. */
  readonly kind?: "jekyll" | "hugo" | "hexo" | undefined;
  /** The folder of the site, absolute. */
  readonly root: string;
  /** Of the site, with its scheme. */
  readonly address?: string | undefined;
  /** The prefix of all addresses: /blog; empty at the root of a host. */
  readonly prefix: string;
  /** The form of addresses, of all articles. */
  readonly permalink?: string | undefined;
  /** The same by sections. */
  readonly permalinks: ReadonlyMap<string, string>;
  /** Whether addresses of Hugo end with «.html». */
  readonly isUgly: boolean;
  /** The language without a prefix such as «/ru/» in its addresses. */
  readonly bareLanguage?: string | undefined;
  readonly site: SiteFacts;
}

/** Folders above a source in which settings are looked for: content/posts/2019 has three. */
const HIGHEST = 4;

const HUGO = ["hugo", "config", "config/_default/hugo", "config/_default/config"];
const ENDINGS = ["toml", "yaml", "yml", "json"];

/**
 * @param folder of the source
 * @returns the generator whose settings lie in the folder or above it
 */
export function generatorOf(folder: string): Generator {
  const start = resolve(folder);
  let at = start;
  for (let level = 0; level <= HIGHEST; level++) {
    const found = generatorAt(at);
    if (found !== undefined) return found;
    if (dirname(at) === at) break;
    at = dirname(at);
  }
  return { root: start, ...NO_SETTINGS };
}

const NO_SETTINGS = {
  prefix: "",
  permalinks: new Map<string, string>(),
  isUgly: false,
  site: {},
} as const;

function generatorAt(root: string): Generator | undefined {
  const jekyll = ["_config.yml", "_config.yaml"].map((name) => join(root, name)).find(existsSync);
  if (jekyll !== undefined) return withUnderscore(root, settingsIn(jekyll));
  if (!existsSync(join(root, "content")) && basename(root) !== "content") return undefined;
  const names = HUGO.flatMap((name) => ENDINGS.map((ending) => `${name}.${ending}`));
  const hugo = names.map((name) => join(root, name)).find(existsSync);
  return hugo === undefined ? undefined : ofHugo(root, settingsIn(hugo));
}

/** Both Jekyll and Hexo have a file of that name. */
function withUnderscore(root: string, settings: LooseRecord): Generator {
  const isHexo = existsSync(join(root, "source/_posts"));
  const address = textIn(settings, "url");
  const prefix = isHexo ? textIn(settings, "root") : textIn(settings, "baseurl");
  return {
    ...NO_SETTINGS,
    kind: isHexo ? "hexo" : "jekyll",
    root,
    address: webAddress(address),
    prefix: (prefix ?? "").replace(/^(?=[^/])|\/+$/g, (sign) => (sign === "" ? "/" : "")),
    permalink: textIn(settings, "permalink") ?? collectionPermalink(settings),
    site: siteOf(settings),
  };
}

function collectionPermalink(settings: LooseRecord): string | undefined {
  const { collections } = settings;
  const posts = isRecord(collections) ? collections.posts : undefined;
  return isRecord(posts) ? textIn(posts, "permalink") : undefined;
}

function ofHugo(root: string, settings: LooseRecord): Generator {
  const address = webAddress(textIn(settings, "baseURL", "baseurl", "baseUrl"));
  const { params, permalinks } = settings;
  const forms = isRecord(permalinks) ? Object.entries(permalinks) : [];
  // Newer releases of Hugo have the forms of pages in a table of their own.
  const pages = forms.flatMap(([name, form]) =>
    name === "page" && isRecord(form) ? Object.entries(form) : [[name, form] as const],
  );
  const texts = pages.filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return {
    kind: "hugo",
    root,
    address,
    prefix: address === undefined ? "" : new URL(address).pathname.replace(/\/+$/, ""),
    permalinks: new Map(texts),
    isUgly: flagIn(settings, "uglyURLs", "uglyurls"),
    bareLanguage: flagIn(settings, "defaultContentLanguageInSubdir")
      ? undefined
      : (textIn(settings, "defaultContentLanguage") ?? "en"),
    site: siteOf({ ...(isRecord(params) ? params : {}), ...settings }),
  };
}

/** Jekyll, Hugo, Zola and Hexo call the same by a few names. */
function siteOf(settings: LooseRecord): SiteFacts {
  const { author } = settings;
  return {
    name: textIn(settings, "title", "name"),
    description: plainText(textIn(settings, "description", "tagline", "subtitle")),
    author: isRecord(author) ? textIn(author, "name") : textIn({ author }, "author"),
    language: textIn(settings, "lang", "locale", "language", ...HUGO_LANGUAGES),
  };
}

const HUGO_LANGUAGES = [
  "languageCode",
  "languagecode",
  "defaultContentLanguage",
  "default_language",
];

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:/i.test(text) && URL.canParse(text) ? text : undefined;
}

/** Settings that cannot be read are passed over: the import works without them, but for old addresses. */
function settingsIn(file: string): LooseRecord {
  if (tooLarge(file, 1_000_000) !== undefined) return {};
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  if (!file.endsWith(".toml")) return fieldsOfYaml(text);
  try {
    return parse(text);
  } catch {
    return {};
  }
}
