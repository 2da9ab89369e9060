import type { PageData } from "../engine/index.ts";
import { element } from "./dom.ts";
import { markedText } from "./marked-text.ts";
import type { SearchState } from "./state.ts";
import { shareMarks } from "./title.ts";

/** What a result shows. */
export type ResultData = Pick<PageData, "url" | "excerpt" | "meta"> & {
  readonly filters?: PageData["filters"];
};

/** An address stays short enough to be sent on. */
const MOST_STEMS = 12;

/**
 * Where a result leads: an article marks what was found in it.
 *
 * @param url of the result, with the site's prefix
 * @param stems that were asked for, the response's own
 * @returns the address with `?found=stem1.stem2` before its hash; the url itself for what is no
 *   article, and where nothing was asked for
 */
export function resultAddress(url: string, stems: readonly string[]): string {
  const [path = "", ...hash] = url.split("#");
  if (stems.length === 0 || !path.includes("/articles/")) return url;
  const found = stems.slice(0, MOST_STEMS).map(encodeURIComponent).join(".");
  const rest = hash.length === 0 ? "" : `#${hash.join("#")}`;
  return `${path}${path.includes("?") ? "&" : "?"}found=${found}${rest}`;
}

/**
 * One result of a list: title, excerpt with marks, kind, topics and date.
 *
 * @param data everything but its excerpt is plain text; the excerpt is HTML in which all is escaped
 *   but `mark`
 * @param state the search that found it: a topic that was chosen is not said again by every result
 * @param stems that were asked for, the response's own
 */
export function resultElement(
  data: ResultData,
  state: SearchState,
  stems: readonly string[] = [],
): HTMLElement {
  const { url, meta } = data;
  const href = leadOf(data, stems);
  const link = element("a", {
    class: "result-link",
    text: meta.title ?? url,
    attributes: { href },
  });
  const title = element("h2", { class: "result-title", children: [link] });
  const excerpt = element("p", { class: "result-excerpt" });
  excerpt.append(...markedText(data.excerpt));
  shareMarks(link, excerpt);
  const isUseful = !repeats(excerpt, link);
  if (isUseful) addEllipses(excerpt);
  const facts = factsOf(data, state);
  return element("li", {
    class: "result",
    children: [
      title,
      ...(isUseful ? [excerpt] : []),
      ...(facts === "" ? [] : [element("p", { class: "result-facts", text: facts })]),
    ],
  });
}

/** What a headline may lead to: an index that was merged in may hold anything. */
const LEADS = /^(?:https?:\/\/|\/(?!\/))/;

/** A headline leads to its story in one press; nothing is marked on what is another's page. */
function leadOf({ url, meta }: ResultData, stems: readonly string[]): string {
  const { link, host } = meta;
  if (link === undefined || !LEADS.test(link)) return resultAddress(url, stems);
  return host === undefined ? resultAddress(link, stems) : link;
}

/** More would hide the date. */
const MOST_TOPICS = 3;

function factsOf({ meta, filters }: ResultData, { topics }: SearchState): string {
  const own = (filters?.topic ?? []).filter((topic) => !topics.includes(topic));
  // «15 января 2025» stays together.
  const date = withoutThisYear(meta.date)?.replaceAll(" ", "\u00a0");
  const host = meta.host === undefined ? "" : `${meta.host}\u00a0↗`;
  const facts = [meta.kind, host, ...own.slice(0, MOST_TOPICS), date];
  return facts.filter((fact) => fact !== undefined && fact !== "").join(" · ");
}

/** «24 ноября, 17:51», «November 24 at 5:51 PM»: as on pages, the year is said where it is another one. */
function withoutThisYear(date: string | undefined): string | undefined {
  return date?.replace(new RegExp(`,? ${new Date().getFullYear()}(?!\\d)`), "");
}

/** An excerpt is cut between words, in the midst of a sentence as often as not. */
function addEllipses(excerpt: HTMLElement): void {
  const text = excerpt.textContent ?? "";
  if (/^\s*[а-яёa-z]/.test(text)) excerpt.prepend("… ");
  if (/[.!?…]["»”)]?\s*$/.test(text)) return;
  const last = excerpt.lastChild;
  if (last instanceof Text) last.data = last.data.replace(/[\s,;:—-]+$/, "");
  excerpt.append("…");
}

/** A headline's text is its title; Pagefind ends an excerpt with a full stop of its own. */
function repeats(excerpt: Element, title: Element): boolean {
  return (title.textContent ?? "").startsWith((excerpt.textContent ?? "").replace(/\.$/, ""));
}
