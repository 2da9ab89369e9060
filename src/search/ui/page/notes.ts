import { say, sayCount, sayWith } from "../../../interface/say.ts";
import { button, element } from "../dom.ts";
import type { SearchAnswer } from "../load-engine.ts";
import { meantQuery } from "../meant.ts";
import type { SearchState } from "../state.ts";
import type { Found } from "./find.ts";
import { resultsText } from "./texts.ts";

type Choose = (state: SearchState) => void;

/**
 * Shows how a query was read: corrections, which can be taken back; suggestions; synonyms; words that no page
 * holds, alone or together.
 *
 * @param choose is told another state to search for
 */
export function drawNotes(
  place: HTMLElement,
  { state, response, isTyping }: Found,
  choose: Choose,
): void {
  const notes = response === undefined ? [] : notesOf(state, response, isTyping, choose);
  place.replaceChildren(
    ...notes.map((children) => element("p", { class: "search-note", children })),
  );
}

function notesOf(
  state: SearchState,
  response: SearchAnswer,
  isTyping: boolean,
  choose: Choose,
): (Node | string)[][] {
  return [
    ...correctionNote(state, meantBy(state, response, isTyping), response, choose),
    ...asTypedNote(state, choose),
    ...suggestionNote(state, response, choose),
    ...synonymNote(response),
    ...apartNote(response),
    ...missingNote(response),
  ];
}

/** @returns the corrected query; a word that is still being typed is left as it is */
function meantBy(
  { query }: SearchState,
  { corrections = [], completed }: SearchAnswer,
  isTyping: boolean,
): string {
  const isOpen = completed === undefined || isTyping;
  return isOpen ? meantQuery(query.trim(), corrections) : completed.trim();
}

function correctionNote(
  state: SearchState,
  text: string,
  { results }: SearchAnswer,
  choose: Choose,
): (Node | string)[][] {
  const typed = state.query.trim();
  if (text === typed || results.length === 0) return [];
  const asTyped = button(
    { class: "link", text: say(MESSAGES["search.asTyped"], { query: typed }) },
    () => choose({ ...state, asTyped: true }),
  );
  return [
    [...sayWith(MESSAGES["search.shownFor"], { query: element("b", { text }) }), " ", asTyped],
  ];
}

function asTypedNote(state: SearchState, choose: Choose): (Node | string)[][] {
  if (!state.asTyped) return [];
  const back = button({ class: "link", text: MESSAGES["search.correct"] }, () =>
    choose({ ...state, asTyped: false }),
  );
  return [[MESSAGES["search.exact"], " ", back]];
}

function suggestionNote(
  state: SearchState,
  { suggestion, suggestionPages }: SearchAnswer,
  choose: Choose,
): (Node | string)[][] {
  if (suggestion === undefined) return [];
  const meant = button({ class: "link", text: suggestion }, () =>
    choose({ ...state, query: suggestion }),
  );
  const count = suggestionPages === undefined ? "" : ` (${resultsText(suggestionPages)})`;
  return [[...sayWith(MESSAGES["search.suggestion"], { query: meant }), count]];
}

function synonymNote({ synonyms = [], results }: SearchAnswer): string[][] {
  const used = synonyms.filter(({ to }) => to.length > 0);
  if (used.length === 0 || results.length === 0) return [];
  const named = used.map(({ from, to }) => `${from} — ${to.join(", ")}`);
  return [[say(MESSAGES["search.synonyms"], { words: named.join("; ") })]];
}

function apartNote({ apart = [], results }: SearchAnswer): string[][] {
  if (apart.length === 0 || results.length === 0) return [];
  const phrases = apart.map(quoted).join(", ");
  return [[sayCount(MESSAGES["search.apart"], { count: apart.length, phrases })]];
}

function missingNote({ terms = [], results }: SearchAnswer): string[][] {
  const missing = terms.filter(({ pages }) => pages === 0).map(({ term }) => quoted(term));
  if (missing.length === 0 || results.length === 0) return [];
  const words = missing.join(", ");
  return [[sayCount(MESSAGES["search.missing"], { count: missing.length, words })]];
}

function quoted(text: string): string {
  return say(MESSAGES["search.quoted"], { text });
}
