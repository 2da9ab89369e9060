import { setInLine } from "../model/fields.ts";
import type { SourceRef } from "../model/scan.ts";
import { isStanding } from "../model/standing-pages.ts";
import { topicKey } from "../model/topic-names.ts";
import type { TopicTable } from "../model/topic-words.ts";
import type { LabelTable } from "./label-table.ts";

/** By what articles get all their labels. */
export interface Tables {
  readonly topicTable: TopicTable;
  readonly labelTable: LabelTable;
}

/**
 * Reduces the tables to names that some articles may have, so that another name of an author changes only
 * articles that name them. Topics given by words are known only after reading, so an article without topics
 * depends on all of these.
 *
 * @param sources the articles
 * @param content their folder
 */
export function narrowedTables(
  sources: readonly SourceRef[],
  { topicTable, labelTable }: Tables,
  content: string,
): Tables {
  const news = sources.filter(({ file }) => !isStanding(file, content));
  const topics = narrowedTopics(news, topicTable);
  const keys = new Set(topics.topics.map(({ key }) => key));
  for (const name of topicsOf(news)) keys.add(topicKey(name));
  return { topicTable: topics, labelTable: narrowedLabels(news, labelTable, keys) };
}

/** Each once: most articles name the same. */
function topicsOf(news: readonly SourceRef[]): Set<string> {
  return new Set(news.flatMap(({ topics }) => topics.map(({ name }) => name)));
}

function narrowedTopics(news: readonly SourceRef[], table: TopicTable): TopicTable {
  const names = topicsOf(news);
  const keys = new Set([...names].map(topicKey));
  const triggers = news.some(({ topics }) => topics.length === 0) ? table.triggers : [];
  const given = new Set(triggers.map(({ topic }) => topic));
  const kept = [...table.topics.keys()].filter((index) => {
    return given.has(index) || keys.has(table.topics[index]?.key ?? "");
  });
  const places = new Map(kept.map((index, place) => [index, place]));
  return {
    topics: kept.flatMap((index) => table.topics[index] ?? []),
    triggers: triggers.map(({ topic, parts }) => ({ topic: places.get(topic) ?? topic, parts })),
    meant: table.meant.filter(([name]) => names.has(name)),
  };
}

/** @param topics the keys of those that the articles name or may be given */
function narrowedLabels(
  news: readonly SourceRef[],
  { authors, sections }: LabelTable,
  topics: ReadonlySet<string>,
): LabelTable {
  const authorNames = new Set(news.flatMap((article) => article.authors));
  const bylines = new Set([...authorNames].map((name) => topicKey(setInLine(name))));
  const sectionNames = new Set(news.flatMap((article) => article.sections));
  const named = new Set([...sectionNames].map(topicKey));
  const known = new Set(sections.flatMap(({ keys }) => keys));
  const isMet = (keys: readonly string[], met: ReadonlySet<string>): boolean =>
    keys.some((key) => met.has(key));
  // An unknown section is reported with the nearest of all names, so all are kept.
  const hasUnknown = [...named].some((key) => !known.has(key));
  return {
    authors: authors.filter(({ keys }) => isMet(keys, bylines)),
    sections: sections.filter((one) => {
      return hasUnknown || isMet(one.keys, named) || isMet(one.topics, topics);
    }),
  };
}
