import { type FrontMatter, splitFrontMatter } from "../model/front-matter.ts";
import type { SourceFile } from "../model/source-file.ts";
import { type ParsedYaml, parseYaml } from "../model/yaml/yaml.ts";
import { Lines } from "./edits.ts";
import type { Finding } from "./finding.ts";
import { type ProseField, proseFields } from "./prose-fields.ts";
import { fieldQuotes, quotationFinding } from "./quote-findings.ts";
import { byLine, endRepair, fieldRepairs, type Repair, spaceRepairs } from "./repairs.ts";
import { readTextSource, type TextSource } from "./text-source.ts";

/** An article's source with its pieces. */
export interface ArticleSource {
  readonly file: string;
  readonly source: string;
  readonly lines: Lines;
  readonly parts: FrontMatter;
  readonly yaml: ParsedYaml;
  readonly fields: readonly ProseField[];
  readonly text: TextSource;
}

/** @throws ContentError where the file has no fields, or wrong ones */
export function articleSource(file: SourceFile): ArticleSource {
  const { path, text: source } = file;
  const parts = splitFrontMatter(file);
  const yaml = parseYaml(path, parts.yaml, parts.yamlLine);
  const lines = new Lines(source);
  const fields = proseFields(yaml, source, lines);
  return { file: path, source, lines, parts, yaml, fields, text: readTextSource(parts.body) };
}

/** @returns what can be mended */
export function articleRepairs({ source, lines, parts, fields, text }: ArticleSource): Repair[] {
  const start = lines.offsetOf(parts.bodyLine);
  return [
    ...fields.flatMap(fieldRepairs),
    ...byLine(text.edits, parts.body, start),
    ...spaceRepairs(source, start),
    ...endRepair(source),
  ];
}

/** @returns where quotation marks stay as typed */
export function articleQuotes({ file, lines, parts, fields, text }: ArticleSource): Finding[] {
  const start = lines.offsetOf(parts.bodyLine);
  const inText = text.unclear.map((one) => {
    return quotationFinding(one, parts.body, { file, ...lines.positionOf(start + one.index) });
  });
  return [...fields.flatMap((field) => fieldQuotes(field, file, lines)), ...inText];
}
