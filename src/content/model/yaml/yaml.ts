import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { type Position, positionIn } from "../position.ts";
import { ContentError } from "../problem.ts";
import { tooDeepAt } from "./yaml-depth.ts";
import { type DroppedText, droppedTexts } from "./yaml-dropped.ts";
import { meaningOf } from "./yaml-faults.ts";
import { type Fault, markFaults } from "./yaml-marks.ts";

/** A key of a mapping or an index of a list, from the root to the value meant. */
export type ValuePath = readonly (string | number)[];

/** A YAML document as plain values, with the place that each came from. */
export interface ParsedYaml {
  readonly file: string;
  /** Plain strings, numbers, booleans, null, arrays and objects; null for an empty document. */
  readonly value: unknown;
  /** Where a value stands, or its nearest ancestor where there is no such value. */
  locate(path: ValuePath): Position;
  /** Where a key of a mapping stands. */
  locateKey(path: ValuePath, key: string): Position;
  /** How a value without quotation marks is written: «1.10» of 1.1; nothing for others. */
  typed(path: ValuePath): string | undefined;
  /** Typed text that is in no value, with its place; the field's schema decides whether that is a fault. */
  readonly dropped: readonly (DroppedText & { readonly place: Position })[];
}

/** One open bracket makes an error of all that stands behind it. */
const MOST_FAULTS = 20;

/**
 * Reads YAML 1.2 (core schema: a date stays text) and keeps the places.
 *
 * @param file the name that messages carry
 * @param text the YAML
 * @param firstLine the line of the file on which the text starts, for front matter
 * @throws ContentError with the first syntax errors; tags, names that nothing refers to and repeated
 *   keys are errors too
 */
export function parseYaml(file: string, text: string, firstLine = 1): ParsedYaml {
  const lines = new LineCounter();
  refuseDeep(file, text, firstLine);
  // A key that is a list or a group of fields has no name; and `1: a` is a field called «1».
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true };
  const document = parseDocument(text, options);
  const toPosition = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  throwFaults(file, text, document, toPosition);
  return {
    file,
    value: toPlainValue(file, document),
    locate: (path) => toPosition(offsetOf(document, path)),
    locateKey: (path, key) => toPosition(keyOffset(document, path, key)),
    typed: (path) => typedAt(document, path),
    dropped: droppedTexts(text, document).map((one) => {
      return { ...one, place: toPosition(one.offset) };
    }),
  };
}

/** @throws ContentError with the first faults */
function throwFaults(
  file: string,
  text: string,
  document: Document,
  toPosition: (offset: number) => Position,
): void {
  const found = [...document.errors, ...document.warnings];
  const marks = markFaults(text, found);
  const lineOf = ({ offset }: Fault): number => toPosition(offset).line;
  const told = new Set(marks.map(lineOf));
  // What runs on in the next line is no value with a colon in it.
  const isClear = ({ code }: (typeof found)[number]): boolean => code !== "BLOCK_AS_IMPLICIT_KEY";
  const others = [...found.filter(isClear), ...found.filter((error) => !isClear(error))]
    .map((error): Fault => ({ offset: error.pos[0], ...meaningOf(error, text) }))
    .filter((fault) => !told.has(lineOf(fault)) && told.add(lineOf(fault)));
  const inOrder = others.sort((a, b) => a.offset - b.offset);
  const faults = [...marks, ...inOrder].slice(0, MOST_FAULTS);
  if (faults.length === 0) return;
  throw new ContentError(
    faults.map(({ offset, ...fault }) => ({ file, ...toPosition(offset), ...fault })),
  );
}

function refuseDeep(file: string, text: string, firstLine: number): void {
  const index = tooDeepAt(text);
  if (index === undefined) return;
  const { line, column } = positionIn(text, index);
  const message = "Ошибка YAML: значения вложены друг в друга слишком глубоко.";
  const mend = "закройте скобки, уберите лишние отступы или возьмите значение в кавычки.";
  throw new ContentError([{ file, line: line + firstLine - 1, column, message, mend }]);
}

/** Aliases are expanded with the library's bound, so that a document cannot explode. */
function toPlainValue(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    const message = `Ошибка YAML: запись слишком сложна (${reason}).`;
    throw new ContentError([{ file, message, mend: "уберите ссылки вида &имя и *имя." }]);
  }
}

function offsetOf(document: Document, path: ValuePath): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function typedAt(document: Document, path: ValuePath): string | undefined {
  const node = document.getIn(path, true);
  return isScalar(node) && node.type === "PLAIN" ? node.source : undefined;
}

function keyOffset(document: Document, path: ValuePath, key: string): number {
  const map = document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}
