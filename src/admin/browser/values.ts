import { DateError, parseDate } from "../../content/in-browser.ts";
import { fieldOfText, type Kind, type Shape } from "./shapes.ts";

/** Fields with their values, as the CMS edits them. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * The values of a map in the one form that the CMS edits; what is left empty is left out. Fields
 * that no form shows stay as they are.
 *
 * @param zone the site's, in which dates are shown
 */
export function spelledOut(value: unknown, shape: Shape, zone: string): Values {
  if (!isRecord(value)) return {};
  const full = Object.entries(value).map(([name, one]) => [
    name,
    spell(one, shape.get(name) ?? { name: "plain" }, zone),
  ]);
  return Object.fromEntries(full.filter(([, one]) => one !== undefined));
}

/** One value of a list or a field; nothing where it is empty. */
export function spell(value: unknown, kind: Kind, zone: string): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  if (kind.name === "date") return toPicker(value, zone);
  if (kind.name === "list") {
    const items = (Array.isArray(value) ? value : [value]).map((one) =>
      spell(one, kind.item, zone),
    );
    return filled(items.filter((one) => one !== undefined));
  }
  if (kind.name === "plain") return isRecord(value) ? filled(spelledOut(value, NONE, zone)) : value;
  const group =
    typeof value === "string" ? { [fieldOfText(kind.shape, value)]: value.trim() } : value;
  return isRecord(group) ? filled(spelledOut(group, kind.shape, zone)) : group;
}

const NONE: Shape = new Map();

function filled<Whole extends object>(value: Whole): Whole | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

/** An invalid date stays as it is: the build reports it. */
function toPicker(value: unknown, zone: string): unknown {
  if (typeof value !== "string") return value;
  try {
    const { iso, day } = parseDate(value, zone);
    return iso === day ? `${day} 00:00` : iso.slice(0, 16).replace("T", " ");
  } catch (error) {
    if (error instanceof DateError) return value;
    throw error;
  }
}

/** The meaning of absent fields. */
const SILENCE: Values = {
  draft: false,
  pinned: false,
  comments: true,
  offline: true,
  feeds: "full",
  allowBrokenLinks: false,
};

/** @returns what a field says that is left out; nothing where that says nothing */
export function meantBySilence(name: string): unknown {
  return SILENCE[name];
}

/**
 * What the CMS gets of a file: with all that is said by silence, for it fills in what is missing with
 * what a new file begins with, and an old article is neither a draft nor of today.
 */
export function explicit(values: Values, shape: Shape): Values {
  const full = [...shape].map(([name, kind]) => [name, explicitOne(name, values[name], kind)]);
  return { ...values, ...Object.fromEntries(full.filter(([, value]) => value !== undefined)) };
}

function explicitOne(name: string, value: unknown, kind: Kind): unknown {
  if (value === undefined) return kind.name === "date" ? "" : meantBySilence(name);
  if (kind.name === "list" && Array.isArray(value)) {
    return value.map((one) => explicitOne(name, one, kind.item));
  }
  return kind.name === "group" && isRecord(value) ? explicit(value, kind.shape) : value;
}

/** What a form holds as a file says it: a day without a time, a text for a group of one field. */
export function shortened(value: unknown, kind: Kind): unknown {
  if (kind.name === "date") return String(value).replace(/ 00:00$/, "");
  if (kind.name === "list" && Array.isArray(value)) {
    return value.map((one) => shortened(one, kind.item));
  }
  if (kind.name !== "group" || !isRecord(value)) return value;
  return bareText(value, kind.shape) ?? shortFields(value, kind.shape);
}

function shortFields(values: Values, shape: Shape): Values {
  const short = Object.entries(values).map(([name, one]) => {
    const kind = shape.get(name);
    return [name, kind === undefined ? one : shortened(one, kind)];
  });
  return Object.fromEntries(short);
}

/** @returns the text that stands for a group alone, where it has one field and the text means it */
function bareText(values: Values, shape: Shape): string | undefined {
  const [[name, text] = [], ...others] = Object.entries(values);
  if (typeof text !== "string" || others.length > 0) return undefined;
  return fieldOfText(shape, text) === name ? text : undefined;
}

/** @returns whether two plain values say the same */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
