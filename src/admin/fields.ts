import type { Field } from "@sveltia/cms";
import { SLUG_FORM } from "../content/index.ts";
import { DATE_FORMAT, FOLD } from "./names.ts";

/** The form of a field, besides its name and whether it is required. */
export type FieldForm = Omit<Field, "name" | "required"> & Readonly<Record<string, unknown>>;

/** What the forms need of a schema: its fields, in their order, which can be tried with a value. */
export interface FieldSchemas {
  readonly [name: string]: { safeParse(value: unknown): { readonly success: boolean } };
}

/**
 * The fields of a schema for the CMS: those that the schema knows, in its order, required where it
 * takes no `undefined`.
 *
 * @param schemas the shape of the schema
 * @param forms how each of them is edited
 * @throws Error where a field has no form, so that nothing is added to a schema and forgotten here
 */
export function cmsFields(
  schemas: FieldSchemas,
  forms: Readonly<Record<string, FieldForm>>,
): Field[] {
  return Object.entries(schemas).map(([name, schema]) => {
    const form = forms[name];
    if (form === undefined) throw new Error(`the editor has no form for the field ${name}`);
    return { name, ...form, required: !schema.safeParse(undefined).success } as Field;
  });
}

/**
 * Puts fields in the order of writing, and folds what few need.
 *
 * @param first the names of those that are seen at once, in their order
 */
export function inOrder(fields: readonly Field[], first: readonly string[]): Field[] {
  const seen = first.flatMap((name) => fields.filter((field) => field.name === name));
  const rest = fields.filter(({ name }) => !first.includes(name));
  const fold = { ...groupForm("Ещё", rest), name: FOLD, collapsed: true, required: true };
  return [...seen, fold as Field];
}

/** @returns the fields, and those within them, with the zone that their dates are meant in */
export function inZone(fields: readonly Field[], timeZone: string): Field[] {
  return fields.map((field) => {
    if (field.widget === "datetime") return { ...field, input_timezone: timeZone } as Field;
    if (!("fields" in field) || field.fields === undefined) return field;
    return { ...field, fields: inZone(field.fields as Field[], timeZone) } as Field;
  });
}

/** A day, or a day and a time: the picker of browsers has both, so midnight stands for no time. */
export function dateForm(label: string, hint = ""): FieldForm {
  const day = "Время 00:00 — день без времени.";
  const whole = hint === "" ? day : `${hint} ${day}`;
  return { label, widget: "datetime", format: DATE_FORMAT, hint: whole };
}

export function lineForm(label: string, hint?: string): FieldForm {
  return { label, widget: "string", ...(hint === undefined ? {} : { hint }) };
}

export function linkForm(label: string): FieldForm {
  return {
    label,
    widget: "string",
    hint: "Адрес целиком или страница этого сайта, которая начинается с «/».",
    pattern: ["^(https?://|/(?!/))\\S+$", "Начните с https:// или с «/»."],
  };
}

export function slugForm(hint: string): FieldForm {
  const mend = "Латинские строчные буквы, цифры и дефисы между ними.";
  return { label: "Адрес страницы", widget: "string", hint, pattern: [SLUG_FORM.source, mend] };
}

/** A list of single lines. @param one of them, as what is added */
export function linesForm(label: string, one: string, hint?: string): FieldForm {
  return { ...lineForm(label, hint), widget: "list", label_singular: one };
}

/** A list of groups. @param one of them, as what is added; @param summary what a folded one shows */
export function groupsForm(
  label: string,
  one: string,
  summary: string,
  fields: readonly Field[],
): FieldForm {
  const list = { widget: "list", collapsed: true, summary, fields: [...fields] };
  return { label, label_singular: one, ...list };
}

/** Fields that stand together under one name. */
export function groupForm(label: string, fields: readonly Field[]): FieldForm {
  return { label, widget: "object", collapsed: "auto", fields: [...fields] };
}

/** A field of a group that may stay empty. */
export function part(name: string, form: FieldForm): Field {
  return { name, ...form, required: false } as Field;
}

/** A field of a group that has to be filled in where the group is. */
export function mainPart(name: string, form: FieldForm): Field {
  return { name, ...form, required: true } as Field;
}

export function sourceForm(): FieldForm {
  return groupForm("Источник", [
    mainPart("name", lineForm("Название")),
    part("url", linkForm("Адрес")),
  ]);
}

export const TOPICS = linesForm("Темы", "тему");
