import type { ParsedYaml } from "../model/yaml/yaml.ts";
import type { Finding } from "./finding.ts";
import { signsIn, toldOf } from "./markup-search.ts";
import { FIELD_SIGNS } from "./markup-signs.ts";

/** The fields that readers read as plain text, in articles and in lists of headlines. */
const READ = new Set(["title", "summary", "description", "alt", "caption", "text"]);

/** @returns marks of Markdown and HTML in fields that are plain text: readers see them as they are */
export function fieldMarkup(yaml: ParsedYaml): Finding[] {
  return textsIn(yaml.value).flatMap(({ path, text }) =>
    signsIn(text, FIELD_SIGNS).map(({ sign, found }) => ({
      file: yaml.file,
      ...yaml.locate(path),
      severity: "warning" as const,
      rule: "markup" as const,
      ...toldOf(sign, found),
      mend: "уберите разметку: это поле — простой текст, знаки в нём ставьте сами.",
    })),
  );
}

type Path = readonly (string | number)[];

function textsIn(
  value: unknown,
  path: Path = [],
): { readonly path: Path; readonly text: string }[] {
  if (typeof value === "string") {
    // In a list of headlines, a headline may be a text alone.
    const isHeadline = path.length === 1 && typeof path[0] === "number";
    const isRead = isHeadline || READ.has(String(path.at(-1)));
    return isRead ? [{ path, text: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]));
}
