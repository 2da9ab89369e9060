import { isSeq, parseDocument, type YAMLSeq } from "yaml";
import { comparisonKey } from "../../language/index.ts";
import { ContentError } from "../model/problem.ts";
import { hasSource, readSource } from "../model/source-file.ts";
import { type ParsedYaml, parseYaml } from "../model/yaml/yaml.ts";

/** What an import does to the headlines. */
export interface HeadlinesPlan {
  readonly file: string;
  readonly added: readonly string[];
  /** Those that the file, or the text itself, already holds. */
  readonly known: readonly string[];
  /** The whole new file; absent where it stays as it is. */
  readonly content?: string;
}

/**
 * Decides which headlines are new; what the file already holds, comments too, stays as it is.
 *
 * @param headlines plain texts in their order
 * @param file headlines.yaml
 * @throws ContentError where the file that is there is no list
 */
export function planHeadlines(headlines: readonly string[], file: string): HeadlinesPlan {
  const text = hasSource(file) ? readSource(file).text : "";
  const seen = new Set(knownTexts(parseYaml(file, text)).map(comparisonKey));
  const added: string[] = [];
  const known: string[] = [];
  for (const headline of headlines) {
    const key = comparisonKey(headline);
    (seen.has(key) ? known : added).push(headline);
    seen.add(key);
  }
  return added.length === 0
    ? { file, added, known }
    : { file, added, known, content: append(text, added) };
}

function knownTexts(yaml: ParsedYaml): string[] {
  const value = yaml.value ?? [];
  if (!Array.isArray(value)) {
    const message = "В файле не список заголовков.";
    const mend = "начните каждую запись с «- text: …».";
    throw new ContentError([{ file: yaml.file, ...yaml.locate([]), message, mend }]);
  }
  return value.map((item: unknown) => {
    const text = typeof item === "object" && item !== null && "text" in item ? item.text : item;
    return String(text ?? "");
  });
}

function append(text: string, texts: readonly string[]): string {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) document.contents = document.createNode([]) as YAMLSeq.Parsed;
  for (const entry of texts) document.add(document.createNode({ text: entry }));
  return document.toString({ lineWidth: 0 });
}
