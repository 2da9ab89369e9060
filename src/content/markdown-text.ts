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

/** @returns the first paragraph of a text, empty where there is none */
export function firstParagraph(tokens: readonly Token[]): string {
  const open = tokens.findIndex((token) => token.type === "paragraph_open" && token.level === 0);
  return open === -1 ? "" : plainText(tokens[open + 1]);
}

/** @returns the words of each paragraph, heading, cell and listing of a text */
export function allTexts(tokens: readonly Token[]): string[] {
  return tokens.map((token) => {
    if (token.type === "inline") return plainText(token);
    return token.type === "fence" || token.type === "code_block" ? token.content : "";
  });
}
