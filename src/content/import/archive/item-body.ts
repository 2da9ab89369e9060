import { escapeMarkdown } from "../escape-markdown.ts";
import { markdownToHtml } from "../formats/markdown-reader.ts";
import { textOfHtml } from "../html/dom.ts";
import type { HtmlReferences } from "../html/references.ts";
import { htmlToMarkdown } from "../html/to-markdown.ts";
import type { ImportedBody } from "../imported-item.ts";
import type { WikiEnvironment } from "../wiki-links.ts";

/** A text in the Markdown of articles. */
export interface ConvertedBody {
  /** May be empty. */
  readonly markdown: string;
  /** The text without marks, from which a title may be made. */
  readonly plain: string;
}

/** The references of a text, links of wikis too. */
export interface BodyReferences extends HtmlReferences, Required<WikiEnvironment> {}

/**
 * Turns the text of an item into the Markdown that articles are written in.
 *
 * @throws HtmlError where it is too long or nests too deep
 */
export function convertBody(body: ImportedBody, references: BodyReferences): ConvertedBody {
  if (body.format === "plain") return plainBody(body.text);
  const html = htmlOf(body, references);
  const markdown = htmlToMarkdown(html, body.isLoose ?? false, references);
  return { markdown, plain: wordsOf(html) };
}

/** @returns the plain text of `convertBody` */
export function plainOf(body: ImportedBody): string {
  return body.format === "plain" ? plainBody(body.text).plain : wordsOf(htmlOf(body, {}));
}

function htmlOf({ format, text }: ImportedBody, { isPage }: WikiEnvironment): string {
  return format === "html" ? text : markdownToHtml(text, { isPage });
}

function wordsOf(html: string): string {
  return textOfHtml(html).replace(/\s+/g, " ").trim();
}

function plainBody(text: string): ConvertedBody {
  const lines = text.split("\n").map((line) => line.trim());
  const paragraphs = lines.filter((line) => line !== "");
  return { markdown: paragraphs.map(escapeMarkdown).join("\n\n"), plain: paragraphs[0] ?? "" };
}
