import type { Names, Phrases } from "./phrases.ts";
import type { Texts, TopicTexts } from "./texts.ts";

export interface BodyOptions {
  readonly texts: Texts;
  readonly topic: TopicTexts;
  readonly phrases: Phrases;
  readonly names: Names;
}

/** Sections of a long article, from and to. */
const SECTIONS = [4, 7] as const;
/** Sentences that a section takes. */
const ENOUGH = 9;

/** The Markdown of an ordinary article: two to six paragraphs. */
export function bodyOf(options: BodyOptions): string {
  const { phrases, texts } = options;
  const sentences = sentencesOf(options);
  const paragraphs = paragraphsOf(sentences, phrases.between(2, 6), phrases);
  if (phrases.oneIn(4)) paragraphs.push(quotation(options));
  if (phrases.oneIn(9)) paragraphs.splice(1, 0, `## ${phrases.pick(texts.general.headings)}`);
  return [lead(options), ...paragraphs].join("\n\n");
}

/** The Markdown of a long article: headings, a list, a quotation, a table. */
export function longBodyOf(options: BodyOptions): string {
  const { phrases, texts } = options;
  const headings = phrases.some(texts.general.headings, phrases.between(...SECTIONS));
  const extras = [list(options), quotation(options), table(options)];
  let sentences: string[] = [];
  const sections = headings.flatMap((heading, index) => {
    // What was said comes again only when there is nothing else to say.
    if (sentences.length < ENOUGH) sentences = [...sentences, ...sentencesOf(options)];
    const paragraphs = paragraphsOf(sentences, phrases.between(2, 3), phrases);
    const extra = extras[index];
    return [`## ${heading}`, ...paragraphs, ...(extra === undefined ? [] : [extra])];
  });
  return [lead(options), ...sections].join("\n\n");
}

function lead({ topic, phrases, names }: BodyOptions): string {
  return phrases.phrase(phrases.pick(topic.leads), names);
}

/** All that can be said, in another order and with other words each time. */
function sentencesOf({ topic, texts, phrases, names }: BodyOptions): string[] {
  const templates = [...topic.details, ...texts.general.details];
  return phrases.some(templates, templates.length).map((one) => phrases.phrase(one, names));
}

function paragraphsOf(sentences: string[], count: number, phrases: Phrases): string[] {
  const paragraphs: string[] = [];
  while (paragraphs.length < count && sentences.length > 0) {
    paragraphs.push(sentences.splice(0, phrases.between(2, 4)).join(" "));
  }
  return paragraphs;
}

function list({ texts, phrases }: BodyOptions): string {
  const items = phrases.some(texts.general.items, phrases.between(3, 5));
  const lines = items.map((item) => phrases.phrase(item).toLowerCase());
  const text = lines.map((line) => `- ${line}`).join("\n");
  return `Дальше предстоит:\n\n${text.replace(/;$/, ".")}`;
}

function quotation({ texts, phrases, names }: BodyOptions): string {
  const quote = phrases.phrase(phrases.pick(texts.general.quotes), names);
  return `> ${quote}\n>\n> — ${names.person ?? ""}`;
}

function table({ texts, phrases }: BodyOptions): string {
  const rows = phrases.some(texts.general.rows, phrases.between(3, 5)).map((name) => {
    const before = phrases.between(12, 400);
    return `| ${name} | ${before} | ${before + phrases.between(-10, 60)} |`;
  });
  return ["| Показатель | 2025 | 2026 |", "| --- | ---: | ---: |", ...rows].join("\n");
}
