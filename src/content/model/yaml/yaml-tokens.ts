import { CST, Lexer } from "yaml";

/** A piece of YAML as its lexer cuts it. */
export interface YamlToken {
  /** The library's name of it; «plain» for a text without quotation marks, block texts included. */
  readonly type: string;
  readonly source: string;
  readonly start: number;
}

/** Tokens of the lexer that are no text. */
const MODES: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** @returns all of a text, piece by piece */
export function yamlTokens(text: string): YamlToken[] {
  const tokens: YamlToken[] = [];
  let start = 0;
  let mode = "";
  for (const source of new Lexer().lex(text)) {
    if (!MODES.has(source)) {
      const type = mode === CST.SCALAR ? "plain" : (CST.tokenType(source) ?? "");
      tokens.push({ type, source, start });
      start += source.length;
    }
    mode = source;
  }
  return tokens;
}

/** A comment that may be meant as text. */
export interface DoubtfulComment {
  readonly comment: YamlToken;
  /** Where the value that it may belong to begins at the earliest. */
  readonly valueFrom: number;
  /**
   * What stands in front of it: a value on its line; nothing of a value, as in `title: #1`; or the
   * value of the line above, which goes on where the line is indented.
   */
  readonly behind: "value" | "nothing" | "line";
}

/** Tokens that may precede a value. */
const BEFORE_VALUE: ReadonlySet<string> = new Set([
  ...["map-value-ind", "seq-item-ind", "comma", "flow-seq-start", "flow-map-start"],
]);

/** A hashtag, a number: who writes a comment puts a space. */
const GLUED = /^#[^\s#]/;

/**
 * Comments that are surely meant as such are no doubt: behind a quoted text, a bracket or the head of
 * a block, and on a line of their own.
 */
export function doubtfulComments(tokens: readonly YamlToken[]): DoubtfulComment[] {
  return tokens.flatMap((comment, index) => {
    return comment.type === "comment" ? doubtOf(comment, tokens, index) : [];
  });
}

function doubtOf(
  comment: YamlToken,
  tokens: readonly YamlToken[],
  index: number,
): DoubtfulComment[] {
  const isGlued = GLUED.test(comment.source);
  const at = lastText(tokens, index);
  const before = tokens[at];
  if (before === undefined) return [];
  if (isOneLine(before)) return [{ comment, valueFrom: before.start, behind: "value" }];
  if (!isGlued) return [];
  if (before.type === "newline") {
    const above = tokens[lastText(tokens, at)];
    const goesOn = above !== undefined && isOneLine(above);
    return goesOn ? [{ comment, valueFrom: above.start, behind: "line" }] : [];
  }
  if (!BEFORE_VALUE.has(before.type)) return [];
  return [{ comment, valueFrom: before.start + before.source.length, behind: "nothing" }];
}

/** A block text ends with its line. */
function isOneLine({ type, source }: YamlToken): boolean {
  return type === "plain" && !source.endsWith("\n");
}

/** @returns the index of what stands before a token, spaces aside; -1 where nothing does */
function lastText(tokens: readonly YamlToken[], before: number): number {
  let index = before - 1;
  while (tokens[index]?.type === "space") index--;
  return index;
}
