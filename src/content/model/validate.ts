import { z } from "zod";
import { findNoText, isVisible, withoutTurning } from "./control-characters.ts";
import { beginningsOf, droppedFromTexts, droppedProblem, quoted } from "./dropped-text.ts";
import { FieldFault } from "./field-fault.ts";
import { fieldName, shortened, unknownName } from "./field-names.ts";
import { type Advice, foreignFields } from "./foreign-fields.ts";
import { ContentError, type Problem } from "./problem.ts";
import type { ParsedYaml, ValuePath } from "./yaml/yaml.ts";

/**
 * An object in which every key is known; another one is reported with the nearest known key.
 *
 * @param shape its fields
 */
export function knownFields<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? unknownKeysMessage(issue.keys, known) : undefined,
  }) as unknown as z.ZodObject<Shape>;
}

/** Unknown fields for which the nearest name is looked for, which takes time. */
const MOST_NAMED = 10;

function unknownKeysMessage(keys: readonly string[], known: readonly string[]): string {
  const named = keys.slice(0, MOST_NAMED).map((key) => unknownName(key, known));
  const start = keys.length === 1 ? "Неизвестное поле" : "Неизвестные поля";
  const more = keys.length > MOST_NAMED ? ` и ещё ${keys.length - MOST_NAMED}` : "";
  return `${start} ${named.join(", ")}${more}. Известны: ${known.join(", ")}.`;
}

/** A field that may be left out or left empty. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A text alone says the same as the whole with one field: `- Город` is `- { name: Город }`. */
export function textAs<Schema extends z.ZodType>(field: string, schema: Schema) {
  return z.preprocess((value, context) => {
    if (typeof value !== "string") return value;
    if (value.startsWith(`${field}:`)) {
      const mend = `поставьте его: ${field}: ${value.slice(field.length + 1)}.`;
      context.addIssue({ code: "custom", ...fault(`после «${field}:» нет пробела.`, mend) });
    }
    return { [field]: value };
  }, schema);
}

/** One value or a list of them; a field that is left out or left empty is an empty list. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  const toList = (value: unknown): unknown[] => {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : [value];
  };
  return z.preprocess(toList, z.array(schema));
}

/** @returns what a schema says of a wrong value */
export function fault(message: string, mend: string) {
  return { message, params: { mend } };
}

/** A text of which something else is made. @param read throws a FieldFault where it cannot be */
export function readAs<Value>(schema: z.ZodType<string>, read: (raw: string) => Value) {
  return schema.transform((raw, context): Value => {
    try {
      return read(raw);
    } catch (error) {
      if (!(error instanceof FieldFault)) throw error;
      context.addIssue({ code: "custom", ...fault(error.message, error.mend) });
      return z.NEVER;
    }
  });
}

/** One of some names. */
export function oneOf<Name extends string>(names: readonly Name[], message: string, mend: string) {
  return readAs(text(), (given) => {
    const known = names.find((name) => name === given);
    if (known !== undefined) return known;
    throw new FieldFault(message, mend);
  });
}

/** The message about a text without visible signs. */
export const INVISIBLE = fault("не видно ни одного знака.", "впишите значение или удалите поле.");

/**
 * A text of at least one visible character; spaces around it are cut, and signs that turn round what
 * stands behind them are left out.
 */
export function text() {
  const noText = fault(
    "стоит служебный знак, которого не бывает в тексте (\\0, \\x1b, \\ud800).",
    "удалите его.",
  );
  return z
    .string()
    .overwrite(withoutTurning)
    .trim()
    .min(1, { abort: true })
    .refine(isVisible, { ...INVISIBLE, abort: true })
    .refine((value) => findNoText(value) === undefined, noText);
}

/**
 * Holds a document against a schema.
 *
 * @param schema what is expected
 * @param yaml the document with its places
 * @param advice what to do about fields that other programs know; none by default
 * @returns the typed value, defaults filled in
 * @throws ContentError with every deviation, its line and column, and how to mend it
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: ParsedYaml,
  advice: Advice = {},
): z.output<Schema> {
  const foreign = foreignFields(yaml, advice);
  const value = withoutFields(yaml.value ?? {}, foreign);
  const result = schema.safeParse(value, { reportInput: true });
  const dropped = droppedFromTexts(schema, value, yaml);
  if (result.success && dropped.length + foreign.length === 0) return result.data;
  const told = new Set(dropped.map(({ path }) => JSON.stringify(path)));
  const all = (result.error?.issues ?? []).filter(({ path }) => !told.has(JSON.stringify(path)));
  const cut = all.filter(isCutText);
  const places = new Set(cut.map(({ path }) => JSON.stringify(path)));
  const issues = all.filter(
    ({ path, code }) => code === "custom" || !beginningsOf(path).some((one) => places.has(one)),
  );
  throw new ContentError([
    ...foreign.map(({ field: _, ...problem }) => problem),
    ...dropped.map((one) => droppedProblem(one, yaml.file)),
    ...cut.map((issue) => cutProblem(issue, yaml)),
    ...issues.map((issue) => toProblem(issue, yaml)),
  ]);
}

/** «- Мост: открыт»: an entry of a list that YAML takes for a field with a value. */
function isCutText({ code, path, input }: z.core.$ZodIssue): boolean {
  if (typeof path.at(-1) !== "number" || typeof input !== "object" || input === null) return false;
  const [name = "", ...others] = Object.keys(input);
  const isType = code === "unrecognized_keys" || code === "invalid_type";
  return isType && others.length === 0 && /[^a-z]/.test(name);
}

