import { attribute, type DomDocument, elementsIn, firstIn } from "./dom.ts";

/** What a page says of itself in its head: by the name of the meta element, in small letters. */
export interface PageFacts {
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical?: string | undefined;
  readonly title?: string | undefined;
  readonly heading?: string | undefined;
  /** Of the first time element, where it is one for machines. */
  readonly time?: string | undefined;
  /** Of schema.org: the values of its first article. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Where a page leads that is there only to lead elsewhere. */
  readonly refresh?: string | undefined;
}

/** @param page as it was, nothing taken away */
export function factsOf(page: DomDocument): PageFacts {
  const meta = new Map<string, string[]>();
  for (const element of elementsIn(page, "meta")) {
    const name =
      attribute(element, "property") ??
      attribute(element, "name") ??
      attribute(element, "itemprop");
    const content = attribute(element, "content");
    if (name === undefined || content === undefined) continue;
    meta.set(name.toLowerCase(), [...(meta.get(name.toLowerCase()) ?? []), content]);
  }
  const link = elementsIn(page, "link").find(
    (one) => attribute(one, "rel")?.toLowerCase() === "canonical",
  );
  return {
    meta,
    canonical: attribute(link, "href") ?? meta.get("og:url")?.[0],
    title: lineOf(firstIn(page, "title")?.textContent),
    heading: lineOf(firstIn(page, "h1")?.textContent),
    time: elementsIn(page, "time")
      .map((one) => attribute(one, "datetime"))
      .find((one) => one !== undefined),
    schema: schemaOf(page),
    refresh: refreshOf(page),
  };
}

function lineOf(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim() || undefined;
}

function refreshOf(page: DomDocument): string | undefined {
  const element = elementsIn(page, "meta").find(
    (one) => attribute(one, "http-equiv")?.toLowerCase() === "refresh",
  );
  return /url\s*=\s*["']?([^"'\s]+)/i.exec(attribute(element, "content") ?? "")?.[1];
}

const ARTICLES = /(?:Article|NewsArticle|BlogPosting|ReportageNewsArticle)$/;

/** What is no JSON is the page's own fault and says nothing. */
function schemaOf(page: DomDocument): Readonly<Record<string, unknown>> {
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

function articleIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) return value.map(articleIn).find((one) => one !== undefined);
  if (typeof value !== "object" || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  if (ARTICLES.test([record["@type"]].flat().map(String).join(" "))) return record;
  return Array.isArray(record["@graph"]) ? articleIn(record["@graph"]) : undefined;
}
