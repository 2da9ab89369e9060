import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fold } from "../../language/index.ts";
import { prose, slugField, topicField } from "./fields.ts";
import { type KindWords, type ListedLabel, labelRepetitions } from "./label-repetitions.ts";
import { attempt, type Problem, throwIfAny } from "./problem.ts";
import { hasSource, readSource } from "./source-file.ts";
import { topicKey } from "./topic-names.ts";
import { makeTopicTable, NO_TOPICS, type Topic, type TopicTable } from "./topic-words.ts";
import { knownFields, listOf, optional, text, textAs, validate } from "./validate.ts";
import { type ParsedYaml, parseYaml, type ValuePath } from "./yaml/yaml.ts";

/** The name of the file, in the folder of the settings. */
const FILE = "topics.yaml";

/** The fields of a topic. */
export const topicSchema = knownFields({
  name: topicField(),
  slug: optional(slugField()),
  description: optional(prose()),
  words: listOf(text()),
});

const schema = z.array(textAs("name", topicSchema));

/**
 * Reads the topics that the editor has described.
 *
 * @param dataFolder the folder of topics.yaml: a list of names, or of name, slug, description and
 *   words; no file is no topics
 * @returns them in the editor's order
 * @throws ContentError where the file is wrong, or a name, an address or a word is there twice
 */
export function readTopics(dataFolder: string): Topic[] {
  const file = join(dataFolder, FILE);
  if (!hasSource(file)) return [];
  const yaml = parseYaml(file, readSource(file).text);
  const entries = validate(schema, { ...yaml, value: yaml.value ?? [] });
  const topics = entries.map(({ name: { name, slug: plain }, slug, ...rest }): Topic => {
    return { name, slug: slug ?? plain, key: topicKey(name), ...rest };
  });
  throwIfAny([
    ...labelRepetitions(topics.map(toListed), yaml, WORDS),
    ...repeatedWords(topics, yaml),
  ]);
  return topics;
}

/** @returns whether there are topics that the editor has described */
export function hasTopics(dataFolder: string): boolean {
  return existsSync(join(dataFolder, FILE));
}

function toListed({ name, slug, key }: Topic): ListedLabel {
  return { name, slug, keys: [key] };
}

const WORDS: KindWords = {
  nominative: "Тема",
  genitive: "темы",
  pronoun: "она",
  accusativeOne: "одну",
  dativeOne: "одной",
};

function repeatedWords(topics: readonly Topic[], yaml: ParsedYaml): Problem[] {
  const taken = new Map<string, ValuePath>();
  return topics.flatMap(({ words }, index) =>
    words.flatMap((word, number) => {
      const path = [index, "words", number];
      const key = fold(word.trim()).replace(/\s+/g, " ");
      const first = taken.get(key);
      if (first === undefined) taken.set(key, path);
      if (first === undefined && /[\p{L}\p{N}]/u.test(word)) return [];
      const message =
        first === undefined
          ? `«words»: в «${word}» нет ни буквы, ни цифры.`
          : `«words»: слово «${word}» уже стоит в строке ${lineOf(yaml, first)}.`;
      const mend = "удалите это слово.";
      return [{ file: yaml.file, ...yaml.locate(path), message, mend }];
    }),
  );
}

function lineOf(yaml: ParsedYaml, path: ValuePath): number {
  return yaml.locate(path).line;
}

/**
 * Reads the table of topics for articles and headlines.
 *
 * @param dataFolder the folder of topics.yaml
 * @param formsOf every form of a word in lower case; none where no dictionary knows it
 * @returns nothing of a file that is wrong: whoever reads the topics themselves tells of it
 */
export async function readTopicTable(
  dataFolder: string,
  formsOf: (word: string) => Promise<readonly string[]>,
): Promise<TopicTable> {
  const topics = attempt([], () => readTopics(dataFolder)) ?? [];
  return topics.length === 0 ? NO_TOPICS : makeTopicTable(topics, formsOf);
}
