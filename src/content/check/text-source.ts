import type { MarkdownIt, Token } from "markdown-it";
import { createParser } from "../markdown/markdown-parser.ts";
import { problemEnvironment, type TextProblem } from "../markdown/markdown-problems.ts";
import { endsLine } from "../markdown/markdown-text.ts";
import {
  markdownTypography,
  proseTokens,
  type UnclearToken,
  unclearToken,
} from "../markdown/markdown-typography.ts";
import type { Unclear } from "../typography/typography.ts";
import { type Edit, inOrder, Lines } from "./edits.ts";
import { markupRemarks } from "./markup.ts";
import { typographyEdits } from "./typography-edits.ts";

/** A link or an image of a text, with the line of the text on which it stands, from 1. */
export interface TextReference {
  readonly kind: "link" | "image";
  /** As Markdown reads it: percent-encoded but for ASCII. */
  readonly target: string;
  readonly line: number;
  /** Of an image: the words in its brackets, and its caption. */
  readonly alt: string;
  readonly title: string;
}

/** The links, images and changes of an article's text, by their places in its source. */
export interface TextSource {
  readonly references: readonly TextReference[];
  /** What typography changes, by offsets in the text. */
  readonly edits: readonly Edit[];
  /** Where quotation marks stay as typed, by offsets in the text. */
  readonly unclear: readonly Unclear[];
  /** What shows otherwise than it was meant, it seems; lines are of the text. */
  readonly remarks: readonly TextProblem[];
}

/** The texts of a paragraph before typography. */
interface WrittenBlock {
  /** The texts of its tokens. */
  readonly texts: readonly string[];
  readonly unclear: UnclearToken | undefined;
}

type Written = Map<Token, WrittenBlock>;

const markdown = createReader();

/** Reads a text as articles are read (markdown.ts), up to where it is set. */
function createReader(): MarkdownIt {
  const reader = createParser(true);
  reader.use(markupRemarks);
  reader.core.ruler.push("as_written", (state) => {
    const written = state.env.written as Written;
    for (const block of state.tokens) {
      if (block.type !== "inline") continue;
      const children = block.children ?? [];
      const texts = children.map(({ content }) => content);
      written.set(block, { texts, unclear: unclearToken(children) });
    }
  });
  reader.use(markdownTypography);
  return reader;
}

/**
 * @param body Markdown without front matter
 * @returns its links and images, where typography changes signs of it, and what is to be looked at
 */
export function readTextSource(body: string): TextSource {
  const written: Written = new Map();
  const remarks: TextProblem[] = [];
  const tokens = markdown.parse(body, { ...problemEnvironment([], remarks), written });
  const blocks = withLines(tokens);
  return {
    references: blocks.flatMap(({ block, map }) => referencesOf(block, map[0] + 1)),
    ...changesOf(blocks, written, body),
    remarks,
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

function changesOf(blocks: readonly Placed[], written: Written, body: string) {
  const lines = new Lines(body);
  const found: Found = { edits: [], unclear: [] };
  let cursor = 0;
  for (const { block, map } of blocks) {
    const [start, end] = [lines.offsetOf(map[0] + 1), lines.offsetOf(map[1] + 1)];
    // Cells of a row follow one another; a footnote may stand before what was read last.
    if (cursor < start || cursor > end) cursor = start;
    cursor = locate(block, written.get(block) ?? {}, { body, cursor, end }, found);
  }
  // Footnotes are read last, wherever they stand.
  return { edits: inOrder(found.edits), unclear: found.unclear };
}

function referencesOf(block: Token, firstLine: number): TextReference[] {
  let line = firstLine;
  return (block.children ?? []).flatMap((token): TextReference[] => {
    if (endsLine(token)) line++;
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

interface Found {
  readonly edits: Edit[];
  readonly unclear: Unclear[];
}

/**
 * Finds the texts of a paragraph in the source, in order. Escaped ones are not found and stay as they are.
 *
 * @returns where the next paragraph may start
 */
function locate(
  block: Token,
  { texts = [], unclear }: Partial<WrittenBlock>,
  { body, cursor: start, end }: Stretch,
  found: Found,
): number {
  let cursor = start;
  const children = block.children ?? [];
  const prose = proseTokens(children);
  for (const [index, token] of children.entries()) {
    if (token.type === "link_close" || token.type === "image") {
      cursor = behindTarget(body, cursor, end);
      continue;
    }
    const before = texts[index] ?? "";
    const at = placeOf(before, { body, cursor, end });
    if (unclear?.token === token) {
      found.unclear.push({ ...unclear, index: at === undefined ? cursor : at + unclear.index });
    }
    if (at === undefined) continue;
    cursor = at + before.length;
    if (prose.has(token)) found.edits.push(...editsAt(at, before, token.content));
  }
  return cursor;
}

function placeOf(text: string, { body, cursor, end }: Stretch): number | undefined {
  const at = text === "" ? -1 : body.indexOf(text, cursor);
  return at === -1 || at + text.length > end ? undefined : at;
}

function editsAt(at: number, before: string, after: string): Edit[] {
  const edits = before === after ? [] : (typographyEdits(before, after) ?? []);
  return edits.map(({ start, end, text }) => ({ start: start + at, end: end + at, text }));
}

/** Behind the «)» of a link, so that its address is not taken for text. */
function behindTarget(body: string, cursor: number, end: number): number {
  const open = body.indexOf("](", cursor);
  const close = open === -1 || open > end ? -1 : body.indexOf(")", open);
  return close === -1 || close > end ? cursor : close + 1;
}
