import type { MarkdownIt, StateInline } from "markdown-it";

/** The tags of HTML that editors type in a text, with the element that each becomes. */
export const ELEMENTS: Readonly<Record<string, string>> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  s: "s",
  strike: "s",
  del: "del",
  u: "u",
  mark: "mark",
  sup: "sup",
  sub: "sub",
  kbd: "kbd",
  small: "small",
};

const TAG = new RegExp(`<(/?)(${Object.keys(ELEMENTS).join("|")})[ \\t]*>`, "iy");
const BREAK = /<br[ \t]*\/?>[ \t]*/iy;

/** Where tags end that begin at a place, by that place; -1 where one is not closed. */
type Pairs = Map<number, number>;

const known = new WeakMap<StateInline, Pairs>();

/**
 * A markdown-it plugin: `<br>` ends a line, also in a table; `<b>`, `<sup>` and a few more tags mean
 * what they do in HTML. Only pairs, one inside the other, and without attributes: every other tag
 * stays text and is escaped.
 */
export function markdownTags(md: MarkdownIt): void {
  md.inline.ruler.before("autolink", "html_tag", (state, silent) => {
    // Only the search for a link's end asks silently, and tags hold no brackets.
    if (silent || state.src[state.pos] !== "<") return false;
    return readBreak(state) || readPair(state);
  });
}

/** What marks a break that ends no line of the source. */
export const TYPED_BREAK = "<br>";

function readBreak(state: StateInline): boolean {
  BREAK.lastIndex = state.pos;
  if (!BREAK.test(state.src)) return false;
  state.push("hardbreak", "br", 0).markup = TYPED_BREAK;
  state.pos = BREAK.lastIndex;
  return true;
}

function readPair(state: StateInline): boolean {
  const [start, max] = [state.pos, state.posMax];
  const open = tagAt(state.src, start);
  const close = open === undefined ? -1 : closeOf(state, start);
  // The text of a link is parsed on its own, so a tag may not end behind it.
  if (open === undefined || close === -1 || close >= max) return false;
  const tag = ELEMENTS[open.name] ?? "";
  state.push("html_tag_open", tag, 1);
  [state.pos, state.posMax] = [open.end, close];
  state.md.inline.tokenize(state);
  state.push("html_tag_close", tag, -1);
  [state.pos, state.posMax] = [tagAt(state.src, close)?.end ?? close, max];
  return true;
}

function tagAt(src: string, start: number) {
  TAG.lastIndex = start;
  const match = TAG.exec(src);
  if (match === null) return undefined;
  const name = (match[2] ?? "").toLowerCase();
  return { name, isOpen: match[1] === "", end: TAG.lastIndex };
}

/** Tags are paired once for a paragraph and once for each link, whose tags stay inside it. */
function closeOf(state: StateInline, start: number): number {
  const pairs: Pairs = known.get(state) ?? new Map();
  known.set(state, pairs);
  if (!pairs.has(start)) findPairs(state, pairs);
  return pairs.get(start) ?? -1;
}

/** Goes on from a tag to the end, over code and links; looks change nothing of the state. */
function findPairs(state: StateInline, pairs: Pairs): void {
  const { pos, posMax, src } = state;
  const open: { readonly name: string; readonly start: number }[] = [];
  while (state.pos < posMax) {
    const tag = src[state.pos] === "<" ? tagAt(src, state.pos) : undefined;
    if (tag === undefined) {
      state.md.inline.skipToken(state);
      continue;
    }
    if (tag.isOpen) {
      open.push({ name: tag.name, start: state.pos });
      pairs.set(state.pos, -1);
    } else if (open.at(-1)?.name === tag.name) {
      pairs.set(open.pop()?.start ?? 0, state.pos);
    }
    state.pos = tag.end;
  }
  state.pos = pos;
}
