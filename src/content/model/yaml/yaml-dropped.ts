import { type Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { ValuePath } from "./yaml.ts";
import { type DoubtfulComment, doubtfulComments, yamlTokens } from "./yaml-tokens.ts";

/** Something typed that YAML does not take for a part of a value, though it may be meant so. */
export interface DroppedText {
  /** Of the value. */
  readonly path: ValuePath;
  /** The value with it, in one line. */
  readonly typed: string;
  /** The dropped text: «#1 сезона», «null». */
  readonly dropped: string;
  /** A comment, or a word that means nothing to YAML: null, ~. */
  readonly kind: "comment" | "null";
  /** Where it stands, as an offset in the text. */
  readonly offset: number;
}

/** Most files hold neither, and need not be looked through. */
const PERHAPS = /#|~|null/i;

/**
 * @param document that was read without an error
 * @returns what a reader of the values would never see, in the order of the text
 */
export function droppedTexts(text: string, document: Document): DroppedText[] {
  if (!PERHAPS.test(text)) return [];
  const nodes = [...nodesOf(document.contents, [], 0, text)];
  const comments = doubtfulComments(yamlTokens(text)).flatMap((one) => {
    return droppedComment(one, nodes, text);
  });
  const words = nodes.flatMap(droppedWord);
  return [...comments, ...words].sort((a, b) => a.offset - b.offset);
}

/** A value, a list or a group, or a key, with its place. */
interface PlacedNode {
  readonly node: Node;
  readonly start: number;
  /** Nothing for a key. */
  readonly path?: ValuePath;
  /** The column, from 0, behind which a further line would belong to the value. */
  readonly column: number;
}

/** In the order of the text. */
function* nodesOf(
  node: unknown,
  path: ValuePath,
  column: number,
  text: string,
): Generator<PlacedNode> {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return;
  const start = node.range?.[0] ?? 0;
  yield { node, start, path, column };
  if (isScalar(node)) return;
  const own = (offset: number): number =>
    node.flow ? Number.POSITIVE_INFINITY : columnOf(text, offset);
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      yield* nodesOf(item, [...path, index], own(start), text);
    }
    return;
  }
  for (const { key, value } of node.items) {
    const keyStart = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    if (isScalar(key)) yield { node: key, start: keyStart, column };
    yield* nodesOf(value, [...path, String(key)], own(keyStart), text);
  }
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function droppedComment(
  { comment, valueFrom, behind }: DoubtfulComment,
  nodes: readonly PlacedNode[],
  text: string,
): DroppedText[] {
  const at = firstFrom(nodes, valueFrom);
  if (at?.path === undefined || !isScalar(at.node) || isQuoted(at.node.type)) return [];
  if (behind === "line" && columnOf(text, comment.start) <= at.column) return [];
  const value = at.node.source ?? "";
  const parts = at.start > comment.start ? [comment.source, value] : [value, comment.source];
  return [
    {
      path: at.path,
      typed: parts.join(" ").replace(/\s+/g, " ").trim(),
      dropped: comment.source,
      kind: "comment",
      offset: comment.start,
    },
  ];
}

function isQuoted(type: string | null | undefined): boolean {
  return type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
}

/** @param nodes in the order of the text */
function firstFrom(nodes: readonly PlacedNode[], offset: number): PlacedNode | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low];
}

function droppedWord({ node, path, start }: PlacedNode): DroppedText[] {
  if (path === undefined || !isScalar(node) || node.value !== null) return [];
  const word = node.source ?? "";
  return word === "" ? [] : [{ path, typed: word, dropped: word, kind: "null", offset: start }];
}
