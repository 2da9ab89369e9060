import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { endsLine, isBreak } from "./markdown-text.ts";

/** How a line begins that says whose words a quote is; two hyphens become a dash as elsewhere. */
const AUTHOR = /^(?:—|–|--)[ \u00a0]+/;

/** A line of a paragraph: the tokens of its words. */
type Line = readonly Token[];

/**
 * A markdown-it plugin: a quote whose last line begins with «— » is a figure with that line as its source. A
 * quote with another such line is a dialogue.
 */
export function markdownQuotes(md: MarkdownIt): void {
  md.core.ruler.push("quote_authors", (state) => {
    // From the end, so that insertions do not move the tokens that are still to be read.
    for (let index = state.tokens.length - 1; index >= 0; index--) {
      if (state.tokens[index]?.type === "blockquote_open") setQuote(state, index);
    }
  });
}

function setQuote(state: StateCore, start: number): void {
  const { tokens } = state;
  const level = tokens[start]?.level ?? 0;
  const end = endOf(tokens, start, level);
  const [inline, last] = tokens.slice(end - 2, end);
  const author = authorOf(tokens.slice(start, end));
  const isOwn = last?.type === "paragraph_close" && last.level === level + 1;
  if (inline === undefined || author === undefined || !isOwn) return;
  const caption = captionOf(state, inline, author);
  const rest = tokens.slice(start, hasMore(inline) ? end : end - 3);
  const quote = [figure(state, 1), ...rest, ...tokens.slice(end, end + 1)];
  const after = tokens.slice(end + 1);
  state.tokens = [...tokens.slice(0, start), ...quote, ...caption, figure(state, -1), ...after];
}

function endOf(tokens: readonly Token[], start: number, level: number): number {
  let end = start + 1;
  while (tokens[end]?.type !== "blockquote_close" || tokens[end]?.level !== level) end++;
  return end;
}

/** @returns the last of several lines, where it alone names an author */
function authorOf(quote: readonly Token[]): Line | undefined {
  const lines = quote.flatMap(linesOf);
  const last = lines.at(-1);
  const isLast = last !== undefined && lines.findIndex(isAuthor) === lines.length - 1;
  return isLast && lines.length > 1 ? last : undefined;
}

/** Lines end where no bold or link is open: what runs over the end of one is one line. */
function linesOf(block: Token): Line[] {
  if (block.type !== "inline") return [];
  const lines: Token[][] = [[]];
  let depth = 0;
  for (const token of block.children ?? []) {
    depth += token.nesting;
    if (depth === 0 && isBreak(token)) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

function isAuthor([first]: Line): boolean {
  return first?.type === "text" && AUTHOR.test(first.content);
}

function hasMore(inline: Token): boolean {
  return (inline.children ?? []).length > 0;
}

/** Takes the author's line from the quote's last paragraph. */
function captionOf(state: StateCore, inline: Token, author: Line): Token[] {
  const children = inline.children ?? [];
  // With the line goes the break before it.
  const before = children.slice(0, Math.max(0, children.length - author.length - 1));
  const caption = new state.Token("inline", "", 0);
  const line = (inline.map?.[0] ?? 0) + children.filter(endsLine).length;
  caption.map = [line, line + 1];
  caption.children = [...author];
  const [first] = author;
  if (first !== undefined) first.content = first.content.replace(AUTHOR, "—\u00a0");
  inline.children = before;
  const open = new state.Token("quote_author_open", "figcaption", 1);
  const close = new state.Token("quote_author_close", "figcaption", -1);
  for (const token of [open, close]) token.block = true;
  return [open, caption, close];
}

function figure(state: StateCore, nesting: 1 | -1): Token {
  const token = new state.Token(nesting === 1 ? "quote_open" : "quote_close", "figure", nesting);
  token.block = true;
  if (nesting === 1) token.attrSet("class", "quote");
  return token;
}
