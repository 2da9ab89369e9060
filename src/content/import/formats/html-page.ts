import { decodedPart } from "../../model/paths.ts";
import { type DomDocument, elementsIn, firstIn, parseHtml, placedHtml } from "../html/dom.ts";
import { factsOf, type PageFacts } from "../html/html-facts.ts";
import { textHolder } from "../html/page-text.ts";
import {
  EMPTY_ITEM,
  hostOf,
  type ImportedItem,
  type Note,
  type Reader,
  type Reading,
} from "../imported-item.ts";
import { isRecord, type LooseRecord, listIn, textIn } from "./loose-record.ts";
import { sourceIdOf } from "./source-id.ts";

/** Reads one HTML page with one article: its text, and what its head says of it. */
export const readHtmlPage: Reader = function* (source, { isForeign }): Generator<Reading> {
  const { file, path, text } = source;
  const place = { file, line: 1, column: 1 };
  const page = placedHtml(place, () => parseHtml(text));
  const facts = factsOf(page);
  if (facts.refresh !== undefined) {
    const note: Note = { what: "страница только ведёт на другую", detail: facts.refresh };
    yield { kind: "skipped", done: 1, place, note };
    return;
  }
  const title = titleOf(page, facts);
  const { holder, notes } = textHolder(page);
  cutTitle(holder, title);
  const address = hostOf(facts.canonical) === undefined ? undefined : facts.canonical;
  const item: ImportedItem = {
    ...EMPTY_ITEM,
    ...fieldsOf(facts),
    sourceId: sourceIdOf("html", address ?? path, undefined, ""),
    place,
    path,
    title,
    publication: { name: siteOf(facts), isOwn: !isForeign },
    link: address ?? `/${path}`,
    slug: slugOf(address ?? `/${path}`),
    body:
      holder.textContent.trim() === "" && firstIn(holder, "img iframe video") === undefined
        ? undefined
        : { format: "html", text: holder.innerHTML },
    notes,
  };
  yield { kind: "item", done: 1, item };
};

function fieldsOf(facts: PageFacts) {
  const { schema } = facts;
  const src = metaIn(facts, "og:image") ?? imageIn(schema);
  const section = metaIn(facts, "article:section");
  const tags = facts.meta.get("article:tag") ?? keywordsOf(facts);
  return {
    date:
      metaIn(facts, "article:published_time", "datepublished", "date") ??
      textIn(schema, "datePublished") ??
      facts.time,
    updated:
      metaIn(facts, "article:modified_time", "datemodified") ?? textIn(schema, "dateModified"),
    summary: metaIn(facts, "og:description", "description"),
    authors: authorsOf(facts),
    categories: section === undefined ? listIn(schema, "articleSection") : [section],
    tags,
    image: src === undefined ? undefined : { src, alt: metaIn(facts, "og:image:alt") },
  };
}

function metaIn({ meta }: PageFacts, ...names: readonly string[]): string | undefined {
  return names.map((name) => meta.get(name)?.[0]).find((content) => content !== undefined);
}

function keywordsOf(facts: PageFacts): string[] {
  const keywords = metaIn(facts, "news_keywords", "keywords") ?? "";
  return keywords.split(/\s*[,;]\s*/).filter((word) => word !== "");
}

/** Some sites name a profile by its address. */
function authorsOf(facts: PageFacts): string[] {
  const named = listIn(facts.schema, "author");
  const authors = named.length > 0 ? named : [metaIn(facts, "article:author", "author") ?? ""];
  return authors.filter((name) => name !== "" && !URL.canParse(name));
}

function siteOf(facts: PageFacts): string | undefined {
  return metaIn(facts, "og:site_name") ?? listIn(facts.schema, "publisher")[0];
}

function imageIn(schema: LooseRecord): string | undefined {
  const image = [schema.image].flat()[0];
  return isRecord(image)
    ? textIn(image, "url", "contentUrl")
    : (textIn(schema, "image") ?? textIn({ image }, "image"));
}

/** A single heading comes before the title element, which often ends with the name of the site. */
function titleOf(page: DomDocument, facts: PageFacts): string | undefined {
  const isOnly = elementsIn(page, "h1").length === 1;
  const heading = isOnly ? facts.heading : undefined;
  const given = metaIn(facts, "og:title") ?? textIn(facts.schema, "headline");
  // Sites put their own name behind the title: «Мост открыт — Речной вестник».
  if (given !== undefined && heading !== undefined && given.startsWith(heading)) return heading;
  return given ?? heading ?? facts.title ?? facts.heading;
}

/** Removes a title that is repeated above the text. */
function cutTitle(
  holder: ReturnType<typeof textHolder>["holder"],
  title: string | undefined,
): void {
  const key = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const heading = firstIn(holder, "h1");
  if (heading === undefined || title === undefined) return;
  if (key(title).startsWith(key(heading.textContent))) heading.remove();
}

/** The folder, where the page is the only one of it: /2019/most/index.html is «most». */
function slugOf(address: string): string | undefined {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const names = path
    .replace(/\.\w+$/, "")
    .split("/")
    .filter((name) => name !== "" && name !== "index");
  const name = names.at(-1);
  return name === undefined ? undefined : decodedPart(name);
}
