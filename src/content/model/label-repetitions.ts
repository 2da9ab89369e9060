import type { Problem } from "./problem.ts";
import type { LabelName } from "./types.ts";
import type { ParsedYaml } from "./yaml/yaml.ts";

/** An entry of a file that lists labels. */
export interface ListedLabel extends LabelName {
  /** What all ways to write its names have in common (topicKey). */
  readonly keys: readonly string[];
}

/** How messages call labels of a kind, in Russian. */
export interface KindWords {
  /** «Тема», «темы»: what one is called, and whose it is. */
  readonly nominative: string;
  readonly genitive: string;
  /** «она» */
  readonly pronoun: string;
  /** «одну», «одной»: which is to be left, and to which a field is given. */
  readonly accusativeOne: string;
  readonly dativeOne: string;
}

/** @returns that a name stands twice, or that two entries of a file have one address */
export function labelRepetitions(
  labels: readonly ListedLabel[],
  yaml: ParsedYaml,
  words: KindWords,
): Problem[] {
  const byKey = new Map<string, number>();
  const bySlug = new Map<string, number>();
  return labels.flatMap((label, index): Problem[] => {
    const twin = firstOf(label.keys, byKey, index);
    const neighbour = firstOf(label.slug === "" ? [] : [label.slug], bySlug, index);
    const [first, explain] = twin === undefined ? [neighbour, sameSlug] : [twin, sameName];
    const other = labels[first ?? -1];
    if (first === undefined || other === undefined) return [];
    const place = { file: yaml.file, ...yaml.locate([index]) };
    return [{ ...place, ...explain(label, other, yaml.locate([first]).line, words) }];
  });
}

/** @returns which entry has one of these already; the others are this one's from now on */
function firstOf(
  keys: readonly string[],
  taken: Map<string, number>,
  index: number,
): number | undefined {
  const others = keys.map((key) => taken.get(key)).filter((one) => one !== undefined);
  for (const key of keys) if (!taken.has(key)) taken.set(key, index);
  return others.find((one) => one !== index);
}

function sameName(label: ListedLabel, other: ListedLabel, line: number, words: KindWords) {
  const { nominative, pronoun, accusativeOne } = words;
  const name = label.keys[0] === other.keys[0] ? "" : ` под именем «${other.name}»`;
  return {
    message: `${nominative} «${label.name}» уже есть${name}: ${pronoun} в строке ${line}.`,
    mend: `оставьте ${accusativeOne} из двух.`,
  };
}

function sameSlug(label: LabelName, other: LabelName, line: number, words: KindWords) {
  const { genitive, dativeOne } = words;
  const message = `У ${genitive} «${label.name}» тот же адрес «${label.slug}», что у ${genitive} «${other.name}» в строке ${line}.`;
  const mend = `дайте ${dativeOne} из них поле slug с другим значением: - {name: ${JSON.stringify(label.name)}, slug: …}.`;
  return { message, mend };
}
