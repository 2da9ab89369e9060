import type { MarkdownIt, Token } from "markdown-it";
import { typography } from "./typography.ts";

/**
 * A paragraph is set as a whole, so that a quotation may open before **bold** and close after it.
 * What is not text is stood in for: markup by a tag, which the typographer looks through, and
 * code, addresses and images by a private-use character, in which it sees a letter.
 */
const MARKUP = "<v>";
const OBJECT = "\uE000";
const BREAK = "\n";
const STAND_IN = /<v>|\uE000|\n/;

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
  const pieces = typography(paragraph).split(STAND_IN);
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
  if (token.type === "softbreak" || token.type === "hardbreak") return BREAK;
  return token.nesting === 0 ? OBJECT : MARKUP;
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
