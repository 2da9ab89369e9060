import { button, element } from "../dom.ts";
import type { SearchAnswer } from "../engine.ts";
import { meantQuery } from "../meant.ts";
import type { SearchState } from "../state.ts";
import type { Found } from "./find.ts";
import { resultsText } from "./texts.ts";

type Choose = (state: SearchState) => void;

/**
 * Says what was made of a query: corrections, which can be taken back; what it may have meant; other
 * names; words that stand nowhere, or nowhere together.
 *
 * @param choose is told another state to search for
 */
export function drawNotes(
  place: HTMLElement,
  { state, response, isTyping }: Found,
  choose: Choose,
): void {
  const notes = response === undefined ? [] : notesOf(state, response, isTyping, choose);
  place.replaceChildren(...notes.map((children) => element("p", { class: "note", children })));
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

/** @returns the query that was answered; a word that is still being typed was taken for nothing else */
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
  const asTyped = button({ class: "link", text: `Искать «${typed}»` }, () =>
    choose({ ...state, asTyped: true }),
  );
  return [["Показаны результаты по запросу «", element("b", { text }), "». ", asTyped]];
}

function asTypedNote(state: SearchState, choose: Choose): (Node | string)[][] {
  if (!state.asTyped) return [];
  const back = button({ class: "link", text: "Исправлять опечатки" }, () =>
    choose({ ...state, asTyped: false }),
  );
  return [["Ищем точно так, как набрано. ", back]];
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
  return [["Возможно, вы имели в виду «", meant, `»${count}`]];
}

function synonymNote({ synonyms = [], results }: SearchAnswer): string[][] {
  const used = synonyms.filter(({ to }) => to.length > 0);
  if (used.length === 0 || results.length === 0) return [];
  const named = used.map(({ from, to }) => `${from} — ${to.join(", ")}`);
  return [[`Искали и по-другому: ${named.join("; ")}.`]];
}

function apartNote({ apart = [], results }: SearchAnswer): string[][] {
  if (apart.length === 0 || results.length === 0) return [];
  const verb = apart.length === 1 ? "не встречается" : "не встречаются";
  const phrases = apart.map((phrase) => `«${phrase}»`).join(", ");
  return [[`Подряд ${verb}: ${phrases}. Показаны результаты, где эти слова стоят порознь.`]];
}

function missingNote({ terms = [], results }: SearchAnswer): string[][] {
  const missing = terms.filter(({ pages }) => pages === 0).map(({ term }) => `«${term}»`);
  if (missing.length === 0 || results.length === 0) return [];
  const [verb, rest] =
    missing.length === 1 ? ["не встречается", "этого слова"] : ["не встречаются", "этих слов"];
  return [[`Нигде ${verb}: ${missing.join(", ")}. Показаны результаты без ${rest}.`]];
}
