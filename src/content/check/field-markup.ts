import type { ParsedYaml } from "../model/yaml/yaml.ts";
import type { Finding } from "./finding.ts";
import { signsIn, toldOf } from "./markup-search.ts";
import { FIELD_SIGNS } from "./markup-signs.ts";
import { sentencesIn } from "./prose-fields.ts";

/** @returns marks of Markdown and HTML in fields that are plain text: readers see them as they are */
export function fieldMarkup(yaml: ParsedYaml): Finding[] {
  return sentencesIn(yaml).flatMap(([path, text]) =>
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
