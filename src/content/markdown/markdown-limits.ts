import type { MarkdownIt, StateCore } from "markdown-it";
import { addProblem, lineOf, type TextProblem } from "./markdown-problems.ts";

/**
 * Some rules of Markdown and typography take time that grows with the square of a paragraph's length or the
 * number of footnotes. No news comes near these limits; a text beyond them is reported.
 */
const LONGEST_TEXT = 5_000_000;
const LONGEST_PARAGRAPH = 50_000;
const MOST_FOOTNOTES = 1000;
/** Beginnings and ends of blocks, and what stands between them: three for a paragraph. */
const MOST_PARTS = 100_000;

/**
 * @param problems is told where a text is too long
 * @returns the text, or nothing of one that is too long
 */
export function longestText(text: string, problems: TextProblem[]): string {
  if (text.length <= LONGEST_TEXT) return text;
  const message = `Текст длиннее ${LONGEST_TEXT / 1_000_000} миллионов знаков.`;
  problems.push({ line: 1, column: 1, message, mend: "разделите его на несколько статей." });
  return "";
}

/** A markdown-it plugin: tells of what is too large, and passes it by. */
export function markdownLimits(md: MarkdownIt): void {
  md.core.ruler.after("block", "limits", (state) => {
    limitNesting(state);
    limitParts(state);
    limitParagraphs(state);
    limitFootnotes(state);
  });
}

/** markdown-it drops text that is nested deeper. */
function limitNesting({ env, md, tokens }: StateCore): void {
  const deepest = (md.options.maxNesting ?? 0) - 1;
  const token = tokens.find(({ nesting, level }) => nesting === 1 && level >= deepest);
  if (token === undefined) return;
  const message = "Цитаты и списки вложены друг в друга слишком глубоко: дальше текст не виден.";
  addProblem(env, {
    line: lineOf(token),
    column: 1,
    message,
    mend: "уберите лишние «>» и отступы.",
  });
}

function limitParts(state: StateCore): void {
  if (state.tokens.length <= MOST_PARTS) return;
  state.tokens = [];
  const message = "В тексте десятки тысяч абзацев, строк таблиц или пунктов.";
  const mend = "разделите его на несколько статей.";
  addProblem(state.env, { line: 1, column: 1, message, mend });
}

function limitParagraphs({ env, tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "inline" || token.content.length <= LONGEST_PARAGRAPH) continue;
    token.content = "";
    const message = `Абзац длиннее ${LONGEST_PARAGRAPH / 1000} тысяч знаков.`;
    const mend = "разделите его на абзацы: между ними стоит пустая строка.";
    addProblem(env, { line: lineOf(token), column: 1, message, mend });
  }
}

function limitFootnotes(state: StateCore): void {
  const { refs = {} } = (state.env.footnotes ?? {}) as { readonly refs?: object };
  const count = Object.keys(refs).length;
  if (count <= MOST_FOOTNOTES) return;
  const message = `Сносок ${count}, а показать можно не больше ${MOST_FOOTNOTES}.`;
  addProblem(state.env, { line: 1, column: 1, message, mend: "уберите лишние." });
  delete state.env.footnotes;
  state.tokens = state.tokens.filter(({ type }) => !type.startsWith("footnote"));
}
