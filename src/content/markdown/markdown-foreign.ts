import type { MarkdownIt, StateInline } from "markdown-it";

/** The language of a passage, just behind its closing bracket: {lang=en}. */
const LANGUAGE = /\{lang=(?:"([^"{}\n]*)"|([^"{}\s]*))\}/y;

/**
 * A markdown-it plugin: `[Belt and Road]{lang=en}` is a passage in another language. Every other use
 * of brackets and braces is text: plugins that know attributes in general take braces away even
 * where they allow none.
 */
export function markdownForeign(md: MarkdownIt): void {
  // Behind links: «[a](b)» and «[a]» with a definition below are links first.
  md.inline.ruler.after("image", "foreign_passage", readPassage);
}

function readPassage(state: StateInline, silent: boolean): boolean {
  // In silent mode markdown-it looks for a link's end, and would take this for another link.
  if (silent || state.src[state.pos] !== "[") return false;
  const [start, max] = [state.pos, state.posMax];
  const end = state.md.helpers.parseLinkLabel(state, start, false);
  LANGUAGE.lastIndex = end + 1;
  const match = end < 0 ? null : LANGUAGE.exec(state.src);
  if (match === null || LANGUAGE.lastIndex > max) return false;
  const after = LANGUAGE.lastIndex;
  state.push("foreign_open", "span", 1).attrSet("lang", match[1] ?? match[2] ?? "");
  [state.pos, state.posMax] = [start + 1, end];
  state.md.inline.tokenize(state);
  state.push("foreign_close", "span", -1);
  [state.pos, state.posMax] = [after, max];
  return true;
}
