import type { MarkdownIt, StateCore, Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { text, type Wording } from "../../interface/index.ts";
import { escapeHtml } from "../../language/index.ts";
import { addProblem, columnOf, lineOf } from "./markdown-problems.ts";
import { endsLine } from "./markdown-text.ts";
import { wordingOf } from "./markdown-wording.ts";

/** The data of the plugin's tokens. */
interface Reference {
  /** From 0, in the order of the text. */
  readonly id: number;
  /** Which of the places it is that refer to the same footnote, from 0. */
  readonly subId?: number;
}

/** What the plugin keeps: where a footnote stands in the list, -1 where nothing refers to it. */
interface Known {
  readonly refs?: Readonly<Record<string, number>>;
}

const DEFINITION = "footnote_reference_open";

/** What looks like a reference and was none, for there is no such footnote. */
const LOST = /\[\^[^\s\]]+\]/g;

/**
 * A markdown-it plugin: `[^1]` and `[^1]: text`. Numbers are by the order of the text, whatever the
 * names; ids hold a sign that those of headings have not. Search does not read the numbers, which
 * would become part of the words before them.
 */
export function markdownFootnotes(md: MarkdownIt): void {
  md.use(footnotes);
  // «2^[10]» is text.
  md.inline.ruler.disable("footnote_inline");
  md.core.ruler.after("inline", "footnote_problems", tellProblems);
  Object.assign(md.renderer.rules, {
    footnote_ref: rule(referenceHtml),
    footnote_open: rule(({ id }) => `<li id="note_${id + 1}">\n`),
    footnote_close: () => "</li>\n",
    footnote_anchor: rule(returnHtml),
    footnote_block_open: rule(notesHtml),
    footnote_block_close: () => "</ol>\n</section>\n",
  });
}

function rule(html: (reference: Reference, wording: Wording) => string) {
  return (tokens: readonly Token[], index: number, _: unknown, env: object): string =>
    html(tokens[index]?.meta as unknown as Reference, wordingOf(env));
}

function notesHtml(_: unknown, wording: Wording): string {
  const title = escapeHtml(text(wording, "prose.notes"));
  return `<section class="footnotes" role="doc-endnotes" aria-label="${title}">\n<h2>${title}</h2>\n<ol>\n`;
}

function placeId({ id, subId = 0 }: Reference): string {
  return subId === 0 ? `ref_${id + 1}` : `ref_${id + 1}_${subId + 1}`;
}

function referenceHtml(reference: Reference, wording: Wording): string {
  const number = reference.id + 1;
  const label = escapeHtml(text(wording, "prose.note", { number }));
  const link = `<a href="#note_${number}" id="${placeId(reference)}" role="doc-noteref" aria-label="${label}">${number}</a>`;
  return `<sup data-pagefind-ignore>${link}</sup>`;
}

function returnHtml(reference: Reference, wording: Wording): string {
  const { id, subId = 0 } = reference;
  const number = id + 1;
  const told =
    subId === 0
      ? text(wording, "prose.back", { number })
      : text(wording, "prose.backTo", { number, place: subId + 1 });
  const label = escapeHtml(told);
  return ` <a href="#${placeId(reference)}" role="doc-backlink" aria-label="${label}" data-pagefind-ignore>↑</a>`;
}

/** Runs before the plugin moves footnotes to the end; a footnote's line is that of its content. */
function tellProblems(state: StateCore): void {
  const told = new Set<string>();
  const refs = (state.env.footnotes as Known | undefined)?.refs ?? {};
  let depth = 0;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type.startsWith("footnote_reference_")) depth += token.nesting;
    if (token.type === DEFINITION) tellDefinition(state, index, refs, told);
    if (token.type === DEFINITION && depth > 1) tellNested(state, index);
    if (token.type === "inline") tellLost(state, token);
  }
}

function tellDefinition(
  state: StateCore,
  index: number,
  refs: Readonly<Record<string, number>>,
  told: Set<string>,
): void {
  const label = String(state.tokens[index]?.meta?.label ?? "");
  const mark = `[^${label}]:`;
  const body = state.tokens[index + 1];
  const isEmpty = body === undefined || body.map === null;
  const line = isEmpty ? lineWith(state.src, mark) : lineOf(body);
  const tell = (message: string, mend: string): void =>
    addProblem(state.env, { line, column: columnOf(state.src, line, mark), message, mend });
  if (told.has(label)) tell(`Сноска [^${label}] написана дважды.`, "дайте второй другое имя.");
  else if (isEmpty) tell(`В сноске [^${label}] нет текста.`, `напишите его после «${mark}».`);
  else if (refs[`:${label}`] === -1) {
    tell(`На сноску [^${label}] ничто не ссылается.`, `поставьте в тексте [^${label}].`);
  }
  told.add(label);
}

/** The plugin would drop the text around a nested footnote. */
function tellNested(state: StateCore, index: number): void {
  const mark = `[^${String(state.tokens[index]?.meta?.label ?? "")}]:`;
  const line = lineWith(state.src, mark);
  const message = `Сноска «${mark}» стоит внутри другой сноски.`;
  const mend = "начните её с начала строки, отдельным абзацем.";
  addProblem(state.env, { line, column: columnOf(state.src, line, mark), message, mend });
}

function lineWith(src: string, mark: string): number {
  return src.split("\n").findIndex((line) => line.includes(mark)) + 1;
}

function tellLost(state: StateCore, block: Token): void {
  let line = lineOf(block);
  for (const token of block.children ?? []) {
    if (endsLine(token)) line++;
    if (token.children?.some(({ type }) => type === "footnote_ref")) tellInAlt(state, line);
    if (token.type !== "text") continue;
    for (const [mark] of token.content.matchAll(LOST)) {
      const column = columnOf(state.src, line, mark);
      const mend = `напишите её отдельной строкой «${mark}: текст»; если это не сноска, поставьте перед скобкой «\\».`;
      addProblem(state.env, { line, column, message: `Сноски ${mark} нет.`, mend });
    }
  }
}

/** Nobody could go back there: what describes a picture holds no links. */
function tellInAlt({ env, src }: StateCore, line: number): void {
  const message = "Сноска стоит в описании картинки, где её не видно.";
  const mend = "поставьте её в тексте или в подписи под картинкой.";
  addProblem(env, { line, column: columnOf(src, line, "[^"), message, mend });
}
