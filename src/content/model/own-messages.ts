import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  baseOf,
  isSpoken,
  localeOf,
  type MessageKey,
  type OwnMessages,
  type Plural,
  placeholdersIn,
} from "../../interface/index.ts";
import { nearestWord } from "../../language/index.ts";
import { unknownName } from "./field-names.ts";
import type { Problem } from "./problem.ts";
import { remembering } from "./remembering.ts";
import { hasSource, readSource } from "./source-file.ts";
import type { Site } from "./types.ts";
import { knownFields, optional, text, validate } from "./validate.ts";
import { parseYaml } from "./yaml/yaml.ts";

/** The strings of the interface that a newspaper says otherwise, in the folder of site.yaml. */
const FILE = "ui.yaml";

const KEYS = Object.keys(baseOf("ru").messages) as MessageKey[];

/**
 * Reads the strings of the interface that a newspaper says otherwise.
 *
 * @param dataFolder the folder of ui.yaml: flat keys, values are texts or the forms of a plural; no file
 *   is no strings
 * @param language of the site, whose forms of plurals are asked for
 * @returns nothing where none is said otherwise
 * @throws ContentError with every key that there is not, every form that is missing, every {name} that
 *   would stay as it is
 */
export function readMessages(dataFolder: string, language: string): OwnMessages | undefined {
  const file = join(dataFolder, FILE);
  if (!hasSource(file)) return undefined;
  const read = validate(schemaOf(language), parseYaml(file, readSource(file).text));
  const said = Object.entries(read).filter(([, message]) => message !== undefined);
  return said.length === 0 ? undefined : (Object.fromEntries(said) as OwnMessages);
}

const schemaOf = remembering(messagesSchema);

function messagesSchema(language: string) {
  const { messages } = baseOf(language);
  const categories = categoriesOf(language);
  const fields = KEYS.map((key) => {
    const message: string | Plural = messages[key];
    const names = placeholdersOf(message);
    const field = typeof message === "string" ? filledText(names) : pluralField(names, categories);
    return [key, optional(field)];
  });
  return z.strictObject(Object.fromEntries(fields) as Record<MessageKey, z.ZodType>, {
    error: (issue) => (issue.code === "unrecognized_keys" ? unknownKeys(issue.keys) : undefined),
  });
}

/** All keys would drown the message. */
function unknownKeys(keys: readonly string[]): string {
  const named = keys.map((key) => unknownName(key, KEYS));
  const nested = keys.some((key) => KEYS.some((one) => one.startsWith(`${key}.`)));
  const how = nested ? " Ключ пишется целиком, с точкой: search.nothing." : "";
  const start =
    keys.length === 1 ? "Такой строки в интерфейсе нет" : "Таких строк в интерфейсе нет";
  return `${start}: ${named.join(", ")}.${how} Все ключи — в docs/interface.md.`;
}

function placeholdersOf(message: string | Plural): readonly string[] {
  if (typeof message === "string") return placeholdersIn(message);
  return [...new Set(["count", ...Object.values(message).flatMap(placeholdersIn)])];
}

/** A text whose braces are all filled where it is shown. */
function filledText(names: readonly string[]) {
  return text().superRefine((value, context) => {
    for (const name of new Set(placeholdersIn(value))) {
      if (names.includes(name)) continue;
      context.addIssue({ code: "custom", ...unknownPlace(name, names) });
    }
  });
}

function unknownPlace(name: string, names: readonly string[]) {
  const known = names.map((one) => `{${one}}`).join(", ");
  const nearest = nearestWord(name, names) ?? names[0];
  const mend =
    nearest === undefined ? `уберите {${name}}.` : `напишите {${nearest}} или уберите {${name}}.`;
  const there = names.length === 0 ? "Здесь вставок не бывает." : `Есть: ${known}.`;
  return { message: `вставки {${name}} у этой строки нет. ${there}`, params: { mend } };
}

function pluralField(names: readonly string[], { all, needed }: Categories) {
  const forms = Object.fromEntries(
    all.map((category) => {
      const form = filledText(names);
      return [category, needed.has(category) ? form : optional(form)];
    }),
  );
  const example = [...needed].map((category) => `${category}: …`).join(", ");
  const mend = `запишите формы: { ${example} }.`;
  return z
    .unknown()
    .superRefine((value, context) => {
      if (typeof value !== "string") return;
      const message = "это число с существительным, и нужны его формы, а стоит один текст.";
      context.addIssue({ code: "custom", message, params: { mend } });
    })
    .pipe(knownFields(forms));
}

/** Nothing is counted further than the largest archives, and no language has another rule on the way. */
const COUNTED = 1000;

type Categories = ReturnType<typeof categoriesOf>;

/** Counts are whole: the form that a language has for fractions alone is not asked for. */
function categoriesOf(language: string) {
  const rules = new Intl.PluralRules(localeOf(language));
  const counts = Array.from({ length: COUNTED }, (_, count) => rules.select(count));
  return { all: rules.resolvedOptions().pluralCategories, needed: new Set(counts) };
}

/** So many are named. */
const NAMED = 3;

/**
 * Strings that the site's language lacks are shown in English.
 *
 * @returns how much that is and how to mend it, in Russian; nothing where all is said
 */
export function untranslated(
  { language, messages = {} }: Pick<Site, "language" | "messages">,
  dataFolder: string,
): Problem | undefined {
  if (isSpoken(language)) return undefined;
  const missing = KEYS.filter((key) => messages[key] === undefined);
  if (missing.length === 0) return undefined;
  const own = join(dataFolder, FILE);
  const rest = missing.length - NAMED;
  const named = missing.slice(0, NAMED).join(", ") + (rest > 0 ? ` и ещё ${rest}` : "");
  return {
    file: existsSync(own) ? own : join(dataFolder, "site.yaml"),
    message: `На языке сайта («${language}») нет строк интерфейса, и читатели увидят английские: ${named}.`,
    mend: `впишите перевод в ${FILE} рядом с site.yaml; все ключи — в docs/interface.md.`,
  };
}
