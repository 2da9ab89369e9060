import { readFileSync } from "node:fs";
import { renderOwnPage, type Site } from "../../content/index.ts";
import type { EleventyConfig } from "./types.ts";

/** What Eleventy hands to a renderer of Markdown: the data of the page. */
interface MarkdownPage {
  readonly page?: { readonly inputPath: string };
}

/**
 * Gives a project's own pages in Markdown the typography of articles.
 *
 * @param site as it is when a page is rendered
 */
export function markdown(eleventy: EleventyConfig, site: () => Site): void {
  eleventy.setLibrary("md", {
    render: (text: string, { page }: MarkdownPage = {}) => {
      const file = page?.inputPath ?? "";
      return renderOwnPage({ file, text, firstLine: firstLineOf(text, file) }, site());
    },
  });
}

/** Front matter stands before it; where a template language has changed the text, the file's first. */
function firstLineOf(text: string, file: string): number {
  const whole = file === "" ? text : readFileSync(file, "utf8");
  const start = whole.lastIndexOf(text.trim()) - text.indexOf(text.trim());
  return start < 0 ? 1 : whole.slice(0, start).split("\n").length;
}
