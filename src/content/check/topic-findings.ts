import { nearestWord } from "../../language/index.ts";
import type { FoundTopic, TopicFinder } from "../topic-words.ts";
import type { TopicName } from "../types.ts";
import type { Finding, Place } from "./finding.ts";

/** @returns that topics.yaml has no such topic, with one that is called nearly the same */
export function unknownTopic(
  topic: TopicName,
  finder: TopicFinder,
  known: readonly string[],
  place: Place,
): Finding[] {
  if (finder.knows(topic)) return [];
  const nearest = nearestWord(topic.name, known);
  const perhaps = nearest === undefined ? "" : ` Возможно, это «${nearest}».`;
  const message = `Темы «${topic.name}» нет в topics.yaml.${perhaps}`;
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
