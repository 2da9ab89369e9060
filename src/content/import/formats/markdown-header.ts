import { parse as parseToml, TomlError } from "smol-toml";
import { ContentError } from "../../model/problem.ts";
import { type ParsedYaml, parseYaml, type ValuePath } from "../../model/yaml/yaml.ts";
import type { Note, SourceText } from "../imported-item.ts";
import { plainFields } from "./broken-yaml.ts";
import { isRecord, type LooseRecord } from "./loose-record.ts";
import { lineFields } from "./markdown-line-fields.ts";

/** The fields and the text of a Markdown file. */
export interface MarkdownParts {
  /** Nothing where the file has no fields. */
  readonly fields: LooseRecord | undefined;
  /** What was left out or mended. */
  readonly notes: readonly Note[];
  readonly body: string;
}

interface Cut {
  readonly header: string;
  /** Where it starts in the file. */
  readonly line: number;
  readonly body: string;
}

type Language = "yaml" | "toml" | "json";

/** The lines around fields: of Jekyll and Hugo, of Hugo in TOML, of Eleventy, of Hexo in JSON. */
const FENCES: readonly (readonly [open: RegExp, close: RegExp, language: Language])[] = [
  [/^---[ \t]*(?:yaml)?[ \t]*$/i, /^(?:---|\.\.\.)[ \t]*$/, "yaml"],
  [/^\+\+\+[ \t]*$/, /^\+\+\+[ \t]*$/, "toml"],
  [/^---[ \t]*toml[ \t]*$/i, /^---[ \t]*$/, "toml"],
  [/^---[ \t]*json[ \t]*$/i, /^---[ \t]*$/, "json"],
  [/^;;;[ \t]*$/, /^;;;[ \t]*$/, "json"],
];

/**
 * Cuts a file at the end of its fields, in any of these forms.
 *
 * @throws ContentError where the fields are not closed or wrong, with the place
 */
export function markdownParts(source: SourceText): MarkdownParts {
  const lines = source.text.split("\n");
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ""),
  );
  const opening = lines[first] ?? "";
  const fence = FENCES.find(([open]) => open.test(opening));
  if (fence !== undefined) return fenced(source, lines, first, fence);
  if (/^---[ \t]*js\b/i.test(opening)) throw scripted(source.file, first + 1);
  const json = /^\{\s*$|^\{\s*"/.test(opening) ? jsonCut(lines, first) : undefined;
  if (json !== undefined) return partsOf(source, json, "json");
  return lineFields(lines, first) ?? bare(hexoCut(lines, first), source);
}

function bare(cut: Cut | undefined, source: SourceText): MarkdownParts {
  if (cut !== undefined) return partsOf(source, cut, "yaml");
  return { fields: undefined, notes: [], body: source.text };
}

function fenced(
  source: SourceText,
  lines: readonly string[],
  first: number,
  [, close, language]: (typeof FENCES)[number],
): MarkdownParts {
  const end = lines.findIndex((line, index) => index > first && close.test(line));
  const sign = lines[first]?.slice(0, 3) ?? "---";
  if (end === -1) throw fault(source.file, first + 1, `Поля не закрыты строкой «${sign}».`);
  return partsOf(source, cutAt(lines, first + 1, end, end + 1), language);
}

function cutAt(lines: readonly string[], from: number, to: number, body: number): Cut {
  return {
    header: lines.slice(from, to).join("\n"),
    body: lines.slice(body).join("\n"),
    line: from + 1,
  };
}

/** An object of JSON ends with a bracket at the beginning of a line, or it is one line. */
function jsonCut(lines: readonly string[], first: number): Cut | undefined {
  const end = lines.findIndex((line, index) => index >= first && /^\}[ \t]*$/.test(line));
  const isOneLine = /\}[ \t]*$/.test(lines[first] ?? "");
  const last = isOneLine ? first : end;
  return last === -1 ? undefined : cutAt(lines, first, last + 1, last + 1);
}

/** Hexo allows fields without a line above. */
function hexoCut(lines: readonly string[], first: number): Cut | undefined {
  if (!/^title\s*:\s/i.test(lines[first] ?? "")) return undefined;
  const end = lines.findIndex((line, index) => index > first && /^-{3,}[ \t]*$/.test(line));
  const head = lines.slice(first, end);
  const isWhole = end !== -1 && head.every((line) => /^(?:[\w-]+\s*:|\s*-\s|\s+\S)/.test(line));
  return isWhole ? cutAt(lines, first, end, end + 1) : undefined;
}

