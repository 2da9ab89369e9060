import { fold, stem, wordParts, words } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import { topicKey } from "./topic-names.ts";
import type { TopicName } from "./types.ts";

/**
 * Topics that an article or a headline gets by its words. The dictionary is asked once for every
 * trigger word, when a build begins; articles are then only looked up in a table of forms.
 */

/** A topic as the editor has described it. */
export interface Topic extends TopicName {
  /** What all ways to write its name have in common (topicKey). */
  readonly key: string;
  /** Plain text, set typographically. */
  readonly description?: string | undefined;
  /** Words and phrases in any form: what speaks of them belongs to the topic. */
  readonly words: readonly string[];
}

/** Words that speak for a topic. */
export interface Trigger {
  /** The number of its topic in the table. */
  readonly topic: number;
  /** For each of its words, one after the other, the keys that any form of it has (keysOf). */
  readonly parts: readonly (readonly string[])[];
}

/** What articles and headlines are held against: plain data, for other processes. */
export interface TopicTable {
  readonly topics: readonly (TopicName & Pick<Topic, "key">)[];
  readonly triggers: readonly Trigger[];
  /** What all of the archive says of other topics (settleTopics). */
  readonly meant: readonly (readonly [name: string, topic: TopicName])[];
}

export const NO_TOPICS: TopicTable = { topics: [], triggers: [], meant: [] };

/** Marks the stem of a word that no dictionary knows, and an abbreviation in capitals. */
const STEM = "~";
const CAPITALS = "=";

/** Written in capitals throughout: «ВОЗ» is no «воз». */
const ABBREVIATION = /^(?=\P{Ll}*\p{Lu}\P{Ll}*$)[\p{L}\p{N}]{2,}$/u;
/** Its forms are those with a short ending in small letters: «МИДа». */
const ABBREVIATED = /^[\p{Lu}\p{N}]{2,}(?=\p{Ll}{0,3}$)/u;
/** Stress marks and soft hyphens. */
const INVISIBLE = /[\u0301\u00ad]/g;

/** So often a word must stand in the text where the title does not hold it. */
const TIMES_IN_TEXT = 2;

/**
 * @param topics in the editor's order
 * @param formsOf every form of a word in lower case; none where no dictionary knows it
 */
export async function makeTopicTable(
  topics: readonly Topic[],
  formsOf: (word: string) => Promise<readonly string[]>,
): Promise<TopicTable> {
  const triggers = topics.flatMap((topic, index) =>
    topic.words.map(async (word): Promise<Trigger> => {
      const parts = await Promise.all(partsOf(word).map((part) => keysOfForms(part, formsOf)));
      return { topic: index, parts };
    }),
  );
  const names = topics.map(({ name, slug, key }) => ({ name, slug, key }));
  return { topics: names, triggers: await Promise.all(triggers), meant: [] };
}

async function keysOfForms(
  part: string,
  formsOf: (word: string) => Promise<readonly string[]>,
): Promise<string[]> {
  if (ABBREVIATION.test(part)) return [CAPITALS + part];
  const word = part.toLowerCase();
  const forms = (await formsOf(word)).map(fold);
  const other = forms.length === 0 ? [STEM + fold(stem(word))] : forms;
  return [...new Set([fold(word), ...other])].sort();
}

