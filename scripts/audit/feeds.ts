import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { memoryPages, validateXML } from "xmllint-wasm";
import { feedTextProblems } from "./feed-texts.ts";
import { jsonFeedProblems, webManifestProblems } from "./json-files.ts";
import { type TextsOf, textsOf } from "./xml-texts.ts";

/**
 * Finds what is wrong with a file that the site writes for machines. What kind of file it is its
 * name says: feeds, sitemaps, robots.txt, the OpenSearch description, the web manifest.
 *
 * @param path its place in the site: /topics/gorod/rss.xml
 * @param text all of it
 * @returns what is wrong, in English; nothing where all is well
 * @throws RangeError where the name says no kind that is known
 */
export async function feedProblems(path: string, text: string): Promise<string[]> {
  const check = CHECKS.find(([name]) => name.test(path))?.[1];
  if (check === undefined) throw new RangeError(`${path}: no kind of file that is known here`);
  const problems = await check(text);
  return problems.map((problem) => `${path}: ${problem}`);
}

/** @returns whether feedProblems knows what kind of file it is */
export function isFeedFile(path: string): boolean {
  return CHECKS.some(([name]) => name.test(path));
}

type Check = (text: string) => string[] | Promise<string[]>;

const CHECKS: readonly (readonly [RegExp, Check])[] = [
  [/(?:^|\/)rss\.xml$/, (text) => inOrder(text, "rss.rng", rssProblems)],
  [/(?:^|\/)atom\.xml$/, (text) => inOrder(text, "atom.rng", atomProblems)],
  [/(?:^|\/)feed\.json$/, jsonFeedProblems],
  [/(?:^|\/)sitemap\.xml$/, (text) => sitemapProblems(text, "sitemapindex")],
  [/(?:^|\/)sitemap-news\.xml$/, newsProblems],
  [/(?:^|\/)sitemaps\/[^/]+\.xml$/, (text) => sitemapProblems(text, "urlset")],
  [/(?:^|\/)opensearch\.xml$/, (text) => inOrder(text, "opensearch.rng", openSearchProblems)],
  [/(?:^|\/)manifest\.webmanifest$/, webManifestProblems],
  [/(?:^|\/)robots\.txt$/, robotsProblems],
];

/** What a grammar says first; where it is content, what only code can say. */
async function inOrder(
  text: string,
  schema: string,
  more: (texts: TextsOf) => string[],
): Promise<string[]> {
  const file = fileURLToPath(new URL(`../../tests/fixtures/schemas/${schema}`, import.meta.url));
  const { errors } = await validateXML({
    xml: [{ fileName: "file.xml", contents: text }],
    schema: [await readFile(file, "utf8")],
    extension: "relaxng",
    maxMemoryPages: memoryPages.GiB,
  });
  return errors.length > 0 ? errors.map(({ message }) => message) : more(textsOf(text));
}

function rssProblems(texts: TextsOf): string[] {
  // A headline links to where its story is; what it is known by is the site's.
  const own = [...texts("link").slice(0, 1), ...texts("guid")];
  const inTexts = texts("content:encoded").flatMap(feedTextProblems);
  return [...repeated(texts("guid")), ...foreign(own), ...inTexts];
}

function atomProblems(texts: TextsOf): string[] {
  const own = texts("link@rel").filter((relation) => relation === "self");
  const problems = own.length === 1 ? [] : [`${own.length} links to itself, not one`];
  const inTexts = texts("content").flatMap(feedTextProblems);
  return [...problems, ...repeated(texts("id").slice(1)), ...foreign(texts("id")), ...inTexts];
}

function openSearchProblems(texts: TextsOf): string[] {
  const templates = texts("Url@template").filter((one) => one.includes("{searchTerms}"));
  return templates.length === 1 ? [] : ["no template with {searchTerms}"];
}

const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_NEWS = 1000;

function sitemapProblems(text: string, root: string): Promise<string[]> {
  return inOrder(text, "sitemap.rng", (texts) => {
    const addresses = texts("loc");
    const problems = text.includes(`<${root} `) ? [] : [`its root is not ${root}`];
    if (addresses.length > MOST_ADDRESSES) problems.push(`${addresses.length} addresses`);
    if (Buffer.byteLength(text) > MOST_BYTES) problems.push("larger than 50 MB");
    return [...problems, ...repeated(addresses), ...foreign(addresses)];
  });
}

async function newsProblems(text: string): Promise<string[]> {
  const problems = await sitemapProblems(text, "urlset");
  const count = (name: string): number => text.split(`<${name}>`).length - 1;
  if (count("news:news") !== count("url")) problems.push("a page without news:news");
  if (count("url") > MOST_NEWS) problems.push(`${count("url")} articles, 1,000 may be`);
  return problems;
}

function robotsProblems(text: string): string[] {
  const maps = [...text.matchAll(/^Sitemap: (.*)$/gm)].map(([, address = ""]) => address);
  const problems = maps.filter((one) => !URL.canParse(one)).map((one) => `not absolute: ${one}`);
  if (!/^User-agent: \*$/m.test(text)) problems.push("says nothing to all robots");
  if (maps.length === 0) problems.push("names no map");
  return [...problems, ...repeated(maps)];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = values.filter((value) => seen.size === seen.add(value).size);
  return twice.map((value) => `stands there twice: ${value}`);
}

/** Addresses of another host than the first one's. */
function foreign(addresses: readonly string[]): string[] {
  const hosts = new Set(addresses.map((address) => new URL(address).host));
  return hosts.size <= 1 ? [] : [`addresses of several hosts: ${[...hosts].join(", ")}`];
}
