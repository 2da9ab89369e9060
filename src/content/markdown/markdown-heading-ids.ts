import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { PAGE_IDS } from "../model/page-ids.ts";
import { addProblem, columnOf, lineOf } from "./markdown-problems.ts";

/** At the end of a heading, behind its words. */
const OWN_ID = /[ \t]+\{#([^{}\s]+)\}$/;
const FORM = /^\p{L}[\p{L}\p{N}_-]*$/u;
/** Those of footnotes and of the places that refer to them. */
const OF_FOOTNOTES = /^(?:note|ref)_/;

/**
 * A markdown-it plugin: `## Итоги {#itogi}` gives a heading an address that stays when its words
 * change. The ids of the other headings keep away from these.
 */
export function markdownHeadingIds(md: MarkdownIt): void {
  md.core.ruler.after("block", "heading_ids", (state) => {
    const taken = new Set<string>();
    for (const [index, open] of state.tokens.entries()) {
      const inline = state.tokens[index + 1];
      const [mark = "", id] = OWN_ID.exec(inline?.content ?? "") ?? [];
      if (open.type !== "heading_open" || inline === undefined || id === undefined) continue;
      inline.content = inline.content.slice(0, -mark.length);
      if (isFree(id, taken, inline, state)) open.attrSet("id", id);
      taken.add(id);
    }
  });
}

function isFree(id: string, taken: ReadonlySet<string>, inline: Token, state: StateCore): boolean {
  const line = lineOf(inline);
  const tell = (message: string, mend: string): false => {
    const column = columnOf(state.src, line, `{#${id}}`);
    addProblem(state.env, { line, column, message, mend });
    return false;
  };
  if (!FORM.test(id)) {
    const mend = "начните с буквы, дальше — буквы, цифры, «-» и «_»: {#itogi-goda}.";
    return tell(`{#${id}}: такого адреса у подзаголовка быть не может.`, mend);
  }
  if (taken.has(id)) return tell(`{#${id}} есть уже у другого подзаголовка.`, "дайте другое имя.");
  if (!PAGE_IDS.has(id) && !OF_FOOTNOTES.test(id)) return true;
  return tell(`{#${id}}: это имя занято самой страницей.`, "дайте другое имя.");
}
