import type { PageData } from "../engine/index.ts";
import { element } from "./dom.ts";
import { addEllipses, fillTexts, type ResultTexts } from "./title.ts";

/** The data of a result. */
export type ResultData = ResultTexts & { readonly filters?: PageData["filters"] };

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
 * @param data everything but the marked title and the excerpt is plain text; these are HTML in which all is
 *   escaped but `mark`
 * @param topics that were chosen
 * @param stems that were asked for, the response's own
 */
export function resultElement(
  data: ResultData,
  topics: readonly string[],
  stems: readonly string[] = [],
): HTMLElement {
  const href = leadOf(data, stems);
  const link = element("a", { class: "result-link", attributes: { href } });
  const title = element("h2", { class: "result-title", children: [link] });
  const excerpt = element("p", { class: "result-excerpt" });
  const cut = fillTexts(link, excerpt, data);
  const isUseful = !repeats(excerpt, link);
  if (isUseful) addEllipses(excerpt, cut);
  const facts = factsOf(data, MOST_TOPICS, topics);
  return element("li", {
    class: "result",
    children: [
      title,
      ...(isUseful ? [excerpt] : []),
      ...(facts === "" ? [] : [element("p", { class: "result-facts", text: facts })]),
    ],
  });
}

/** Addresses that a headline may lead to: an index that was merged in may hold anything. */
const LEADS = /^(?:https?:\/\/|\/(?!\/))/;

/** A headline leads straight to its story; on pages of others nothing is marked. */
function leadOf({ url, meta }: ResultData, stems: readonly string[]): string {
  const { link, host } = meta;
  if (link === undefined || !LEADS.test(link)) return resultAddress(url, stems);
  return host === undefined ? resultAddress(link, stems) : link;
}

/** More would hide the date. */
const MOST_TOPICS = 3;

/**
 * «Статья · Город · Река · 24 ноября, 17:51»
 *
 * @param most how many topics are said
 * @param chosen topics, which say why a result is in the list: they are said before others that are too many
 */
export function factsOf(
  { meta, filters }: Pick<ResultData, "meta" | "filters">,
  most: number,
  chosen: readonly string[] = [],
): string {
  const own = filters?.topic ?? [];
  const first = [...own].sort((a, b) => Number(chosen.includes(b)) - Number(chosen.includes(a)));
  const said = new Set(first.slice(0, most));
  // «15 января 2025» stays together.
  const date = withoutThisYear(meta.date)?.replaceAll(" ", "\u00a0");
  const host = meta.host === undefined ? "" : `${meta.host}\u00a0↗`;
  const facts = [meta.kind, host, ...own.filter((topic) => said.has(topic)), date];
  return facts.filter((fact) => fact !== undefined && fact !== "").join(" · ");
}

/** «24 ноября, 17:51», «November 24 at 5:51 PM»: as on pages, the year is said where it is another one. */
function withoutThisYear(date: string | undefined): string | undefined {
  return date?.replace(new RegExp(`,? ${new Date().getFullYear()}(?!\\d)`), "");
}

/** A headline's text is its title; Pagefind ends an excerpt with a full stop of its own. */
function repeats(excerpt: Element, title: Element): boolean {
  const [text, name] = [excerpt, title].map((one) => (one.textContent ?? "").replace(/\s/g, " "));
  return (name ?? "").startsWith((text ?? "").replace(/\.$/, ""));
}
