import type { MarkdownIt, StateInline } from "markdown-it";
import { ITEM_SCHEME } from "./html/references.ts";

/** What a renderer knows of a wiki. */
export interface WikiEnvironment {
  /** @returns whether there is a page of that name; any other link stays as written */
  isPage?(name: string): boolean;
}

/** [[page]], [[page|words]], [[page#place]]; «[[1]](…)» is another link, and «![[…]]» a picture. */
const LINK = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,500}))?\]\](?![[(])/y;

/** A markdown-it plugin: links of Obsidian and other wikis to known pages. */
export function wikiLinks(md: MarkdownIt): void {
  md.inline.ruler.before("link", "wiki", readLink);
}

function readLink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[[", state.pos) || state.src[state.pos - 1] === "!") return false;
  LINK.lastIndex = state.pos;
  const [all, name = "", words = name] = LINK.exec(state.src) ?? [];
  if (all === undefined) return false;
  const { isPage } = state.env as WikiEnvironment;
  if (isPage?.(name.trim()) !== true) return false;
  if (!silent) {
    const href = `${ITEM_SCHEME}${encodeURI(name.trim())}`;
    state.push("link_open", "a", 1).attrSet("href", href);
    state.push("text", "", 0).content = words.trim();
    state.push("link_close", "a", -1);
  }
  state.pos += all.length;
  return true;
}
