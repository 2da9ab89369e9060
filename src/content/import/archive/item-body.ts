import { escapeMarkdown } from "../escape-markdown.ts";
import { markdownToHtml } from "../formats/markdown-reader.ts";
import { textOfHtml } from "../html/dom.ts";
import type { HtmlReferences } from "../html/references.ts";
import { htmlToMarkdown } from "../html/to-markdown.ts";
import type { ImportedBody } from "../imported-item.ts";

/** A text in the Markdown of articles. */
export interface ConvertedBody {
  /** Empty where nothing is left. */
  readonly markdown: string;
  /** The text as a reader sees it, to make a title of. */
  readonly plain: string;
}

/**
 * Turns the text of an item into the Markdown that articles are written in.
 *
 * @throws HtmlError where it is too long or nests too deep
 */
export function convertBody(body: ImportedBody, references: HtmlReferences): ConvertedBody {
  if (body.format === "plain") return plainBody(body.text);
  const html = body.format === "html" ? body.text : markdownToHtml(body.text);
  const markdown = htmlToMarkdown(html, body.isLoose ?? false, references);
  return { markdown, plain: textOfHtml(html).replace(/\s+/g, " ").trim() };
}

function plainBody(text: string): ConvertedBody {
  const lines = text.split("\n").map((line) => line.trim());
  const paragraphs = lines.filter((line) => line !== "");
  return { markdown: paragraphs.map(escapeMarkdown).join("\n\n"), plain: paragraphs[0] ?? "" };
}
