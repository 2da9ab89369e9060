import createMarkdown, { type MarkdownIt } from "markdown-it";
import { markdownAbbreviations } from "./markdown-abbreviations.ts";
import { markdownCallouts } from "./markdown-callouts.ts";
import { markdownEmphasis } from "./markdown-emphasis.ts";
import { markdownFences } from "./markdown-fences.ts";
import { markdownFootnotes } from "./markdown-footnotes.ts";
import { markdownForeign } from "./markdown-foreign.ts";
import { markdownHeadingIds } from "./markdown-heading-ids.ts";
import { markdownLimits } from "./markdown-limits.ts";
import { markdownLists } from "./markdown-lists.ts";
import { markdownQuotes } from "./markdown-quotes.ts";
import { markdownReferences } from "./markdown-references.ts";
import { markdownRows } from "./markdown-rows.ts";
import { markdownTags } from "./markdown-tags.ts";
import { markdownTargets } from "./markdown-targets.ts";

/**
 * Makes a parser of articles' Markdown, up to where text is set: for pages (markdown.ts) and for
 * the check of sources, so that both read the same.
 *
 * @param linkify whether addresses in a text become links
 */
export function createParser(linkify: boolean): MarkdownIt {
  const markdown = createMarkdown({ html: false, linkify, typographer: false });
  // A bare «site.ru» in a sentence is a name; only what is written as an address becomes a link.
  markdown.linkify.set({ fuzzyLink: false });
  // Rules behind the same one run from the last to the first: the limits see what the others add.
  markdown.use(markdownLimits);
  markdown.use(markdownEmphasis);
  markdown.use(markdownTags);
  markdown.use(markdownForeign);
  markdown.use(markdownTargets);
  markdown.use(markdownCallouts);
  markdown.use(markdownFences);
  markdown.use(markdownFootnotes);
  markdown.use(markdownReferences);
  markdown.use(markdownHeadingIds);
  markdown.use(markdownLists);
  markdown.use(markdownRows);
  // What decides where a text begins and ends, before its typography.
  markdown.use(markdownQuotes);
  markdown.use(markdownAbbreviations);
  return markdown;
}
