import { readFileSync } from "node:fs";
import { unescapeHtml } from "../../language/index.ts";

/** What a published page says of itself. */
export interface PageFacts {
  /** Of a page that leads on: where to, with the path prefix. */
  readonly leadsTo?: string | undefined;
  readonly title?: string | undefined;
  /** As JSON-LD has it. */
  readonly date?: string | undefined;
  /** The text without tags: addresses of its pictures hold its own. */
  readonly text?: string | undefined;
}

const REFRESH = /<meta http-equiv="refresh" content="\d+; url=([^"]*)"/;
const JSON_LD =
  /<script type="application\/ld\+json">(\{[^<]*"@type":"NewsArticle"[^<]*)<\/script>/;
const TEXT = /<div class="prose">([\s\S]*?)<p class="clipping-address">/;

/** @param file of a page that a build has made; @returns its HTML, empty where there is none */
export function readPage(file: string | undefined): string {
  try {
    return file === undefined ? "" : readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param html of a page that a build has made */
export function factsOfPage(html: string): PageFacts {
  const leadsTo = REFRESH.exec(html)?.[1];
  if (leadsTo !== undefined) return { leadsTo: unescapeHtml(leadsTo) };
  const { headline: title, datePublished: date } = articleIn(html);
  const [, text] = TEXT.exec(html) ?? [];
  return { title, date, text: text?.replace(/<[^>]*>/g, "").trim() };
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

/** Shorter ones are the same by chance: «Фото дня.»; in characters. */
const LONG_TEXT = 80;

/**
 * @returns whether two pages are most likely one article: two of title, day and text are the same, or a
 *   long text is; a title alone may come every day
 */
export function isSameArticle(a: PageFacts, b: PageFacts): boolean {
  const { title, date, text = "" } = a;
  const [isSameDay, isSameText] = [date === b.date, text !== "" && text === b.text];
  const isSameTitle = title !== undefined && title === b.title;
  if (isSameTitle) return isSameDay || isSameText;
  return isSameText && (text.length >= LONG_TEXT || (isSameDay && date !== undefined));
}
