import { unescapeHtml } from "../../src/language/index.ts";

/** The words of words.ts. */
const WORDS = /слово[а-к]{3}щ/g;

/** Something that an editor is told, by its line in the text. */
export interface Told {
  readonly line?: number | undefined;
  readonly message: string;
}

/**
 * @param text of an article, of wordyText
 * @param html what is published of it
 * @param told what its editor is told
 * @returns the words of the text that the page has not, and that nothing told is about
 */
export function lostWords(text: string, html: string, told: readonly Told[]): string[] {
  const shown = new Set(pageText(html).match(WORDS));
  return text.split("\n").flatMap((own, index) => {
    const isTold = (word: string): boolean =>
      told.some(({ line, message }) => line === index + 1 || message.includes(word));
    return (own.match(WORDS) ?? []).filter((word) => !shown.has(word) && !isTold(word));
  });
}

/** Marks that mean something, and were not taken for that. */
const MARKS =
  /(?<!\*)\*\*[\p{L}«]|\]\(|\]\[|\[\[|<\/?[a-z]|\{[#:.]|~~\S|`|^\|.*\|$|&[a-z]+;|<!--|(?<![\p{L}\d])\$\S+\$/mu;

/** @returns the first mark of markup that readers see outside of code; nothing where there is none */
export function shownMark(html: string): string | undefined {
  return MARKS.exec(
    textOf(html.replace(/<(code|a href="(?:https?|mailto):)[\s\S]*?<\/(?:code|a)>/g, "")),
  )?.[0];
}

/** What is read on a page; and what is heard, or seen where a pointer is, stands in attributes. */
function pageText(html: string): string {
  const attributes = [...html.matchAll(/="([^"]*)"/g)].map(([, value = ""]) => decoded(value));
  return [textOf(html), ...attributes.map(unescapeHtml)].join("\n");
}

/** Letters are divided by blocks and breaks only, not by what stands in line. */
function textOf(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ""));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
