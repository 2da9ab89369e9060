import { textOfHtml } from "../html/dom.ts";

/** A whole tag: «a < b» is none. */
const TAG = /<\/?[a-z][^<>]*>/i;
const ENTITY = /&#?\w+;/;

/**
 * Titles and summaries of feeds are HTML in one feed and plain text in the next.
 *
 * @returns the text in one line without tags and entities, if it is not empty
 */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = TAG.test(text) ? textOfHtml(text) : ENTITY.test(text) ? decodeHtml(text) : text;
  return plain.replace(/\s+/g, " ").trim() || undefined;
}

function decodeHtml(text: string): string {
  return textOfHtml(text.replaceAll("<", "&lt;"));
}

/** The end of a summary that was cut off. */
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

/** A tag that is not escaped. */
const HTML_TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/i;

/** An escaped tag that texts are made of. */
const ESCAPED_TAG =
  /&lt;\/?(?:p|br|div|a|b|i|em|strong|u|img|ul|ol|li|h[1-6]|blockquote|span|table|figure)\b(?:[^<>]*?)\/?&gt;/i;

const SIGNS: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  amp: "&",
};

/**
 * Some feeds escape their HTML twice, and readers would see its tags.
 *
 * @returns the text of a feed, escaped once
 */
export function unescapedOnce(html: string): string {
  if (HTML_TAG.test(html) || !ESCAPED_TAG.test(html)) return html;
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (all, name: string) => SIGNS[name] ?? all);
}
