import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fc } from "../unit/language/property.ts";
import { articleText } from "./articles.ts";
import type { CaseFiles } from "./case.ts";
import { SOURCES } from "./corpus.ts";
import { asFile, hostileLink, hostileName, hostileText, hostileValue, mutated } from "./texts.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/import/", import.meta.url));

/** Files that the import reads, with the ending that says how. */
const SEEDS: Readonly<Record<string, readonly string[]>> = seedsByEnding();

function seedsByEnding(): Record<string, string[]> {
  const byEnding: Record<string, string[]> = {};
  const add = (name: string, text: string): void => {
    const ending = /\.\w+$/.exec(name)?.[0] ?? "";
    byEnding[ending] = [...(byEnding[ending] ?? []), text];
  };
  for (const [name, text] of Object.entries(SOURCES)) add(name, text);
  for (const name of readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.(?:xml|jsonl|md|html)$/.test(name) || /1251|koi8|utf-16|nul/.test(name)) continue;
    add(name, readFileSync(join(FIXTURES, name), "utf8"));
  }
  return byEnding;
}

const CDATA = fc.constantFrom(
  (text: string) => `<![CDATA[${text}]]>`,
  (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  (text: string) => text,
);

function element(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(CDATA, value).map(([wrap, text]) => `<${name}>${wrap(text)}</${name}>`);
}

const item = fc
  .tuple(
    element("title", hostileValue),
    element("link", hostileLink),
    element("guid", fc.oneof(hostileName, hostileText)),
    element("pubDate", fc.oneof(fc.constant("Mon, 23 Nov 2026 10:00:00 +0300"), hostileValue)),
    element("description", hostileText),
    element("content:encoded", hostileText),
    element("category", hostileValue),
    element("dc:creator", hostileValue),
  )
  .map((parts) => `<item>${parts.join("")}</item>`);

const rss = fc
  .tuple(element("title", hostileValue), fc.array(item, { minLength: 1, maxLength: 3 }))
  .map(([title, items]) => `<rss version="2.0"><channel>${title}${items.join("")}</channel></rss>`);

const record = fc.record(
  {
    id: hostileName,
    url: hostileLink,
    title: hostileValue,
    date: fc.oneof(fc.constant("2026-11-23"), hostileValue, fc.double(), fc.integer()),
    summary: hostileText,
    authors: fc.oneof(hostileValue, fc.array(hostileValue, { maxLength: 3 })),
    topics: fc.array(hostileValue, { maxLength: 3 }),
    aliases: fc.array(hostileName, { maxLength: 3 }),
    slug: hostileName,
    image: fc.oneof(hostileName, fc.record({ url: hostileLink, caption: hostileValue })),
    html: hostileText,
    source: fc.record({ name: hostileValue, url: hostileLink }),
  },
  { requiredKeys: ["title"] },
);
const jsonLines = fc
  .array(fc.oneof({ weight: 6, arbitrary: record }, { weight: 1, arbitrary: fc.jsonValue() }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map((one) => JSON.stringify(one)).join("\n"));

const htmlPage = fc
  .tuple(hostileValue, hostileText)
  .map(
    ([title, text]) =>
      `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${text}</article></body></html>`,
  );

const made: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ".xml": rss,
  ".jsonl": jsonLines,
  ".html": htmlPage,
  ".md": articleText,
};

/** A source of one file in the folder `source`. */
export const sourceFiles: fc.Arbitrary<CaseFiles> = fc.oneof(
  ...Object.entries(made).map(([ending, text]) => named(ending, text)),
  ...Object.entries(SEEDS).map(([ending, seeds]) => named(ending, mutated(seeds))),
);

function named(ending: string, text: fc.Arbitrary<string>): fc.Arbitrary<CaseFiles> {
  return asFile(text).map((content) => ({ [`source/a${ending}`]: content }));
}
