import { textOfHtml } from "../html/dom.ts";

/** A whole tag: «a < b» is none. */
const TAG = /<\/?[a-z][^<>]*>/i;
const ENTITY = /&#?\w+;/;

/**
 * Titles and summaries of feeds are HTML in one feed and plain text in the next.
 *
 * @returns the text in one line, without tags and entities; nothing where it is empty
 */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = TAG.test(text) ? textOfHtml(text) : ENTITY.test(text) ? decodeHtml(text) : text;
  return plain.replace(/\s+/g, " ").trim() || undefined;
}

function decodeHtml(text: string): string {
  return textOfHtml(text.replaceAll("<", "&lt;"));
}

/** What stands for the rest of a text in a summary that was cut off. */
const CUT = /\s*(?:\[?(?:…|\.\.\.|&hellip;)\]?|читать (?:далее|полностью).*|далее)\s*$/iu;

/**
 * @param summary as the feed has it
 * @param text the whole text, plain
 * @returns the summary, unless it only repeats the beginning of the text
 */
export function ownSummary(
  summary: string | undefined,
  text: string | undefined,
): string | undefined {
  if (summary === undefined || text === undefined) return summary;
  const key = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const isBeginning = key(text.slice(0, summary.length * 2)).startsWith(
    key(summary.replace(CUT, "")),
  );
  return isBeginning ? undefined : summary;
}
