import type { MarkdownIt, StateInline } from "markdown-it";
import { isNamedMedia } from "../model/media-names.ts";

/** The round brackets of a link or a picture. */
interface Target {
  readonly address: string;
  readonly title: string;
  /** Behind the closing bracket. */
  readonly end: number;
}

const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg|bmp|tiff?|heic)$/i;
/** Looks like an address: a scheme, a path, or the name of a file. */
const ADDRESS = /^(?:https?:\/\/|\.{0,2}\/)|\.[a-z][a-z0-9]{1,4}$/i;
/** Longer than any name; open brackets are not searched to the end of the text. */
const LONGEST = 1000;

/**
 * A markdown-it plugin: pictures and links whose addresses hold spaces or single brackets, as names
 * of files do: `![Мост](мой снимок (1).jpg)`. CommonMark asks for `<…>` around those, and shows
 * everything as text where they are not.
 */
export function markdownTargets(md: MarkdownIt): void {
  // Behind the rules for what CommonMark knows.
  md.inline.ruler.after("image", "loose_target", readTarget);
}

function readTarget(state: StateInline, silent: boolean): boolean {
  const isImage = state.src.startsWith("![", state.pos);
  const start = isImage ? state.pos + 1 : state.pos;
  // Only the search for a link's end asks silently: what is in brackets may stand in a link.
  if (silent || state.src[start] !== "[" || (!isImage && state.linkLevel > 0)) return false;
  const end = state.md.helpers.parseLinkLabel(state, start, !isImage);
  const target = end < 0 || state.src[end + 1] !== "(" ? undefined : targetAt(state, end + 2);
  if (target === undefined || !isMeant(target.address, isImage)) return false;
  const href = state.md.normalizeLink(target.address);
  if (!state.md.validateLink(href)) return false;
  if (isImage) pushImage(state, start + 1, end, { ...target, address: href });
  else pushLink(state, start + 1, end, { ...target, address: href });
  state.pos = target.end;
  return true;
}

function isMeant(address: string, isImage: boolean): boolean {
  return isImage ? PICTURE.test(address) || isNamedMedia(address) : ADDRESS.test(address);
}

function targetAt({ src, posMax }: StateInline, start: number): Target | undefined {
  const end = closingBracket(src, start, Math.min(posMax, start + LONGEST));
  if (end === -1) return undefined;
  const inner = src.slice(start, end).trim();
  const titleStart = /["']$/.test(inner) ? inner.search(/(?<![^ \t])["']/) : -1;
  const before = titleStart === -1 ? inner : inner.slice(0, titleStart).trim();
  const title = titleStart === -1 ? "" : inner.slice(titleStart + 1, -1);
  // In quotation marks alone, it is the name of the file.
  const address = before === "" ? title : before;
  if (/[<>\n]|:\/\/.*:\/\//.test(address)) return undefined;
  return { address, title: before === "" ? "" : title, end: end + 1 };
}

function closingBracket(src: string, start: number, max: number): number {
  let depth = 0;
  for (let pos = start; pos < max; pos++) {
    const sign = src[pos];
    if (sign === "\n") return -1;
    if (sign === "(") depth++;
    if (sign === ")" && depth-- === 0) return pos;
  }
  return -1;
}

function pushImage(state: StateInline, start: number, end: number, target: Target): void {
  const content = state.src.slice(start, end);
  const children: StateInline["tokens"] = [];
  state.md.inline.parse(content, state.md, state.env, children);
  const token = state.push("image", "img", 0);
  token.attrs = [
    ["src", target.address],
    ["alt", ""],
  ];
  if (target.title !== "") token.attrSet("title", target.title);
  Object.assign(token, { content, children });
}

function pushLink(state: StateInline, start: number, end: number, target: Target): void {
  const max = state.posMax;
  const open = state.push("link_open", "a", 1);
  open.attrSet("href", target.address);
  if (target.title !== "") open.attrSet("title", target.title);
  [state.pos, state.posMax] = [start, end];
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
  state.push("link_close", "a", -1);
  state.posMax = max;
}
