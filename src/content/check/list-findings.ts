import { shortened } from "../model/field-names.ts";
import type { ParsedYaml, ValuePath } from "../model/yaml/yaml.ts";
import type { Finding } from "./finding.ts";

/** Fields that may hold one name or a list of them. */
const FIELDS = [
  { name: "topics", rule: "topic", one: "одна тема" },
  { name: "authors", rule: "author", one: "один автор" },
] as const;

/** «Город, Мир», and hyphens with no space behind: for YAML both are one text. */
const BETWEEN = /[,;]\s+|(?:^|\s+)-(?=\S)/;

/**
 * @param yaml fields that can be read
 * @param owner where they stand: of a headline its number
 * @returns names of a list that became one name; in quotation marks they are meant so
 */
export function listsAsTexts(yaml: ParsedYaml, owner: ValuePath = []): Finding[] {
  return FIELDS.flatMap(({ name, rule, one }): Finding[] => {
    const path = [...owner, name];
    const typed = yaml.typed(path) ?? "";
    const names = typed.split(BETWEEN).filter((part) => part !== "");
    if (names.length < 2 && !typed.startsWith("-")) return [];
    const message = `«${name}»: «${shortened(typed)}» — ${one}, а не список.`;
    const mend = `перечислите имена в скобках: ${name}: [${names.join(", ")}]; если имя одно, возьмите его в кавычки.`;
    return [{ file: yaml.file, ...yaml.locate(path), severity: "warning", rule, message, mend }];
  });
}
