import createMarkdown, { type MarkdownIt, type Token } from "markdown-it";
import { markdownAbbreviations } from "../markdown-abbreviations.ts";
import { markdownCallouts } from "../markdown-callouts.ts";
import { markdownFootnotes } from "../markdown-footnotes.ts";
import { markdownForeign } from "../markdown-foreign.ts";
import { problemEnvironment } from "../markdown-problems.ts";
import { markdownQuotes } from "../markdown-quotes.ts";
import { isBreak } from "../markdown-text.ts";
import { markdownTypography, proseTokens } from "../markdown-typography.ts";
import { type Edit, Lines } from "./edits.ts";
import { typographyEdits } from "./typography-edits.ts";

/** A link or an image of a text, with the line of the text on which it stands, from 1. */
export interface TextReference {
  readonly kind: "link" | "image";
  /** As Markdown reads it: what is not Latin in it is encoded. */
  readonly target: string;
  readonly line: number;
  /** Of an image: the words in its brackets, and its caption. */
  readonly alt: string;
  readonly title: string;
}

/** What an article's text says of its source. */
export interface TextSource {
  readonly references: readonly TextReference[];
  /** What typography changes, by offsets in the text. */
  readonly edits: readonly Edit[];
}

/** What the tokens of a paragraph held before typography. */
type Written = Map<Token, readonly string[]>;

const markdown = createReader();

/** Reads a text as articles are read (markdown.ts), up to where it is set. */
function createReader(): MarkdownIt {
  const reader = createMarkdown({ html: false, linkify: true, typographer: false });
  reader.linkify.set({ fuzzyLink: false });
  reader.use(markdownForeign);
  reader.use(markdownCallouts);
  reader.use(markdownFootnotes);
  reader.use(markdownQuotes);
  reader.use(markdownAbbreviations);
  reader.core.ruler.push("as_written", (state) => {
    const written = state.env.written as Written;
    for (const block of state.tokens) {
      const texts = (block.children ?? []).map(({ content }) => content);
      if (block.type === "inline") written.set(block, texts);
    }
  });
  reader.use(markdownTypography);
  return reader;
}

/** What typography may change visibly; most texts hold something of it. */
const HAS_SIGNS = /["'„“”‟‘’‚‹›«»]|\.\.\.|[-‒–—]|\d|№/;
const HAS_REFERENCES = /\]|<|\/\//;

/**
 * @param body Markdown without front matter
 * @returns its links and images, and where typography changes signs of it
 */
export function readTextSource(body: string): TextSource {
  if (!HAS_SIGNS.test(body) && !HAS_REFERENCES.test(body)) return { references: [], edits: [] };
  const written: Written = new Map();
  const tokens = markdown.parse(body, { ...problemEnvironment([]), written });
  const blocks = withLines(tokens);
  return {
    references: blocks.flatMap(({ block, map }) => referencesOf(block, map[0] + 1)),
    edits: inOrder(editsOf(blocks, written, body)),
  };
}

/** A paragraph, a heading, a cell, with its lines from 0: the first one, and the one behind the last. */
interface Placed {
  readonly block: Token;
  readonly map: readonly [number, number];
}

/** Cells of tables have no lines of their own, but their rows have. */
function withLines(tokens: readonly Token[]): Placed[] {
  let map: Placed["map"] = [0, 0];
  return tokens.flatMap((block) => {
    map = block.map ?? map;
    return block.type === "inline" ? [{ block, map }] : [];
  });
}

function editsOf(blocks: readonly Placed[], written: Written, body: string): Edit[] {
  const lines = new Lines(body);
  const edits: Edit[] = [];
  let cursor = 0;
  for (const { block, map } of blocks) {
    const [start, end] = [lines.offsetOf(map[0] + 1), lines.offsetOf(map[1] + 1)];
    // Cells of a row follow one another; a footnote may stand before what was read last.
    if (cursor < start || cursor > end) cursor = start;
    cursor = locate(block, written.get(block) ?? [], { body, cursor, end }, edits);
  }
  return edits;
}

function referencesOf(block: Token, firstLine: number): TextReference[] {
  let line = firstLine;
  return (block.children ?? []).flatMap((token): TextReference[] => {
    if (isBreak(token)) line++;
    const attribute = (name: string): string => String(token.attrGet(name) ?? "");
    const about = { line, alt: token.content.trim(), title: attribute("title") };
    if (token.type === "link_open") return [{ kind: "link", target: attribute("href"), ...about }];
    if (token.type !== "image") return [];
    return [{ kind: "image", target: attribute("src"), ...about }];
  });
}

interface Stretch {
  readonly body: string;
  readonly cursor: number;
  readonly end: number;
}

/**
 * Finds the texts of a paragraph one behind the other. What is escaped in the source is not found, and
 * stays as it is.
 *
 * @returns where the next paragraph may start
 */
function locate(block: Token, written: readonly string[], stretch: Stretch, edits: Edit[]): number {
  const { body, end } = stretch;
  let { cursor } = stretch;
  const children = block.children ?? [];
  const texts = proseTokens(children);
  for (const [index, token] of children.entries()) {
    if (token.type === "link_close" || token.type === "image") {
      cursor = behindTarget(body, cursor, end);
      continue;
    }
    const before = written[index] ?? "";
    const at = before === "" ? -1 : body.indexOf(before, cursor);
    if (at === -1 || at + before.length > end) continue;
    cursor = at + before.length;
    if (texts.get(token) !== true || token.content === before) continue;
    const own = typographyEdits(before, token.content) ?? [];
    edits.push(...own.map((edit) => shifted(edit, at)));
  }
  return cursor;
}

/** Behind the «)» of a link, so that its address is not taken for text. */
function behindTarget(body: string, cursor: number, end: number): number {
  const open = body.indexOf("](", cursor);
  const close = open === -1 || open > end ? -1 : body.indexOf(")", open);
  return close === -1 || close > end ? cursor : close + 1;
}

function shifted({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}

/** Footnotes are read last, wherever they stand. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return sorted.filter((edit, index) => edit.start >= (sorted[index - 1]?.end ?? 0));
}
