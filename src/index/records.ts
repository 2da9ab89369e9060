import {
  type Article,
  foreignHost,
  formatDate,
  type Headline,
  type NewsItem,
  yearOf,
} from "../content/index.ts";
import { text, type Wording } from "../interface/index.ts";
import { breakWords, escapeHtml, isRussian } from "../language/index.ts";

/** What Pagefind is given for one page or one headline. */
export interface IndexRecord {
  /** Without the site's path prefix; the browser puts it in front. */
  readonly url: string;
  /** An HTML document with Pagefind's attributes. */
  readonly html: string;
  /** Its values for sorting, by the names of orders; Pagefind keeps orders within one index only. */
  readonly sort?: Readonly<Record<string, string>>;
}

/**
 * The weight of a heading beside plain text; useful from 1.5 to 3. Pagefind's own is nearly that of a title
 * (6 and 7), but a heading is about a part of the page.
 */
const HEADING_WEIGHT = 2;

/** The index does not depend on the site's address. */
const NOWHERE = { address: "http://nowhere.invalid" };

/** Sorts before every date: undated items come last when the newest come first. */
const NO_DATE = "0000";

/** What results are called, in the language of the site. */
export interface RecordKinds {
  readonly article: string;
  readonly headline: string;
  /** One that is no news. */
  readonly page: string;
}

/** @returns what results are called by a site */
export function recordKinds(wording: Wording): RecordKinds {
  return {
    article: text(wording, "kind.article"),
    headline: text(wording, "kind.headline"),
    page: text(wording, "kind.page"),
  };
}

/**
 * What can be found of some news, in a fixed order: the index is the same bytes for the same records
 * in the same order, and not for another one.
 *
 * @param items articles and headlines
 * @param language a BCP 47 tag
 * @param kinds what they are called; as the language has it by default
 */
export function toRecords(
  items: readonly (Article | Headline)[],
  language: string,
  kinds: RecordKinds = recordKinds({ language }),
): IndexRecord[] {
  const records = items.map((item) => toRecord(item, partsOf(item, kinds), language));
  return records.sort((a, b) => (a.url < b.url ? -1 : 1));
}

interface RecordParts {
  readonly kind: string;
  /** Plain text. */
  readonly title: string;
  /** HTML; Pagefind drops a record without any. */
  readonly body: string;
}

function partsOf(item: Article | Headline, kinds: RecordKinds): RecordParts {
  if (item.kind === "headline") {
    return { kind: kinds.headline, title: item.text, body: `<p>${escapeHtml(item.text)}</p>` };
  }
  const summary = item.summary === undefined ? "" : `<p>${escapeHtml(item.summary)}</p>`;
  // In the body as well, for there Pagefind keeps the places of words, and a title's weigh more.
  const title = `<h1>${escapeHtml(item.title)}</h1>`;
  const body = title + summary + withHeadingWeights(item.html);
  return { kind: item.standing ? kinds.page : kinds.article, title: item.title, body };
}

/** Only tags have a bare «<»: what an author writes so is escaped. */
function withHeadingWeights(html: string): string {
  return html.replace(/<h[2-6](?=[\s>])/g, `$& data-pagefind-weight="${HEADING_WEIGHT}"`);
}

function toRecord(
  item: NewsItem,
  { kind, title, body }: RecordParts,
  language: string,
): IndexRecord {
  const { date, topics } = item;
  const moment = date === undefined ? NO_DATE : new Date(date.epoch).toISOString();
  const attributes = [
    attribute("meta", "title", title),
    attribute("meta", "kind", kind),
    attribute("filter", "kind", kind),
    ...topics.map((topic) => attribute("filter", "topic", topic.name)),
    attribute("sort", "date", moment),
  ];
  if (item.kind === "headline" && item.link !== undefined) {
    const host = foreignHost(NOWHERE, item.link);
    attributes.push(attribute("meta", "link", item.link));
    if (host !== undefined) attributes.push(attribute("meta", "host", host));
  }
  if (date !== undefined) {
    attributes.push(attribute("filter", "year", yearOf(date)));
    attributes.push(attribute("meta", "date", formatDate(date, language)));
    attributes.push(attribute("meta", "published", date.day));
  }
  const facts = attributes.map((one) => `<span ${one}></span>`).join("");
  // In other languages Pagefind itself is asked, and its words are its own.
  const words = isRussian(language) ? breakWords(body) : body;
  const main = `<main data-pagefind-body>${words}</main>`;
  const html = `<html lang="${escapeHtml(language)}"><body>${facts}${main}</body></html>`;
  return { url: item.path, html, sort: { date: moment } };
}

/** `name[attribute]` reads the value from an attribute, so that it may hold any sign. */
function attribute(role: "filter" | "meta" | "sort", name: string, value: string): string {
  return `data-pagefind-${role}="${name}[data-value]" data-value="${escapeHtml(value)}"`;
}
