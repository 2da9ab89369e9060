import { renderMarkdown } from "../markdown/markdown.ts";
import { setInLine } from "../model/fields.ts";
import { splitFrontMatter } from "../model/front-matter.ts";
import { attempt } from "../model/problem.ts";
import { parseYaml } from "../model/yaml/yaml.ts";
import { typography } from "../typography/typography.ts";
import { applyEdits, type Edit, inOrder, Lines } from "./edits.ts";
import type { Finding, Rule } from "./finding.ts";
import type { ProseField } from "./prose-fields.ts";
import { typographyEdits } from "./typography-edits.ts";

/** Changes of a source that belong together: those of a line, of one kind. */
export interface Repair {
  readonly rule: Extract<Rule, "typography" | "spaces" | "newline">;
  /** In order. */
  readonly edits: readonly Edit[];
}

/**
 * @param source with \n at the ends of lines
 * @param textStart where Markdown begins in it; by default nowhere
 * @returns spaces at the ends of lines, line by line
 */
export function spaceRepairs(source: string, textStart = source.length): Repair[] {
  return [...source.matchAll(/[ \t]+$/gm)].flatMap(({ index, 0: spaces }): Repair[] => {
    // Two spaces before a line that goes on are a line break in Markdown.
    const end = index + spaces.length;
    const nextLine = source.slice(end + 1, lineEnd(source, end + 1));
    const isBreak = spaces.length > 1 && index >= textStart && nextLine.trim() !== "";
    if (isBreak && source[index - 1] !== "\n") return [];
    return [{ rule: "spaces", edits: [{ start: index, end, text: "" }] }];
  });
}

function lineEnd(source: string, start: number): number {
  const end = source.indexOf("\n", start);
  return end === -1 ? source.length : end;
}

/** @returns the end of a file, where it is not one line end */
export function endRepair(source: string): Repair[] {
  const start = source.replace(/\n+$/, "").length;
  if (source === "" || source.slice(start) === "\n") return [];
  return [{ rule: "newline", edits: [{ start, end: source.length, text: "\n" }] }];
}

/** @param edits of a text, in order; @param offset where the text starts in the source */
export function byLine(edits: readonly Edit[], text: string, offset: number): Repair[] {
  const lines = new Lines(text);
  const groups = new Map<number, Edit[]>();
  for (const { start, end, text: put } of edits) {
    const { line } = lines.positionOf(start);
    const own = { start: start + offset, end: end + offset, text: put };
    groups.set(line, [...(groups.get(line) ?? []), own]);
  }
  return [...groups.values()].map((own) => ({ rule: "typography", edits: own }));
}

/** @returns what typography changes of a field, where it stands in the source as it is meant */
export function fieldRepairs({ value, start }: ProseField): Repair[] {
  if (start === undefined) return [];
  const edits = typographyEdits(value, typography(value)) ?? [];
  return byLine(edits, value, start);
}

/** A text is mended in one round, or in two where a mend makes another one safe. */
const MOST_ROUNDS = 5;

/**
 * Makes changes until there are none, but only those that leave the published form the same to the last byte.
 * A second run changes nothing.
 *
 * @param source of a file, with \n at the ends of lines
 * @param repairsOf what is to be changed in a source
 * @param publish what is published of a source; throws where it cannot be read
 * @returns the text, and how many changes were made
 */
export function mend(
  source: string,
  repairsOf: (source: string) => readonly Repair[],
  publish: (source: string) => string,
): { readonly text: string; readonly places: number } {
  const published = publish(source);
  let [text, places] = [source, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const made = safeRepairs(text, repairsOf(text), (changed) => {
      return attempt([], () => publish(changed)) === published;
    });
    if (made.length === 0) break;
    text = applyEdits(text, editsOf(made));
    places += made.length;
  }
  return { text, places };
}

function safeRepairs(
  text: string,
  repairs: readonly Repair[],
  isSame: (text: string) => boolean,
): readonly Repair[] {
  const isSafe = (some: readonly Repair[]): boolean => isSame(applyEdits(text, editsOf(some)));
  if (repairs.length === 0 || isSafe(repairs)) return repairs;
  let made: readonly Repair[] = [];
  for (const one of repairs) if (isSafe([...made, one])) made = [...made, one];
  return made;
}

function editsOf(repairs: readonly Repair[]): Edit[] {
  return inOrder(repairs.flatMap(({ edits }) => edits));
}

/** @returns all that an article's source says, set as it is published */
export function publishedArticle(file: string): (source: string) => string {
  return (source) => {
    const parts = splitFrontMatter({ path: file, text: source });
    const fields = parseYaml(file, parts.yaml).value;
    const { html } = renderMarkdown(parts.body, {
      link: (href) => href,
      image: (src) => ({ src, width: 1, height: 1, variants: [] }),
      media: (src) => ({ kind: "audio", src, name: src }),
      language: (tag) => tag,
      problem: () => {},
    });
    return `${publishedFields(fields)}\n${html}`;
  };
}

/** @returns the values of a YAML document, set as they are published */
export function publishedFields(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "string" ? setInLine(one.trim()) : one,
  );
}

const MESSAGES = {
  spaces: "Пробелы в конце строки.",
  newline: "Файл должен кончаться одним переводом строки.",
} as const;

/** @param lines of the source; @returns what a repair would do */
export function toFinding(
  { rule, edits }: Repair,
  source: string,
  lines: Lines,
  file: string,
): Finding {
  const place = { file, ...lines.positionOf(edits[0]?.start ?? 0) };
  // The site sets it by itself, whether it is mended in the file or not.
  const severity = rule === "typography" ? "note" : "warning";
  const about = { severity, rule, isFixable: true } as const;
  const message = rule === "typography" ? typographyMessage(edits, source) : MESSAGES[rule];
  const how = "поправит npm run check -- --fix";
  const mend =
    rule === "typography" ? `на сайте всё встанет на место само; в файле — ${how}.` : `${how}.`;
  return { ...place, ...about, message, mend };
}

/** «" → «», each kind of change once. */
function typographyMessage(edits: readonly Edit[], source: string): string {
  const shown = edits.map(({ start, end, text }) => {
    const [cut, put] = [source.slice(start, end), text].map((one) => one.replace(/\s+/g, " "));
    return cut === "" ? `добавится «${put}»` : `${cut} → ${put === "" ? "ничего" : put}`;
  });
  return `Типографика: ${[...new Set(shown)].join(", ")}`;
}
