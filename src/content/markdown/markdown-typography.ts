import type { MarkdownIt, Token } from "markdown-it";
import { typography, type Unclear, unclearQuotation } from "../typography/typography.ts";
import { BOUNDARY, OBJECT } from "../typography/typography-kept.ts";
import { isBreak } from "./markdown-text.ts";

/**
 * A paragraph is set as a whole, so that a quotation may open before **bold** and close after it. What
 * is not its text is stood in for.
 */
const BREAK = "\n";
const STAND_IN = new RegExp(`[${BOUNDARY}${OBJECT}${BREAK}]`);

/**
 * A markdown-it plugin: Russian typography for the text of paragraphs, headings, lists and
 * tables. Code, addresses (autolinks and bare ones), the targets of links and passages in other
 * languages stay as written.
 */
export function markdownTypography(markdown: MarkdownIt): void {
  markdown.core.ruler.push("russian_typography", (state) => {
    for (const block of state.tokens) {
      if (block.type === "inline" && block.children) setInline(block.children);
    }
  });
}

function setInline(children: readonly Token[]): void {
  const prose = proseTokens(children);
  const pieces = typography(paragraphOf(children, prose)).split(STAND_IN);
  // A text that holds a stand-in itself: then nothing is touched.
  if (pieces.length !== children.length - prose.size + 1) return;
  let piece = 0;
  for (const token of children) {
    if (prose.has(token)) token.content = pieces[piece] ?? token.content;
    else piece++;
  }
}

function paragraphOf(children: readonly Token[], prose: ReadonlySet<Token>): string {
  return children.map((token) => (prose.has(token) ? token.content : standIn(token))).join("");
}

function standIn(token: Token): string {
  if (isBreak(token)) return BREAK;
  // A number above the line belongs to no word, and a quotation closes before it.
  return token.nesting === 0 && token.type !== "footnote_ref" ? OBJECT : BOUNDARY;
}

/** Why the quotation marks of a paragraph stay as typed, and for which mark. */
export interface UnclearToken extends Unclear {
  /** In its text the mark stands at `index`. */
  readonly token: Token;
}

/** @returns the mark for which the quotation marks of a paragraph stay as typed */
export function unclearToken(children: readonly Token[]): UnclearToken | undefined {
  const prose = proseTokens(children);
  const unclear = unclearQuotation(paragraphOf(children, prose));
  let index = unclear?.index ?? 0;
  for (const token of unclear === undefined ? [] : children) {
    const { length } = prose.has(token) ? token.content : BREAK;
    if (unclear !== undefined && index < length) return { ...unclear, token, index };
    index -= length;
  }
  return undefined;
}

/** @returns the tokens whose text is Russian prose: not the text of an address that links to itself */
export function proseTokens(children: readonly Token[]): Set<Token> {
  const texts = new Set<Token>();
  let insideAddress = false;
  let foreignDepth = 0;
  for (const token of children) {
    if (token.type === "link_open") insideAddress = isAddress(token);
    if (token.type === "link_close") insideAddress = false;
    if (token.tag === "span") foreignDepth += token.nesting;
    if (token.type === "text" && !insideAddress && foreignDepth === 0) texts.add(token);
  }
  return texts;
}

function isAddress(link: Token): boolean {
  return link.markup === "autolink" || link.markup === "linkify";
}
