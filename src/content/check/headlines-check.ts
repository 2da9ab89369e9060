import { isShown, readHeadlines } from "../model/headlines.ts";
import { attempt, type Problem } from "../model/problem.ts";
import { type TopicUse, usesInHeadlines } from "../model/settle-topics.ts";
import { hasSource, readSource } from "../model/source-file.ts";
import { namesTopics } from "../model/topic-words.ts";
import type { Headline } from "../model/types.ts";
import { type ParsedYaml, parseYaml } from "../model/yaml/yaml.ts";
import type { CheckContext, CheckedFile } from "./article-check.ts";
import type { Title } from "./duplicates.ts";
import { Lines } from "./edits.ts";
import { fieldMarkup } from "./field-markup.ts";
import { type Finding, type Place, toErrors } from "./finding.ts";
import { letterFindings } from "./letter-findings.ts";
import { listsAsTexts } from "./list-findings.ts";
import { futureDate, pastExpiry } from "./moments.ts";
import { type ProseField, proseFields } from "./prose-fields.ts";
import { fieldQuotes } from "./quote-findings.ts";
import {
  endRepair,
  fieldRepairs,
  publishedFields,
  type Repair,
  spaceRepairs,
  toFinding,
} from "./repairs.ts";
import { addedTopic, unknownTopic } from "./topic-findings.ts";

/** The findings of headlines.yaml. */
export interface CheckedHeadlines extends CheckedFile {
  /** All of them, to be compared. */
  readonly titles: readonly Title[];
  /** The topics that they name. */
  readonly topicUses: readonly TopicUse[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param file headlines.yaml
 * @returns nothing where there is none
 */
export function checkHeadlines(file: string, context: CheckContext): CheckedHeadlines | undefined {
  const problems: Problem[] = [];
  const isThere = attempt(problems, () => hasSource(file));
  if (isThere === false) return undefined;
  const read = <Value>(all: Problem[], step: () => Value): Value | undefined =>
    isThere === true ? attempt(all, step) : undefined;
  const headlines = read(problems, () => readHeadlines(file, context.site));
  const source = read([], () => readSource(file).text) ?? "";
  const yaml = attempt([], () => parseYaml(file, source));
  const errors = toErrors(problems);
  const publish = (text: string): string => publishedFields(parseYaml(file, text).value);
  const repairsOf = (text: string): Repair[] => headlineRepairs(headlineFields(file, text), text);
  if (headlines === undefined || yaml === undefined) {
    return { findings: errors, source, repairsOf, publish, titles: [], topicUses: [] };
  }
  const lines = new Lines(source);
  const fields = proseFields(yaml, source, lines);
  const entries = entriesOf(yaml);
  return {
    findings: [
      ...headlineRepairs(fields, source).map((one) => toFinding(one, source, lines, file)),
      ...fields.flatMap((field) => fieldQuotes(field, file, lines)),
      ...fieldMarkup(yaml),
      ...letterFindings(file, source, lines),
      ...headlines.flatMap((headline, index) => {
        const at = (name: string): Place => ({ file, ...yaml.locate([index, name]) });
        const own = checkHeadline(headline, entries[index] ?? {}, at, context);
        return [...own, ...listsAsTexts(yaml, [index])];
      }),
    ],
    source,
    repairsOf,
    publish,
    topicUses: usesInHeadlines(headlines, file),
    titles: headlines.map(({ text, date }, index) => {
      return { text, epoch: date?.epoch, place: { file, ...yaml.locate([index, "text"]) } };
    }),
  };
}

function headlineFields(file: string, source: string): ProseField[] {
  return proseFields(parseYaml(file, source), source, new Lines(source));
}

function headlineRepairs(fields: readonly ProseField[], source: string): Repair[] {
  return [...fields.flatMap(fieldRepairs), ...spaceRepairs(source), ...endRepair(source)];
}

function entriesOf({ value }: ParsedYaml): readonly Fields[] {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return items.map((item) => (typeof item === "string" ? { text: item } : (item as Fields)));
}

function checkHeadline(
  headline: Headline,
  raw: Fields,
  at: (name: string) => Place,
  context: CheckContext,
): Finding[] {
  const { site, now, topics, links } = context;
  const found = namesTopics(raw) ? [] : topics.finder.find(headline.text);
  return [
    ...futureDate("date", headline.date, now, at("date")),
    ...pastExpiry(textOf(raw.expires), now, site, at("expires")),
    ...links.check(textOf(raw.link) ?? "", at("link"), isShown(headline, now, site)),
    ...headline.topics.flatMap((topic) => unknownTopic(topic, topics, at("topics"))),
    ...found.map((one) => addedTopic(one, at("text"))),
  ];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
