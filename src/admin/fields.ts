import type { Field } from "@sveltia/cms";
import { SLUG_FORM } from "../content/index.ts";

/** What is said of a field to the CMS besides its name and whether it is required. */
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

/** The beginnings of what src/content/dates.ts reads; whether there is such a day, the build says. */
const DATE_PATTERN =
  "^(\\d{4}-\\d{2}-\\d{2}([T ]+\\d{1,2}:\\d{2}.*)?|\\d{1,2}\\.\\d{1,2}\\.\\d{4}(,?\\s+\\d{1,2}:\\d{2})?)$";

/** A text, not the CMS's own field for dates: that one would rewrite a day as a day with a time. */
export function dateForm(label: string, hint = ""): FieldForm {
  const forms = "2026-11-23, 23.11.2026 или 2026-11-23 14:30";
  return {
    label,
    widget: "string",
    hint: `${hint}${hint === "" ? "" : " "}Так: ${forms}.`,
    pattern: [DATE_PATTERN, `Запишите дату так: ${forms}.`],
  };
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

/** Fields that stand together under one name. */
export function groupForm(label: string, fields: readonly Field[]): FieldForm {
  return { label, widget: "object", collapsed: "auto", fields: [...fields] };
}

export function sourceForm(): FieldForm {
  return groupForm("Источник", [
    { name: "name", ...lineForm("Название"), required: true } as Field,
    { name: "url", ...linkForm("Адрес"), required: false } as Field,
  ]);
}

export const TOPICS = linesForm("Темы", "тему");