/** «C++» and «F#» are no «C» and no «F». */
const SIGNED = /([\p{L}\p{N}]+[+#]+)/u;

/** The words of a text as written, compounds apart. */
function partsOf(text: string): string[] {
  const pieces = text.normalize("NFC").replace(INVISIBLE, "").split(SIGNED);
  return pieces.flatMap((piece) =>
    SIGNED.test(piece) ? [piece] : words(piece).flatMap(wordParts),
  );
}

/** A topic that something belongs to by its words, and what speaks for it. */
export interface FoundTopic {
  readonly topic: TopicName;
  /** As it stands there first: «белорусской». */
  readonly word: string;
  readonly place: "title" | "text";
  /** How often the words of the topic stand there. */
  readonly count: number;
}

interface Hits {
  readonly word: string;
  count: number;
}

/** Finds the topics of texts: one for all articles, for it takes a table apart. */
export class TopicFinder {
  readonly #table: TopicTable;
  readonly #byKey: ReadonlyMap<string, TopicName>;
  readonly #byName: ReadonlyMap<string, TopicName>;
  /** From the keys of first words to the triggers that begin so. */
  readonly #beginnings = new Map<string, Trigger[]>();
  readonly #parts = new Map<Trigger, readonly ReadonlySet<string>[]>();

  constructor(table: TopicTable) {
    this.#table = table;
    this.#byKey = new Map(table.topics.map(({ name, slug, key }) => [key, { name, slug }]));
    this.#byName = new Map(table.meant);
    for (const trigger of table.triggers) {
      this.#parts.set(
        trigger,
        trigger.parts.map((keys) => new Set(keys)),
      );
      for (const key of trigger.parts[0] ?? []) {
        entryOf(this.#beginnings, key, () => []).push(trigger);
      }
    }
  }

  /** @returns topics that were named, as topics.yaml spells them, or else the archive */
  named(topics: readonly TopicName[]): TopicName[] {
    return topics.map((topic) => {
      return this.#byName.get(topic.name) ?? this.#byKey.get(topicKey(topic.name)) ?? topic;
    });
  }

  /** @returns whether the editor has described a topic that was named */
  knows(topic: TopicName): boolean {
    return this.#byKey.has(topicKey(topic.name));
  }

  /**
   * @param title plain text; a word in it is enough
   * @param text returns plain text, in which a topic's words must stand twice; asked only when needed
   * @returns in the order of the table
   */
  find(title: string, text: () => string = () => ""): FoundTopic[] {
    if (this.#table.triggers.length === 0) return [];
    const inTitle = this.#count(title);
    const inText = this.#count(text());
    return this.#table.topics.flatMap(({ name, slug }, index): FoundTopic[] => {
      const topic = { name, slug };
      const [own, other] = [inTitle.get(index), inText.get(index)];
      if (own !== undefined) return [{ topic, place: "title", ...own }];
      if (other === undefined || other.count < TIMES_IN_TEXT) return [];
      return [{ topic, place: "text", ...other }];
    });
  }

  #count(text: string): Map<number, Hits> {
    const hits = new Map<number, Hits>();
    const parts = partsOf(text);
    const keys = parts.map(keysOf);
    for (const [at, own] of keys.entries()) {
      const here = new Map(
        own
          .flatMap((key) => this.#beginnings.get(key) ?? [])
          .filter((trigger) => this.#stands(trigger, keys, at))
          .map((trigger) => [trigger.topic, trigger.parts.length] as const),
      );
      for (const [topic, length] of here) {
        const known = hits.get(topic);
        if (known !== undefined) known.count++;
        else hits.set(topic, { word: parts.slice(at, at + length).join(" "), count: 1 });
      }
    }
    return hits;
  }

  #stands(trigger: Trigger, keys: readonly (readonly string[])[], at: number): boolean {
    const parts = this.#parts.get(trigger) ?? [];
    return parts.every((forms, index) => keys[at + index]?.some((key) => forms.has(key)) ?? false);
  }
}

/** The keys by which a word of a text is looked up. */
function keysOf(part: string): string[] {
  const word = part.toLowerCase();
  const capitals = ABBREVIATED.exec(part)?.[0];
  const keys = [fold(word), STEM + fold(stem(word))];
  return capitals === undefined ? keys : [...keys, CAPITALS + capitals];
}

/** Tags and entities are no words of the text. */
const TAG_OR_ENTITY = /<[^<>]*>|&#?\w+;/g;

/** @returns the words of HTML that renderMarkdown made */
export function wordsOfHtml(html: string): string {
  return html.replace(TAG_OR_ENTITY, " ");
}

/**
 * @param fields as an article or a headline has them
 * @returns whether its topics are named: an empty list says that it has none
 */
export function namesTopics(fields: unknown): boolean {
  if (typeof fields !== "object" || fields === null || !("topics" in fields)) return false;
  return fields.topics !== null && fields.topics !== undefined;
}
