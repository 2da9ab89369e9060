import type { Token } from "markdown-it";
import { TYPED_BREAK } from "./markdown-tags.ts";

/** @returns the words of a paragraph or a heading, without what marks them */
export function plainText(inline: Token | undefined): string {
  const parts = (inline?.children ?? []).map((token) => {
    if (isBreak(token)) return " ";
    return token.type === "text" || token.type === "code_inline" ? token.content : "";
  });
  return parts.join("").trim();
}

/** @returns whether a line ends here, in the source or on the page */
export function isBreak({ type }: Token): boolean {
  return type === "softbreak" || type === "hardbreak";
}

/** @returns whether a line of the source ends here */
export function endsLine(token: Token): boolean {
  return isBreak(token) && token.markup !== TYPED_BREAK;
}

/**
 * @returns the first paragraph of a text that says something, empty where there is none: one that holds
 *   links alone leads elsewhere, as to a picture that is not here
 */
export function firstParagraph(tokens: readonly Token[]): string {
  const open = tokens.findIndex((token, index) => {
    const isParagraph = token.type === "paragraph_open" && token.level === 0;
    return isParagraph && !holdsLinksAlone(tokens[index + 1]);
  });
  return open === -1 ? "" : plainText(tokens[open + 1]);
}

function holdsLinksAlone(inline: Token | undefined): boolean {
  let [depth, links] = [0, 0];
  for (const token of inline?.children ?? []) {
    if (token.type === "link_open") links += ++depth;
    else if (token.type === "link_close") depth--;
    else if (depth === 0 && !isBreak(token) && token.content.trim() !== "") return false;
  }
  return links > 0;
}

/** @returns the words of each paragraph, heading, cell and listing of a text */
export function allTexts(tokens: readonly Token[]): string[] {
  return tokens.map((token) => {
    if (token.type === "inline") return plainText(token);
    return token.type === "fence" || token.type === "code_block" ? token.content : "";
  });
}