function cutProblem({ path, input }: z.core.$ZodIssue, yaml: ParsedYaml): Problem {
  const [[name, value] = ["", ""]] = Object.entries(input ?? {});
  const own = path.filter((part) => typeof part !== "symbol");
  const message = `${fieldName(own)}: в тексте стоит двоеточие, и оно принято за конец имени поля.`;
  const mend = `возьмите текст в кавычки: ${quoted(`${name}: ${value ?? ""}`.trim())}.`;
  return { file: yaml.file, ...yaml.locate(own), message, mend };
}

function withoutFields(value: unknown, fields: readonly { readonly field: string }[]): unknown {
  if (fields.length === 0) return value;
  const named = new Set(fields.map(({ field }) => field));
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => !named.has(name)));
}

function toProblem(issue: z.core.$ZodIssue, yaml: ParsedYaml): Problem {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys") {
    const place = yaml.locateKey(path, issue.keys[0] ?? "");
    const mend = "исправьте имя поля или удалите строку.";
    return { file: yaml.file, ...place, message: issue.message, mend };
  }
  return { file: yaml.file, ...yaml.locate(path), ...explainIssue(issue, path, yaml) };
}

function explainIssue(
  issue: z.core.$ZodIssue,
  path: ValuePath,
  yaml: ParsedYaml,
): Pick<Problem, "message" | "mend"> {
  const field = fieldName(path);
  if (issue.code === "custom") {
    return { message: `${field}: ${issue.message}`, mend: String(issue.params?.mend ?? "") };
  }
  if (issue.input === undefined && typeof path.at(-1) === "string") return missingField(path);
  if (issue.input === null) return emptyField(path);
  if (issue.code === "too_small") {
    return { message: `${field}: пусто.`, mend: "впишите значение или удалите поле." };
  }
  const kind = issue.code === "invalid_type" ? issue.expected : "";
  const expected = EXPECTED[kind] ?? "нужно иное значение";
  return {
    message: `${field}: ${expected}, а стоит ${shown(issue.input, yaml.typed(path))}.`,
    mend: mendOf(kind, issue.input),
  };
}

function mendOf(kind: string, input: unknown): string {
  const isTyped = ["number", "boolean"].includes(typeof input);
  if (isTyped && kind !== "number" && kind !== "boolean") return "возьмите значение в кавычки.";
  if (kind === "array") return "начните каждую запись с дефиса и пробела: - …";
  if (kind === "object" && typeof input === "string")
    return "поставьте после имени поля двоеточие и пробел.";
  return "исправьте значение.";
}

function missingField(path: ValuePath): Pick<Problem, "message" | "mend"> {
  const name = String(path.at(-1));
  const owner = path.length > 1 ? ` (${fieldName(path.slice(0, -1))})` : "";
  return {
    message: `Нет обязательного поля «${name}»${owner}.`,
    mend: `добавьте строку: ${name}: …`,
  };
}

/** A field or an entry of a list that is there, with nothing behind its name or its hyphen. */
function emptyField(path: ValuePath): Pick<Problem, "message" | "mend"> {
  const name = path.at(-1);
  const behind = typeof name === "string" ? `после «${name}:»` : "после дефиса или удалите дефис";
  return { message: `${fieldName(path)}: пусто.`, mend: `впишите значение ${behind}.` };
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "нужен текст",
  boolean: "нужно true или false",
  array: "нужен список",
  object: "нужны поля вида «имя: значение»",
  record: "нужны поля вида «имя: значение»",
  number: "нужно число",
};

/** @param typed how it is written: 1.10, 007, True */
function shown(input: unknown, typed?: string): string {
  if (Array.isArray(input)) return "список";
  if (typeof input === "object" && input !== null) return "группа полей";
  if (typeof input === "number") return `число ${typed ?? input}`;
  return typeof input === "string" ? `текст «${shortened(input)}»` : (typed ?? String(input));
}
