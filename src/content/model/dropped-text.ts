import type { z } from "zod";
import { fieldName, shortened } from "./field-names.ts";
import type { Problem } from "./problem.ts";
import type { ParsedYaml, ValuePath } from "./yaml/yaml.ts";

/** Something typed that no value holds, with its place. */
type Dropped = ParsedYaml["dropped"][number];

/**
 * Behind a date, an address or `true` a comment is one. Where the field could hold it as text, only the
 * editor knows whether it is.
 *
 * @param value the plain value of the whole document
 * @returns what of the dropped a field would have held
 */
export function droppedFromTexts(schema: z.ZodType, value: unknown, yaml: ParsedYaml): Dropped[] {
  if (yaml.dropped.length === 0) return [];
  const whole = { value: structuredClone(value) };
  for (const { path, typed } of yaml.dropped) put(whole, ["value", ...path], typed);
  const issues = schema.safeParse(whole.value).error?.issues ?? [];
  const [types, values] = [true, false].map((isOfType) => {
    const own = issues.filter(({ code }) => (code !== "custom") === isOfType);
    return new Set(own.flatMap(({ path }) => beginningsOf(path)));
  });
  return yaml.dropped.filter((one) => {
    const path = JSON.stringify(one.path);
    // «accent: #ff0000»: nothing else stands there, so that even what a text may not be was meant as one.
    const isAlone = one.typed === one.dropped;
    return !types?.has(path) && (isAlone || !values?.has(path));
  });
}

/** Own properties only, for a field may be called `__proto__`. */
function put(holder: object, path: ValuePath, value: unknown): void {
  const [key = "", ...rest] = path;
  const own: unknown = Object.getOwnPropertyDescriptor(holder, key)?.value;
  if (rest.length === 0) {
    const usual = { writable: true, enumerable: true, configurable: true };
    Object.defineProperty(holder, key, { value, ...usual });
  } else if (typeof own === "object" && own !== null) put(own, rest, value);
}

/** A fault in a part of a value counts for the whole value. */
export function beginningsOf(path: readonly PropertyKey[]): string[] {
  return [path, ...path.map((_, length) => path.slice(0, length))].map((one) =>
    JSON.stringify(one),
  );
}

/** @returns the message about a dropped text */
export function droppedProblem(
  { path, typed, dropped, kind, place }: Dropped,
  file: string,
): Problem {
  const field = fieldName(path);
  const quotes = `возьмите значение в кавычки: ${quoted(typed)}`;
  if (kind === "null") {
    const message = `${field}: «${dropped}» в YAML значит «ничего», и на сайт это не попадёт.`;
    return { file, ...place, message, mend: `${quotes}, а если его нет, удалите поле.` };
  }
  const message = `${field}: «${shortened(dropped)}» — комментарий YAML, и на сайт он не попадёт.`;
  const mend = `${quotes}, а если это и правда комментарий, поставьте его отдельной строкой.`;
  return { file, ...place, message, mend };
}

/** @returns a text as YAML holds it whatever stands in it, where it is short */
export function quoted(text: string): string {
  const short = shortened(text);
  return /["\\]/.test(short) ? `'${short.replaceAll("'", "''")}'` : `"${short}"`;
}