function partsOf({ file }: SourceText, cut: Cut, language: Language): MarkdownParts {
  const { header, body, line } = cut;
  const read = { yaml: yamlFields, toml: tomlFields, json: jsonFields }[language];
  return { ...read(file, header, line), body };
}

type Fields = Pick<MarkdownParts, "fields" | "notes">;

function yamlFields(file: string, header: string, line: number): Fields {
  const spaced = header.replace(/^[ ]*\t[\t ]*/gm, (indent) => indent.replaceAll("\t", "  "));
  const yaml = parsedOrPlain(file, spaced, line);
  if ("fields" in yaml) return yaml;
  const { dropped } = yaml;
  const value = asTyped(yaml.value, yaml, []);
  const tabs: Note = { what: "табуляция в полях YAML заменена пробелами" };
  const mended = spaced === header ? [] : [tabs];
  const comments = dropped
    .filter(({ kind, path }) => kind === "comment" && path.length > 0)
    .filter(({ path }) => !UNTOLD.has(String(path[0])))
    .map(({ typed }): Note => ({ what: "комментарий YAML не перенесён", detail: typed }));
  if (value === null) return { fields: {}, notes: mended };
  if (!isRecord(value)) throw fault(file, line, "Между строками «---» стоят не поля.");
  return { fields: value, notes: [...mended, ...comments] };
}

/** Fields with a wrong sign are read without YAML if that is possible. */
function parsedOrPlain(file: string, header: string, line: number): ParsedYaml | Fields {
  try {
    return parseYaml(file, header, line);
  } catch (error) {
    const fields = error instanceof ContentError ? plainFields(header) : undefined;
    if (fields === undefined) throw error;
    const what = "поля с ошибкой YAML прочитаны построчно, как записаны";
    return { fields, notes: [{ what, detail: firstLine(error) }] };
  }
}

function firstLine(error: unknown): string {
  const [problem] = error instanceof ContentError ? error.problems : [];
  return problem === undefined ? "" : `строка ${problem.line}: ${problem.message}`;
}

/** Numbers stay as typed: a tag «1.10» is not 1.1. */
function asTyped(value: unknown, yaml: ParsedYaml, path: ValuePath): unknown {
  if (typeof value === "number") return yaml.typed(path) ?? value;
  if (Array.isArray(value)) return value.map((one, index) => asTyped(one, yaml, [...path, index]));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, asTyped(one, yaml, [...path, name])]),
  );
}

/** Fields whose comments are no loss. */
const UNTOLD = new Set("layout type weight draft published toc comments".split(" "));

function tomlFields(file: string, header: string, line: number): Fields {
  try {
    return { fields: withoutDates(parseToml(header), header) as LooseRecord, notes: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = { file, line: line + error.line - 1, column: error.column };
    const message = "Ошибка TOML в полях статьи.";
    const mend = 'проверьте в этой строке кавычки, скобки и знак «=»: имя = "значение".';
    throw new ContentError([{ ...place, message, mend }]);
  }
}

/** Dates as typed: the library changes a day that does not exist into another one. */
function withoutDates(value: unknown, header: string): unknown {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return header.includes(iso.slice(0, 10)) ? iso : `дня нет в календаре: ${iso.slice(0, 7)}`;
  }
  if (Array.isArray(value)) return value.map((one) => withoutDates(one, header));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutDates(one, header)]),
  );
}

function jsonFields(file: string, header: string, line: number): Fields {
  const text = header.trimStart().startsWith("{") ? header : `{${header}}`;
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return { fields: value, notes: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw fault(file, line, "Поля статьи — не JSON: в них лишний знак или чего-то не хватает.");
}

function fault(file: string, line: number, message: string): ContentError {
  const mend = "начните файл строками: ---, title: Заголовок, ---.";
  return new ContentError([{ file, line, column: 1, message, mend }]);
}

function scripted(file: string, line: number): ContentError {
  const message = "Поля статьи записаны программой на JavaScript (---js): она не выполняется.";
  const mend = "перепишите поля в YAML: ---, title: Заголовок, ---.";
  return new ContentError([{ file, line, column: 1, message, mend }]);
}
