import { entryOf } from "../../../language/maps.ts";
import { isRecord, type LooseRecord } from "../formats/loose-record.ts";
import { attribute, type DomDocument, elementsIn, firstIn, wordsInLine } from "./dom.ts";

/** What a page says of itself; meta elements by their names in small letters. */
export interface PageFacts {
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical?: string | undefined;
  readonly title?: string | undefined;
  readonly heading?: string | undefined;
  /** Of the first time element with a datetime, or of the first one. */
  readonly time?: string | undefined;
  /** The first article of schema.org. */
  readonly schema: LooseRecord;
  /** The target of a page that only redirects. */
  readonly refresh?: string | undefined;
}

/** @param page before anything is removed from it */
export function factsOf(page: DomDocument): PageFacts {
  const meta = new Map<string, string[]>();
  for (const element of elementsIn(page, "meta")) {
    const name =
      attribute(element, "property") ??
      attribute(element, "name") ??
      attribute(element, "itemprop");
    const content = attribute(element, "content");
    if (name === undefined || content === undefined) continue;
    entryOf(meta, name.toLowerCase(), (): string[] => []).push(content);
  }
  const link = elementsIn(page, "link").find(
    (one) => attribute(one, "rel")?.toLowerCase() === "canonical",
  );
  return {
    meta,
    canonical: attribute(link, "href") ?? meta.get("og:url")?.[0],
    title: wordsInLine(firstIn(page, "title")),
    heading: wordsInLine(firstIn(page, "h1")),
    time: timeOf(page),
    schema: schemaOf(page),
    refresh: refreshOf(page),
  };
}

/** An element without an attribute says the time itself. */
function timeOf(page: DomDocument): string | undefined {
  const all = elementsIn(page, "time");
  const given = all.map((one) => attribute(one, "datetime")).find((one) => one !== undefined);
  return given ?? wordsInLine(all[0]);
}

function refreshOf(page: DomDocument): string | undefined {
  const element = elementsIn(page, "meta").find(
    (one) => attribute(one, "http-equiv")?.toLowerCase() === "refresh",
  );
  return /url\s*=\s*["']?([^"'\s]+)/i.exec(attribute(element, "content") ?? "")?.[1];
}

const ARTICLES = /(?:Article|NewsArticle|BlogPosting|ReportageNewsArticle)$/;

/** Data that is no JSON is passed over. */
function schemaOf(page: DomDocument): LooseRecord {
  for (const script of elementsIn(page, "script")) {
    if (attribute(script, "type")?.toLowerCase() !== "application/ld+json") continue;
    const found = articleIn(parsed(script.textContent));
    if (found !== undefined) return found;
  }
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function articleIn(value: unknown): LooseRecord | undefined {
  if (Array.isArray(value)) return value.map(articleIn).find((one) => one !== undefined);
  if (!isRecord(value)) return undefined;
  if (ARTICLES.test([value["@type"]].flat().map(String).join(" "))) return value;
  return Array.isArray(value["@graph"]) ? articleIn(value["@graph"]) : undefined;
}
