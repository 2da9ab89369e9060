import type { MarkdownIt, Token } from "markdown-it";
import { typography } from "./typography.ts";

/**
 * A paragraph is set as a whole, so that a quotation may open before **bold** and close after it.
 * What is not text is stood in for: markup by a tag, which the typographer looks through, and
 * code, addresses and images by a private-use character, in which it sees a letter.
 */
const OPENING = "<v>";
const CLOSING = "</v>";
const OBJECT = "\uE000";
const BREAK = "\n";
const STAND_IN = /<\/?v>|\uE000|\n/;

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
  const texts = proseTokens(children);
  const paragraph = children.map((token) => standIn(token, texts)).join("");
  const pieces = typography(paragraph).split(STAND_IN);
  // A text that holds a stand-in itself, or a rule that removed one: then nothing is touched.
  if (pieces.length !== children.length - texts.size + 1) return;
  let piece = 0;
  for (const token of children) {
    const isRussian = texts.get(token);
    if (isRussian === undefined) piece++;
    else if (isRussian) token.content = pieces[piece] ?? token.content;
  }
}

function standIn(token: Token, texts: ReadonlyMap<Token, boolean>): string {
  if (texts.has(token)) return token.content;
  if (token.type === "softbreak" || token.type === "hardbreak") return BREAK;
  // A number above the line belongs to no word, and a quotation closes before it.
  if (token.type === "footnote_ref") return CLOSING;
  if (token.nesting === 0) return OBJECT;
  return token.nesting === 1 ? OPENING : CLOSING;
}

/**
 * The tokens whose text is prose, with whether it is Russian: not the text of an address that links
 * to itself. Of other languages only those around them take notice: whether a quotation closes.
 */
export function proseTokens(children: readonly Token[]): Map<Token, boolean> {
  const texts = new Map<Token, boolean>();
  let insideAddress = false;
  let foreignDepth = 0;
  for (const token of children) {
    if (token.type === "link_open") insideAddress = isAddress(token);
    if (token.type === "link_close") insideAddress = false;
    if (token.tag === "span") foreignDepth += token.nesting;
    if (token.type === "text" && !insideAddress) texts.set(token, foreignDepth === 0);
  }
  return texts;
}

function isAddress(link: Token): boolean {
  return link.markup === "autolink" || link.markup === "linkify";
}
