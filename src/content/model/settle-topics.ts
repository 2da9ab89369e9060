import { topicHash, topicKey, topicSlug } from "./topic-names.ts";
import type { Headline, TopicName } from "./types.ts";

/** A topic that something names. */
export interface TopicUse {
  /** As its name alone makes it. */
  readonly topic: TopicName;
  /** The day of what names it, 2026-11-24. */
  readonly day?: string | undefined;
  readonly file: string;
}

/** A topic that could not have the address that its name makes, for another topic has it. */
export interface TopicClash {
  readonly topic: TopicName;
  readonly other: TopicName;
  /** Of what named it first. */
  readonly file: string;
}

/** The topics of a whole archive. */
export interface SettledTopics {
  /** From names, as they are typed, to topics that are called otherwise or stand at another address. */
  readonly meant: readonly (readonly [name: string, topic: TopicName])[];
  readonly clashes: readonly TopicClash[];
}

/** @returns the topics that headlines name, or have by their words */
export function usesInHeadlines(headlines: readonly Headline[], file: string): TopicUse[] {
  return headlines.flatMap(({ topics, date }) => {
    return topics.map((topic) => ({ topic, day: date?.day, file }));
  });
}

/** All ways in which a topic is written. */
interface Spellings {
  readonly key: string;
  /** With the day on which each was first used. */
  readonly days: Map<string, string>;
  first: string;
  file: string;
}

/** Behind all days. */
const NO_DAY = "9999";

/**
 * Gives each topic one name and one address. The editor's description wins, then the first mention by date,
 * so that neither a new article nor the order of files changes them.
 *
 * @param uses all of the archive, in any order
 * @param described the topics of topics.yaml
 */
export function settleTopics(
  uses: Iterable<TopicUse>,
  described: readonly (TopicName & { readonly key: string })[] = [],
): SettledTopics {
  const known = new Set(described.map(({ key }) => key));
  const taken = new Map(described.map(({ name, slug }) => [slug, { name, slug }]));
  const meant: [string, TopicName][] = [];
  const clashes: TopicClash[] = [];
  for (const { key, days, file } of inOrder(uses, known)) {
    const names = [...days].sort(earliest).map(([name]) => name);
    const [name = ""] = names;
    const other = taken.get(topicSlug(name));
    const topic = { name, slug: freeSlug(name, key, taken) };
    taken.set(topic.slug, topic);
    if (other !== undefined) clashes.push({ topic, other, file });
    const isMoved = other !== undefined;
    meant.push(
      ...names
        .filter((one) => isMoved || one !== name)
        .map((one) => [one, topic] as [string, TopicName]),
    );
  }
  return { meant: meant.sort(([a], [b]) => (a < b ? -1 : 1)), clashes };
}

function inOrder(uses: Iterable<TopicUse>, known: ReadonlySet<string>): Spellings[] {
  const all = new Map<string, Spellings>();
  const keys = new Map<string, string>();
  for (const { topic, day = NO_DAY, file } of uses) {
    const key = keys.get(topic.name) ?? topicKey(topic.name);
    keys.set(topic.name, key);
    if (known.has(key)) continue;
    const own = all.get(key) ?? { key, days: new Map(), first: day, file };
    all.set(key, own);
    if (day < (own.days.get(topic.name) ?? `${NO_DAY}-`)) own.days.set(topic.name, day);
    if (day < own.first || (day === own.first && file < own.file))
      Object.assign(own, { first: day, file });
  }
  return [...all.values()].sort((a, b) => earliest([a.key, a.first], [b.key, b.first]));
}

/** Of one day, in the order of the letters. */
function earliest(
  [a, first]: readonly [string, string],
  [b, second]: readonly [string, string],
): number {
  if (first !== second) return first < second ? -1 : 1;
  return a < b ? -1 : 1;
}

function freeSlug(name: string, key: string, taken: ReadonlyMap<string, unknown>): string {
  const plain = topicSlug(name);
  if (!taken.has(plain)) return plain;
  let length = 6;
  while (taken.has(`${plain}-${topicHash(key, length)}`)) length++;
  return `${plain}-${topicHash(key, length)}`;
}

/** @returns the message about it, with its mend */
export function explainClash({ topic, other }: TopicClash) {
  const { name, slug } = topic;
  return {
    message: `Темы «${other.name}» и «${name}» дают один адрес «${other.slug}»; «${name}» стоит по адресу «${slug}».`,
    mend: `дайте ей свой адрес в topics.yaml: - {name: ${JSON.stringify(name)}, slug: …}.`,
  };
}
