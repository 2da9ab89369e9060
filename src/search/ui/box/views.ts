import { say, sayCount } from "../../../interface/say.ts";
import { type Complaint, complaintButton } from "../complaint.ts";
import { button, element } from "../dom.ts";
import { recentSearches } from "../recent.ts";
import { resultAddress } from "../result.ts";
import type { BoxAnswer } from "./answer.ts";
import { allOption, completionOption, recentOption, resultOption } from "./options.ts";
import type { Group, View } from "./panel.ts";

/** @returns where the results for a query are */
type AddressOf = (query: string) => string;

/** Results and completions. */
export function answerView(answer: BoxAnswer, addressOf: AddressOf): View {
  const { query, completions, pages, count, stems, meant = query } = answer;
  const groups: Group[] = [];
  if (completions.length > 0) {
    const options = completions.map((one) => completionOption(one, meant, addressOf(one)));
    groups.push({ name: MESSAGES["box.complete"], options });
  }
  if (pages.length > 0) {
    const options = pages.map((page) => resultOption(page, query, resultAddress(page.url, stems)));
    groups.push({ name: MESSAGES["search.results"], options });
  }
  if (count > 0) groups.push({ options: [allOf(answer, addressOf)] });
  return {
    groups,
    head: correctionNote(answer),
    foot: count > 0 ? [] : [nothingNote(query)],
    status: statusOf(answer),
  };
}

/** On the search page the query counts as finished: its last word is no beginning of others. */
function allOf(answer: BoxAnswer, addressOf: AddressOf): HTMLElement {
  const { query, meant = query, completed, count } = answer;
  if (completed !== undefined) return allOption(completed, completed, addressOf(completed));
  return allOption(query, meant, addressOf(query), count);
}

/** Says which query was answered where it is not the one that was typed. */
function correctionNote({ meant, count }: BoxAnswer): Node[] {
  if (meant === undefined || count === 0) return [];
  const text = say(MESSAGES["search.shownFor"], { query: meant });
  return [element("p", { class: "box-note", text })];
}

function nothingNote(query: string): HTMLElement {
  const text = say(MESSAGES["box.nothing"], { query });
  return element("p", { class: "box-note", text });
}

function statusOf({ completions, count, meant }: BoxAnswer): string {
  if (count === 0) return MESSAGES["search.nothing"];
  const found = sayCount(MESSAGES["search.count"], { count });
  const taken =
    meant === undefined ? found : say(MESSAGES["box.countFor"], { found, query: meant });
  if (completions.length === 0) return taken;
  return `${taken}, ${sayCount(MESSAGES["box.completions"], { count: completions.length })}`;
}

/**
 * Recent queries.
 *
 * @param erase forgets it
 * @returns nothing where nothing was
 */
export function recentView(addressOf: AddressOf, erase: () => void): View | undefined {
  const recent = recentSearches();
  if (recent.length === 0) return undefined;
  const name = element("p", { class: "box-name", text: MESSAGES["search.recent"] });
  const head = [name, button({ class: "box-button", text: MESSAGES["search.erase"] }, erase)];
  const options = recent.map((query) => recentOption(query, addressOf(query)));
  const status = sayCount(MESSAGES["box.recentCount"], { count: recent.length });
  return { head, groups: [{ options }], status };
}

/** Says why a search is not answered. */
export function errorView(complaint: Complaint): View {
  const { text } = complaint;
  const note = element("p", { class: "box-note", text });
  return { groups: [], foot: [note, complaintButton(complaint, "box-button")], status: text };
}
