import { existsSync } from "node:fs";
import { isSeq, parseDocument, type YAMLSeq } from "yaml";
import { comparisonKey } from "../../language/index.ts";
import { ANCHOR_LENGTH } from "../headlines.ts";
import { ContentError } from "../problem.ts";
import { slugify } from "../slugs.ts";
import { readSource } from "../source-file.ts";
import { type ParsedYaml, parseYaml } from "../yaml.ts";

/** What an import does to the headlines. */
export interface HeadlinesPlan {
  readonly file: string;
  readonly added: readonly string[];
  /** Those that the file, or the text itself, already holds. */
  readonly known: readonly string[];
  /** The whole new file; absent where it stays as it is. */
  readonly content?: string;
}

interface Entry {
  readonly text: string;
  readonly slug?: string;
}

/**
 * Decides which headlines are new; what the file already holds, comments too, stays as it is.
 *
 * @param headlines plain texts in their order
 * @param file headlines.yaml
 * @throws ContentError where the file that is there is no list
 */
export function planHeadlines(headlines: readonly string[], file: string): HeadlinesPlan {
  const text = existsSync(file) ? readSource(file).text : "";
  const entries = toEntries(parseYaml(file, text));
  const seen = new Set(entries.map((entry) => comparisonKey(entry.text)));
  const anchors = new Set(entries.map(anchorOf));
  const added: Entry[] = [];
  const known: string[] = [];
  for (const headline of headlines) {
    const key = comparisonKey(headline);
    if (seen.has(key)) known.push(headline);
    else added.push(withFreeAnchor(headline, anchors));
    seen.add(key);
  }
  const texts = added.map((entry) => entry.text);
  if (added.length === 0) return { file, added: texts, known };
  return { file, added: texts, known, content: append(text, added) };
}

function toEntries(yaml: ParsedYaml): Entry[] {
  const value = yaml.value ?? [];
  if (!Array.isArray(value)) {
    const message = "В файле не список заголовков.";
    const mend = "начните каждую запись с «- text: …».";
    throw new ContentError([{ file: yaml.file, ...yaml.locate([]), message, mend }]);
  }
  return value.map((item: unknown) => {
    if (typeof item === "string") return { text: item };
    const { text, slug } = (item ?? {}) as Partial<Entry>;
    return { text: String(text ?? ""), ...(slug === undefined ? {} : { slug }) };
  });
}

function anchorOf(entry: Entry): string {
  return entry.slug ?? slugify(entry.text, ANCHOR_LENGTH);
}

/** Two headlines may begin alike for longer than an anchor is: the later one gets a number. */
function withFreeAnchor(text: string, taken: Set<string>): Entry {
  const anchor = slugify(text, ANCHOR_LENGTH) || "novost";
  let free = anchor;
  for (let number = 2; taken.has(free); number++) free = `${anchor}-${number}`;
  taken.add(free);
  return free === anchor ? { text } : { text, slug: free };
}

function append(text: string, entries: readonly Entry[]): string {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) document.contents = document.createNode([]) as YAMLSeq.Parsed;
  for (const entry of entries) document.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}
