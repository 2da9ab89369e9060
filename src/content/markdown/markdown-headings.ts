import type { MarkdownIt, Token } from "markdown-it";
import { PAGE_IDS } from "../model/page-ids.ts";
import { slugify } from "../model/slugs.ts";
import type { Heading } from "../model/types.ts";
import { plainText } from "./markdown-text.ts";

/**
 * A markdown-it plugin. The page's only h1 is the article's title, so a heading of the first rank becomes an
 * h2, and none is more than one rank below the one before: screen readers' users take a gap for a missed
 * heading. Headings without an id get one from their words, for links and search results.
 */
export function markdownHeadings(md: MarkdownIt): void {
  md.core.ruler.push("heading_levels", ({ tokens }) => {
    let above: number[] = [];
    for (const token of tokens) {
      if (token.type === "heading_open") {
        const rank = Math.max(2, Number(token.tag.slice(1)));
        above = [...above.filter((other) => other < rank), rank];
      }
      if (isHeading(token)) token.tag = `h${above.length + 1}`;
    }
  });
  md.core.ruler.push("heading_anchors", ({ tokens }) => {
    const own = tokens.flatMap((token) => (isHeading(token) ? [token.attrGet("id")] : []));
    const taken = new Set([...PAGE_IDS, ...own.map(String)]);
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "heading_open" || token.attrGet("id") !== null) continue;
      const id = freeId(slugify(plainText(tokens[index + 1])) || "razdel", taken);
      taken.add(id);
      token.attrSet("id", id);
    }
  });
}

/** Headings may be equal, and one may read like another with a number: «Итог», «Итог», «Итог 2». */
function freeId(slug: string, taken: ReadonlySet<string>): string {
  let id = slug;
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
  return id;
}

function isHeading({ type }: Token): boolean {
  return type === "heading_open" || type === "heading_close";
}

/** @returns the headings of a text, in its order */
export function headingsOf(tokens: readonly Token[]): Heading[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const level = Number(token.tag.slice(1)) as Heading["level"];
    const id = String(token.attrGet("id"));
    return [{ level, id, text: plainText(tokens[index + 1]) }];
  });
}
