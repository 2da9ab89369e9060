import { type Document, isMap, isNode, LineCounter, parseDocument, type YAMLError } from "yaml";
import { ContentError, type Problem } from "./problem.ts";
import { tooDeepAt } from "./yaml-depth.ts";

/** A place in a file, line and column counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

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
}

/** One open bracket makes an error of all that stands behind it. */
const MOST_FAULTS = 20;

/**
 * Reads YAML 1.2 (core schema: a date stays text) and keeps the places.
 *
 * @param file the name that messages carry
 * @param text the YAML
 * @param firstLine the line of the file on which the text starts, for front matter
 * @throws ContentError with the first syntax errors; unknown tags and repeated keys are errors too
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
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const first = faults.slice(0, MOST_FAULTS);
    throw new ContentError(first.map((fault) => syntaxProblem(file, fault, toPosition)));
  }
  return {
    file,
    value: toPlainValue(file, document),
    locate: (path) => toPosition(offsetOf(document, path)),
    locateKey: (path, key) => toPosition(keyOffset(document, path, key)),
  };
}

function refuseDeep(file: string, text: string, firstLine: number): void {
  const index = tooDeepAt(text);
  if (index === undefined) return;
  const before = text.slice(0, index).split("\n");
  const column = (before.at(-1) ?? "").length + 1;
  const message = "Ошибка YAML: значения вложены друг в друга слишком глубоко.";
  const mend = "закройте скобки, уберите лишние отступы или возьмите значение в кавычки.";
  throw new ContentError([{ file, line: before.length + firstLine - 1, column, message, mend }]);
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

function keyOffset(document: Document, path: ValuePath, key: string): number {
  const map = document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

/** What the library's error codes mean for someone who writes news. */
const MEANINGS: Readonly<Record<string, readonly [message: string, mend: string]>> = {
  BAD_INDENT: ["неверный отступ.", "выровняйте строку по соседним."],
  DUPLICATE_KEY: ["поле записано дважды.", "оставьте одно из двух."],
  TAB_AS_INDENT: ["отступ сделан табуляцией.", "замените табуляцию пробелами."],
  BLOCK_AS_IMPLICIT_KEY: [
    "в значении стоит двоеточие, и оно принято за ещё одно поле.",
    'возьмите значение в кавычки: text: "Эксклюзив: новости".',
  ],
  MULTILINE_IMPLICIT_KEY: [
    "строка не похожа на «поле: значение».",
    "поставьте двоеточие и пробел после имени поля или закройте кавычки.",
  ],
  MISSING_CHAR: [
    "не хватает знака: кавычки, скобки или двоеточия.",
    "закройте кавычки и скобки в этой строке или выше.",
  ],
  NON_STRING_KEY: ["имя поля — не слово.", "возьмите его в кавычки или уберите скобки."],
  TAG_RESOLVE_FAILED: ["метки вида !имя не поддерживаются.", "уберите метку."],
};

const OTHERWISE = [
  "запись нарушает правила YAML.",
  "проверьте двоеточия, кавычки и отступы в этой строке и строкой выше.",
] as const;

function syntaxProblem(
  file: string,
  fault: YAMLError,
  toPosition: (offset: number) => Position,
): Problem {
  const [message, mend] = MEANINGS[fault.code] ?? OTHERWISE;
  const place = toPosition(fault.pos[0]);
  return { file, ...place, message: `Ошибка YAML: ${message} (${fault.code})`, mend };
}
