import type { MarkdownIt, Token } from "markdown-it";
import { typography } from "./typography.ts";

/**
 * Stands for everything that is not text while a paragraph is set as a whole, so that a
 * quotation may open before **bold** and close after it. A private-use character: the
 * typographer sees a letter in it.
 */
const MARKUP = "\uE000";
const BREAKS = new Set(["softbreak", "hardbreak"]);

/**
 * A markdown-it plugin: Russian typography for the text of paragraphs, headings, lists and
 * tables. Code, addresses (autolinks and bare ones) and the targets of links stay as written.
 */
export function markdownTypography(markdown: MarkdownIt): void {
  markdown.core.ruler.push("russian_typography", (state) => {
    for (const block of state.tokens) {
      if (block.type === "inline" && block.children) setInline(block.children);
    }
  });
}

function setInline(children: readonly Token[]): void {
  const texts = textTokens(children);
  const paragraph = children.map((token) => standIn(token, texts)).join("");
  const pieces = typography(paragraph).split(/[\uE000\n]/);
  // A text that holds a stand-in itself, or a rule that removed one: then nothing is touched.
  if (pieces.length !== children.length - texts.size + 1) return;
  let piece = 0;
  for (const token of children) {
    if (texts.has(token)) token.content = pieces[piece] ?? token.content;
    else piece++;
  }
}

function standIn(token: Token, texts: ReadonlySet<Token>): string {
  if (texts.has(token)) return token.content;
  return BREAKS.has(token.type) ? "\n" : MARKUP;
}

/** The tokens whose text is prose: not the text of an address that links to itself. */
function textTokens(children: readonly Token[]): Set<Token> {
  const texts = new Set<Token>();
  let insideAddress = false;
  for (const token of children) {
    if (token.type === "link_open") insideAddress = isAddress(token);
    if (token.type === "link_close") insideAddress = false;
    if (token.type === "text" && !insideAddress) texts.add(token);
  }
  return texts;
}

function isAddress(link: Token): boolean {
  return link.markup === "autolink" || link.markup === "linkify";
}
