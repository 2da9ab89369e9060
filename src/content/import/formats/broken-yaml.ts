import type { LooseRecord } from "./loose-record.ts";

const FIELD = /^([\w-]+)[ \t]*:(?:[ \t]+(.*))?$/;
const ENTRY = /^[ \t]*-[ \t]+(.*)$/;
const GOES_ON = /^[ \t]+(\S.*)$/;

/**
 * Reads fields that are no YAML, such as «title: Мост: первый день», line by line, each value as typed.
 *
 * @returns the fields, if every line is a field, an entry of a list or the rest of the line above
 */
export function plainFields(header: string): LooseRecord | undefined {
  const fields: Record<string, unknown> = {};
  let last: string | undefined;
  for (const line of header.split("\n")) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, name, value = ""] = FIELD.exec(line) ?? [];
    if (name !== undefined) {
      fields[name] = joined(fields[name], fieldValue(value.trim()));
      last = name;
    } else if (last === undefined || !goOn(fields, last, line)) return undefined;
  }
  return fields;
}

function goOn(fields: Record<string, unknown>, name: string, line: string): boolean {
  const before = fields[name];
  const [, entry] = ENTRY.exec(line) ?? [];
  const [, rest] = GOES_ON.exec(line) ?? [];
  if (entry !== undefined) fields[name] = joined(before, unquoted(entry.trim()));
  else if (rest !== undefined && typeof before === "string")
    fields[name] = `${before.replace(/^[|>][+-]?$/, "")} ${rest}`.trim();
  else return false;
  return true;
}

/** A name that is there twice has a list of both values, unless they are the same. */
function joined(before: unknown, value: unknown): unknown {
  if (before === undefined || before === "" || before === value) return value;
  return [...new Set([before, value].flat())];
}

function fieldValue(text: string): unknown {
  const [, list] = /^\[(.*)\]$/.exec(text) ?? [];
  if (list === undefined) return unquoted(text);
  return list
    .split(",")
    .map((one) => unquoted(one.trim()))
    .filter((one) => one !== "");
}

function unquoted(text: string): string {
  const [, double, single] = /^(?:"(.*)"|'(.*)')$/.exec(text) ?? [];
  return double?.replaceAll('\\"', '"') ?? single?.replaceAll("''", "'") ?? text;
}
