import { say } from "../../../interface/say.ts";
import { element } from "../dom.ts";
import { factsOf, type ResultData } from "../result.ts";
import { addEllipses, bringMarkForward, fillTexts } from "../title.ts";

/** The action of an option, besides following its link. */
type OptionKind = "complete" | "recent" | "result" | "all";

/** A link in the role of an option, so that it opens in a new tab as links do. */
function optionElement(
  kind: OptionKind,
  address: string,
  query: string,
  ...children: readonly (Node | string)[]
): HTMLElement {
  return element("a", {
    children,
    class: `box-option box-${kind}`,
    attributes: {
      role: "option",
      tabindex: "-1",
      "aria-selected": "false",
      href: address,
      "data-kind": kind,
      "data-query": query,
    },
  });
}

/**
 * @param query the whole query, its last word completed
 * @param typed what was typed of it, on the right keyboard layout
 * @param address of the results for the query
 */
export function completionOption(query: string, typed: string, address: string): HTMLElement {
  const isLonger = query.toLowerCase().startsWith(typed.toLowerCase());
  const kept = query.slice(0, isLonger ? typed.length : 0);
  const start = element("span", { class: "box-typed", text: kept });
  return optionElement("complete", address, query, start, query.slice(kept.length));
}

export function recentOption(query: string, address: string): HTMLElement {
  return optionElement("recent", address, query, query);
}

/**
 * @param query as typed
 * @param meant the query that was answered
 * @param count how many results there are, where it is known
 */
export function allOption(
  query: string,
  meant: string,
  address: string,
  count?: number,
): HTMLElement {
  const texts = [element("span", { text: say(MESSAGES["box.all"], { query: meant }) })];
  if (count !== undefined) texts.push(element("span", { class: "box-count", text: String(count) }));
  return optionElement("all", address, query, ...texts);
}

/** On one line of a phone. */
const MOST_TOPICS = 2;

/**
 * @param page everything but its marked title and its excerpt is plain text
 * @param address of the page, with what is to be marked on it
 */
export function resultOption(page: ResultData, query: string, address: string): HTMLElement {
  const title = element("span", { class: "box-title" });
  const excerpt = element("span", { class: "box-excerpt" });
  const cut = fillTexts(title, excerpt, page);
  const option = optionElement("result", address, query, title);
  if (excerpt.textContent !== "") {
    addEllipses(excerpt, bringMarkForward(excerpt, cut));
    option.append(excerpt);
  }
  const name = page.meta.title ?? page.url;
  const known = factsOf(page, MOST_TOPICS);
  option.append(element("span", { class: "box-facts", text: known }));
  // The excerpt would be read out with every step through the list.
  option.setAttribute("aria-label", known === "" ? name : `${name}. ${known}`);
  return option;
}
