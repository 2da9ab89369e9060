import createMarkdown, { type MarkdownIt, type StateCore, type Token } from "markdown-it";
import definitions from "markdown-it-deflist";
import footnotes from "markdown-it-footnote";
import { markdownEmphasis } from "../../markdown/markdown-emphasis.ts";
import { problemEnvironment } from "../../markdown/markdown-problems.ts";
import { markdownRows } from "../../markdown/markdown-rows.ts";
import { type WikiEnvironment, wikiLinks } from "../wiki-links.ts";

/**
 * Reads the Markdown of others as HTML, in which HTML may stand; it is cleaned as all HTML is. Of its
 * dialects: footnotes, definition lists, tasks, names of headings, links of wikis.
 */
const reader = createMarkdown({ html: true, linkify: false, typographer: false })
  .use(footnotes)
  .use(definitions)
  .use(headingNames)
  .use(tasks)
  .use(markdownRows)
  .use(markdownEmphasis)
  .use(wikiLinks);

/** @returns HTML */
export function markdownToHtml(text: string, environment: WikiEnvironment): string {
  return reader.render(text, { ...problemEnvironment([]), ...environment });
}

/** «## Слова {#name}» of PHP Markdown Extra, «{: #name .class}» of kramdown. */
const NAME = /\s*\{:?\s*((?:[#.][\p{L}\p{N}_:.-]+\s*)+)\}\s*$/u;

function headingNames(md: MarkdownIt): void {
  md.core.ruler.before("inline", "heading_names", ({ tokens }: StateCore) => {
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type !== "heading_open" || inline === undefined) continue;
      const match = NAME.exec(inline.content);
      if (match === null) continue;
      inline.content = inline.content.slice(0, match.index);
      const [, name] = /#([^\s#]+)/.exec(match[1] ?? "") ?? [];
      if (name !== undefined) token.attrSet("id", name);
    }
  });
}

/** «- [x] Сделано»: a box, as GitHub shows it. */
function tasks(md: MarkdownIt): void {
  md.core.ruler.before("inline", "tasks", ({ tokens }: StateCore) => {
    for (const [index, token] of tokens.entries()) {
      const [item, inline] = [tokens[index - 2], token];
      if (inline.type !== "inline" || item?.type !== "list_item_open") continue;
      setTask(inline);
    }
  });
}

function setTask(inline: Token): void {
  const [all, state] = /^\[([ xX])\]\s+(?=\S)/.exec(inline.content) ?? [];
  if (all === undefined) return;
  const checked = state === " " ? "" : " checked";
  inline.content = `<input type="checkbox"${checked}>${inline.content.slice(all.length)}`;
}
