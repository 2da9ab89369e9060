import { readFileSync } from "node:fs";
import { unescapeHtml } from "../language/index.ts";

/** What a published page says of itself. */
export interface PageFacts {
  /** Of a page that leads on: where to, with the path prefix. */
  readonly leadsTo?: string | undefined;
  readonly title?: string | undefined;
  /** As JSON-LD has it. */
  readonly date?: string | undefined;
  /** The text without tags: addresses of its pictures hold its own. */
  readonly text?: string | undefined;
  readonly html: string;
}

const REFRESH = /<meta http-equiv="refresh" content="\d+; url=([^"]*)"/;
const JSON_LD =
  /<script type="application\/ld\+json">(\{[^<]*"@type":"NewsArticle"[^<]*)<\/script>/;
const TEXT = /<div class="prose">([\s\S]*?)<p class="clipping-address">/;

/** @param file of a page that a build has made; of none, nothing is known */
export function factsOfPage(file: string | undefined): PageFacts {
  const html = file === undefined ? "" : read(file);
  const leadsTo = REFRESH.exec(html)?.[1];
  if (leadsTo !== undefined) return { html, leadsTo: unescapeHtml(leadsTo) };
  const { headline: title, datePublished: date } = articleIn(html);
  const text = TEXT.exec(html)?.[1]
    ?.replace(/<[^>]*>/g, "")
    .trim();
  return { html, title, date, text };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

interface ArticleData {
  readonly headline?: string;
  readonly datePublished?: string;
}

function articleIn(html: string): ArticleData {
  try {
    return JSON.parse(JSON_LD.exec(html)?.[1] ?? "{}") as ArticleData;
  } catch {
    return {};
  }
}

/**
 * @returns whether two pages are most likely one article: the same text, or the same title of the same
 *   day; a title alone may come every day
 */
export function isSameArticle(a: PageFacts, b: PageFacts): boolean {
  const hasSameText = a.text !== undefined && a.text !== "" && a.text === b.text;
  return hasSameText || (a.title !== undefined && a.title === b.title && a.date === b.date);
}
