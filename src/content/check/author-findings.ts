import { nearestWord } from "../../language/index.ts";
import type { LabelFinder } from "../archive/label-table.ts";
import type { LabelName } from "../model/types.ts";
import type { ParsedYaml } from "../model/yaml/yaml.ts";
import type { Finding } from "./finding.ts";

/** What articles may be listed by besides topics, as checks need it. */
export interface KnownLabels {
  readonly finder: LabelFinder;
  /** The names of authors with pages. */
  readonly authors: readonly string[];
  readonly sections: readonly LabelName[];
}

/**
 * A guest's name is as good as another one, and a slip of a known name is not.
 *
 * @param yaml the fields of an article that can be read
 * @returns names that authors.yaml does not know; nothing where there is no such file
 */
export function unknownAuthors(yaml: ParsedYaml, { finder, authors }: KnownLabels): Finding[] {
  if (!finder.hasAuthors) return [];
  return namedIn(yaml.value).flatMap((name, index): Finding[] => {
    if (finder.author(name) !== undefined) return [];
    const place = { file: yaml.file, ...yaml.locate(["authors", index]) };
    const nearest = nearestWord(name, authors);
    return [{ ...place, rule: "author", ...explain(name, nearest) }];
  });
}

function namedIn(fields: unknown): string[] {
  if (typeof fields !== "object" || fields === null || !("authors" in fields)) return [];
  const { authors } = fields;
  return (Array.isArray(authors) ? authors : [authors]).filter((one) => typeof one === "string");
}

function explain(name: string, nearest: string | undefined) {
  if (nearest === undefined) {
    const mend = "если у автора должна быть страница, допишите его в authors.yaml.";
    return {
      severity: "note",
      message: `Автора «${name}» нет в authors.yaml: имя останется без ссылки.`,
      mend,
    } as const;
  }
  return {
    severity: "warning",
    message: `Автора «${name}» нет в authors.yaml. Возможно, это «${nearest}».`,
    mend: `исправьте имя; если так его тоже пишут, допишите в authors.yaml: also: [${name}].`,
  } as const;
}
