import { unescapeHtml } from "../../../language/index.ts";
import { markdownToHtml } from "../formats/markdown-reader.ts";
import { withCodeBlocks } from "../formats/template-codes.ts";
import type { ImportedBody, ImportedItem, Note } from "../imported-item.ts";

/** Parts of a page without words. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** The number of a footnote, which is no part of the word before it. */
const REFERENCE = /<sup\b[^<>]*(?:footnote-ref|data-pagefind-ignore)[^<>]*>/gi;

/** A note in our list of notes, with its number. */
const NOTE = /<li id="note_(\d+)">/g;

/** Tags that may be inside of a word: «сло<b>во</b>». All others separate words. */
const INLINE =
  /<\/?(?:a|abbr|b|bdi|big|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/gi;

const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;

/** Descriptions of pictures may be of words that a code had. */
const DESCRIPTION = /<img\b[^<>]*\salt="([^"]*)"/g;

/** Links are counted as links, not as words. */
const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"«»“”„]+/gi;

/** «&mdash;» is no word; the entities of XML are decoded. */
const NAMED_SIGN = /&(?!(?:amp|lt|gt|quot|apos);)[a-z]+\d*;/gi;

/** Codes of Hugo, Jekyll, kramdown and WordPress. */
const CODES = {
  markdown: /\{\{[\s\S]{0,2000}?\}\}|\{%[\s\S]{0,2000}?%\}|\{:[^{}\n]*\}/g,
  html: /\[\/?[a-z][\w-]*(?:\s[^[\]]*)?\]/gi,
};

/** Stands for a code that is left out: a blank line would begin a block. */
const STAND_IN = "\u2060";

/**
 * @param html HTML or plain text
 * @returns its words as they are compared: small letters, folded by NFKC, so that «²» is «2»
 */
export function wordsOf(html: string): string[] {
  const shown = html
    .replace(UNSEEN, " ")
    .replace(REFERENCE, " ")
    .replace(NOTE, " $1 ")
    .replace(INLINE, "")
    .replace(/<[^<>]*>/g, " ");
  const text = unescapeHtml(shown.replace(NAMED_SIGN, " ")).replace(ADDRESS, " ");
  return text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
}

/**
 * @param written the text as its source has it, before a reader has changed codes in it
 * @returns the words that it has for its readers
 */
export function sourceWords({ format, text }: ImportedBody, written = text): string[] {
  if (format === "markdown")
    return wordsOf(
      markdownToHtml(withCodeBlocks(written).replace(CODES.markdown, captionsOf), {
        isPage: () => true,
      }),
    );
  const html = written.replace(CODES.html, captionsOf).replace(CODES.markdown, captionsOf);
  return wordsOf(format === "html" ? html : text);
}

/** The titles and captions of a code, which readers see. */
function captionsOf(code: string): string {
  const shown = code.matchAll(/\b(?:title|caption|alt|text|summary)\s*=\s*("[^"]*"|'[^']*')/gi);
  return [STAND_IN, ...Array.from(shown, ([, words]) => words)].join(" ");
}

/**
 * @param words of the source
 * @param kept texts that may hold them: the article, its fields, notes of the report
 * @returns the missing ones, each as often as it is missing, in their order
 */
export function missingWords(words: readonly string[], kept: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const shown = kept.map((text) => text.replace(DESCRIPTION, " $1 $&"));
  for (const word of shown.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left === 0;
  });
}

/**
 * Notes the words of a text that are neither in its article nor in the report.
 *
 * @param kept what became of the item: texts and HTML
 */
export function tellMissing(
  { body, written, title, summary, image, notes }: ImportedItem,
  kept: readonly string[],
  note: (note: Note) => void,
): void {
  if (body === undefined) return;
  const fields = [title, summary, image?.alt, image?.caption].filter((one) => one !== undefined);
  const read = notes.map((one) => `${one.what} ${one.detail ?? ""}`);
  const missing = missingWords(sourceWords(body, written), [...kept, ...fields, ...read]);
  const detail = missing.join(" ");
  if (missing.length > 0)
    note({ what: "слов меньше, чем в источнике", detail, count: missing.length });
}
