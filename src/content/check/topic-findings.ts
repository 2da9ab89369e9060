import { perhaps } from "../model/field-names.ts";
import { scanNames } from "../model/name-scan.ts";
import { attempt } from "../model/problem.ts";
import { remembering } from "../model/remembering.ts";
import { dayOf } from "../model/scan.ts";
import { explainClash, settleTopics, type TopicUse } from "../model/settle-topics.ts";
import { readSource } from "../model/source-file.ts";
import { topicNamed } from "../model/topic-names.ts";
import { type FoundTopic, TopicFinder, type TopicTable } from "../model/topic-words.ts";
import type { TopicName } from "../model/types.ts";
import type { Finding, Place } from "./finding.ts";
import type { ScannedArticle } from "./scanned-article.ts";

/** The topics that the editor has described, as checks need them. */
export interface Topics {
  readonly finder: TopicFinder;
  readonly names: readonly string[];
  /** Whether there is a list of topics at all: without one every topic is as good as another. */
  readonly isUsed: boolean;
}

export function topicsOf(table: TopicTable): Topics {
  return {
    finder: new TopicFinder(table),
    names: table.topics.map(({ name }) => name),
    isUsed: table.topics.length > 0,
  };
}

/** @returns that topics.yaml has no such topic, with one that is called nearly the same */
export function unknownTopic(
  topic: TopicName,
  { finder, names, isUsed }: Topics,
  place: Place,
): Finding[] {
  if (!isUsed || finder.knows(topic)) return [];
  const message = `Темы «${topic.name}» нет в topics.yaml.${perhaps(topic.name, names)}`;
  const mend = "исправьте имя темы или допишите её в topics.yaml.";
  return [{ ...place, severity: "warning", rule: "topic", message, mend }];
}

/** @returns what topic was added, and why */
export function addedTopic(
  { topic, word, place: where, count }: FoundTopic,
  place: Place,
): Finding {
  const why =
    where === "title" ? `слово «${word}» в заголовке` : `«${word}» в тексте, всего раз: ${count}`;
  const message = `Добавлена тема «${topic.name}»: ${why}.`;
  const mend = "если это не она, назовите темы сами: topics: [Тема], или topics: [], если их нет.";
  return { ...place, severity: "note", rule: "topic-added", message, mend };
}

/**
 * @param inHeadlines the topics that headlines name
 * @returns topics that cannot have their plain addresses, each where it was named first
 */
export function clashFindings(
  scanned: readonly ScannedArticle[],
  inHeadlines: readonly TopicUse[],
  table: TopicTable,
): Finding[] {
  const topicsIn = scanNames("topics");
  const named = remembering(topicNamed);
  const inArticles = scanned.flatMap(({ file, date, frontMatter }): TopicUse[] => {
    const day = date === undefined ? undefined : dayOf(date);
    return topicsIn(frontMatter).map((name) => ({ topic: named(name), day, file }));
  });
  return settleTopics([...inArticles, ...inHeadlines], table.topics).clashes.map((clash) => {
    const place = { file: clash.file, line: lineWith(clash.topic.name, clash.file), column: 1 };
    return { ...place, severity: "warning", rule: "topic", ...explainClash(clash) };
  });
}

/** @returns the first line of a file that holds a text, from 1; the first where none does */
function lineWith(text: string, file: string): number {
  const lines = attempt([], () => readSource(file).text)?.split("\n") ?? [];
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes(text)),
    ) + 1
  );
}
