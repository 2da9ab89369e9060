import { stringify } from "yaml";
import { bodyOf, longBodyOf } from "./body.ts";
import { ARTICLE_DAYS, dayOf, later, timeAt, withTime } from "./dates.ts";
import type { Names, Phrases } from "./phrases.ts";
import type { Declined, Texts, TopicTexts } from "./texts.ts";

/** An article before it has a place in the archive. */
export interface MadeArticle {
  readonly title: string;
  /** The topic that the text speaks of. */
  readonly topic: string;
  /** Fields of the front matter besides the title. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** How many pictures it shows: 0 to 2, the first of them above the text. */
  readonly pictures: 0 | 1 | 2;
  readonly names: Names;
}

/** How many characters a title may have. */
const TITLE_LENGTH = { from: 20, to: 130 } as const;

/** One article in so many is long: with headings, a list, a quotation and a table. */
const LONG = 12;
const WITH_PICTURE = 8;

/**
 * Makes an article.
 *
 * @param part how far back from the archive's last day: 0 to 1
 */
export function makeArticle(texts: Texts, phrases: Phrases, part: number): MadeArticle {
  const topic = phrases.pick(texts.topics);
  const names = namesOf(phrases.pick(texts.towns), phrases.pick(texts.people));
  const isLong = phrases.oneIn(LONG);
  const body = (isLong ? longBodyOf : bodyOf)({ texts, topic, phrases, names });
  const fields = {
    ...datesOf(phrases, part, texts),
    topics: topicsOf(topic, texts, phrases),
    ...(phrases.oneIn(2) ? { summary: phrases.phrase(phrases.pick(topic.leads), names) } : {}),
    ...(phrases.oneIn(3) ? { source: phrases.pick(texts.sources) } : {}),
    ...(phrases.oneIn(3) ? { authors: phrases.some(texts.authors, phrases.between(1, 2)) } : {}),
  };
  const pictures = phrases.oneIn(WITH_PICTURE) ? (phrases.oneIn(2) ? 2 : 1) : 0;
  return {
    title: titleOf(topic, phrases, names),
    topic: topic.name,
    fields,
    body,
    pictures,
    names,
  };
}

function namesOf(town: Declined, person: Declined): Names {
  const of = (key: string, { name, of, in: inside = "" }: Declined): Names => {
    return { [key]: name, [`${key}.of`]: of, [`${key}.in`]: inside };
  };
  return { ...of("town", town), ...of("person", person) };
}

function titleOf(topic: TopicTexts, phrases: Phrases, names: Names): string {
  for (;;) {
    const title = phrases.phrase(phrases.pick(topic.titles), names);
    if (title.length >= TITLE_LENGTH.from && title.length <= TITLE_LENGTH.to) return title;
  }
}

function topicsOf(topic: TopicTexts, texts: Texts, phrases: Phrases): string[] {
  const others = texts.topics.map(({ name }) => name).filter((name) => name !== topic.name);
  return [topic.name, ...phrases.some(others, phrases.oneIn(3) ? 1 : 0)];
}

/** Most have a day and a time; some a day alone, some no date at all. */
function datesOf(phrases: Phrases, part: number, texts: Texts): Record<string, unknown> {
  const time = timeAt(part, ARTICLE_DAYS, phrases);
  if (phrases.oneIn(50)) return {};
  if (phrases.oneIn(8)) return { date: dayOf(time) };
  const updated = phrases.oneIn(10) ? { updated: withTime(later(time, phrases)) } : {};
  if (!phrases.oneIn(25)) return { date: withTime(time), ...updated };
  const corrections = phrases
    .some(texts.general.corrections, phrases.between(1, 2))
    .map((text) => ({ date: withTime(later(time, phrases)), text }));
  return { date: withTime(time), ...updated, corrections };
}

/** @returns the text of an article's file */
export function articleFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${body}\n`;
}
