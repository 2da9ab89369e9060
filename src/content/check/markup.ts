import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { addRemark, lineOf, sourceLine } from "../markdown/markdown-problems.ts";
import { endsLine } from "../markdown/markdown-text.ts";
import { proseTokens } from "../markdown/markdown-typography.ts";
import { blockRemark } from "./markup-blocks.ts";
import { signsIn, toldOf } from "./markup-search.ts";
import { HEADING_SIGN, OBJECT, SIGNS } from "./markup-signs.ts";

/** The lines of a block from 1: the first one and the last one. */
type Lines = readonly [number, number];

const OBJECT_OR_END = new RegExp(`[${OBJECT}\n]`);

/**
 * A markdown-it plugin of the check: tells of marks that readers see, and of what Markdown has made of
 * a text that was hardly meant so.
 */
export function markupRemarks(md: MarkdownIt): void {
  // Later, escaped signs look like others.
  md.core.ruler.before("text_join", "markup_remarks", (state) => {
    let lines: Lines = [1, 1];
    for (const [index, token] of state.tokens.entries()) {
      // Cells of tables have no lines of their own, but their rows have.
      if (token.map !== null) lines = [token.map[0] + 1, Math.max(token.map[0] + 1, token.map[1])];
      tellBlock(state, index);
      if (token.type === "inline") tellInline(state, index, lines);
    }
  });
}

function tellInline(state: StateCore, index: number, lines: Lines): void {
  const children = state.tokens[index]?.children ?? [];
  const text = seenText(children);
  const isParagraph = state.tokens[index - 1]?.type === "paragraph_open";
  const signs = isParagraph ? [HEADING_SIGN, ...SIGNS] : SIGNS;
  const told = new Set<string>();
  for (const { sign, found, index: at } of signsIn(text, signs)) {
    const before = text.slice(0, at).split("\n");
    const line = lines[0] + before.length - 1;
    const place = placeOf(state.src, line, lines[1], found, before.at(-1));
    const remark = { ...place, ...toldOf(sign, found) };
    const key = `${remark.line} ${remark.message}`;
    if (!told.has(key)) addRemark(state.env, remark);
    told.add(key);
  }
  tellTokens(state, children, lines);
}

/** The visible text of a paragraph as typed, without code, addresses and escaped signs. */
function seenText(children: readonly Token[]): string {
  const prose = proseTokens(children);
  return children
    .map((token) => {
      if (endsLine(token)) return "\n";
      if (prose.has(token)) return token.content;
      return token.nesting === 0 ? OBJECT : "";
    })
    .join("");
}

/**
 * The line is a guess where code runs over the end of one: then the words are in a later line.
 *
 * @param before what stands before the words in their line, as it is seen
 */
function placeOf(src: string, line: number, last: number, found: string, before = "") {
  const [words = ""] = found.trim().split(OBJECT_OR_END, 1);
  const isThere = (own: number): boolean => sourceLine(src, own).includes(words);
  const own = range(line, last).find(isThere);
  if (words === "" || own === undefined) return { line, column: 1 };
  const parts = sourceLine(src, own).split(words);
  const count = own === line ? before.split(words).length : 1;
  return {
    line: own,
    column: parts.slice(0, Math.min(count, parts.length - 1)).join(words).length + 1,
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function tellBlock({ tokens, src, env }: StateCore, index: number): void {
  const token = tokens[index];
  const remark = token === undefined ? undefined : blockRemark(token, tokens[index + 1], src);
  if (token !== undefined && remark !== undefined) {
    addRemark(env, { line: lineOf(token), column: 1, ...remark });
  }
}

type Tell = (found: string, message: string, mend: string) => void;

function tellTokens(state: StateCore, children: readonly Token[], [first, last]: Lines): void {
  let line = first;
  for (const [index, token] of children.entries()) {
    if (endsLine(token)) line++;
    const tell: Tell = (found, message, mend) =>
      addRemark(state.env, { ...placeOf(state.src, line, last, found), message, mend });
    if (token.type === "image") tellImage(token, tell);
    if (token.type === "link_open") tellLink(token, children.slice(index + 1), tell);
    if (token.type === "code_inline") tellCode(token, children[index - 1], tell);
  }
}

function tellImage({ children }: Token, tell: Tell): void {
  if (children?.some(({ type }) => type === "link_open") !== true) return;
  const message = "Ссылка в описании картинки не сработает, её адреса читатель не увидит.";
  tell("![", message, "поставьте её в тексте или в подписи под картинкой.");
}

function tellLink(link: Token, behind: readonly Token[], tell: Tell): void {
  // Before emphasis stands an empty text.
  const words = behind.find(({ type, content }) => type !== "text" || content.trim() !== "");
  if (words?.type === "link_close") {
    tell("[", "Ссылка без слов: её не видно.", "напишите слова: [слова](адрес).");
  }
  if (link.attrGet("href") !== "") return;
  tell("]()", "Ссылка без адреса никуда не ведёт.", "впишите адрес: [слова](адрес).");
}

/** «об`явление и с`езд» */
function tellCode(code: Token, before: Token | undefined, tell: Tell): void {
  const isInWord = before?.type === "text" && /\p{Script=Cyrillic}$/u.test(before.content);
  if (!isInWord || !/^\p{Script=Cyrillic}/u.test(code.content)) return;
  tell("`", "Обратная кавычка внутри слова сделала текст кодом.", "поставьте апостроф: ’.");
}
