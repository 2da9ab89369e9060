import { entryOf, groupBy } from "../../language/maps.ts";
import { SHARD_KEY_LENGTH } from "../../search/format/index.ts";
import type { Form, Group, Grouping } from "./groups.ts";
import type { Lemma } from "./opencorpora.ts";

/** Forms that share their first letters, without the base of their lemma. */
interface EndCluster {
  /** What all of them begin with behind the base. */
  readonly beginning: string;
  /** What follows that, with commas; the same text for all lemmas of a paradigm. */
  readonly endings: string;
}

/** Words of the archive beside a base that are looked at: of more letters few have so many. */
const MOST_NEIGHBOURS = 200;

/**
 * The forms of lemmas whose words are nobody else's. Nearly all are such, and their endings are those
 * of their paradigm: to make and sort every form of every lemma took a fifth of the time of packing.
 */
export class PlainForms {
  readonly #endsOf: (lemma: Lemma) => readonly string[] | undefined;
  readonly #sorted: readonly Form[];
  readonly #texts: readonly string[];
  readonly #clusters = new Map<string, readonly EndCluster[]>();

  /**
   * @param forms of the archive
   * @param endsOf what stands behind the base of a lemma in each form, as Dictionary.endsOf says
   */
  constructor(forms: Grouping["forms"], endsOf: (lemma: Lemma) => readonly string[] | undefined) {
    this.#endsOf = endsOf;
    this.#texts = [...forms.keys()].sort();
    this.#sorted = this.#texts.flatMap((text) => forms.get(text) ?? []);
  }

  /**
   * @param base of the lemma, folded
   * @returns what formsOf returns, by first letters and without the base; nothing where a form of the
   *   lemma is a word of another one, or where it has forms that the paradigm does not say
   */
  of(group: Group, base: string): readonly EndCluster[] | undefined {
    const [lemma, ...others] = group.known;
    const ends = lemma && others.length === 0 ? this.#endsOf(lemma) : undefined;
    if (lemma === undefined || ends === undefined) return undefined;
    if (!this.#areOwn(group, base, ends)) return undefined;
    const letters = Math.max(0, SHARD_KEY_LENGTH - base.length);
    const key = `${lemma.paradigm} ${letters}`;
    return entryOf(this.#clusters, key, () => clustersOf(ends, letters));
  }

  /** Whether a word of the archive that begins with the base is a form just where it is the group's. */
  #areOwn(group: Group, base: string, ends: readonly string[]): boolean {
    let own = 0;
    const first = this.#firstFrom(base);
    for (let at = first; this.#texts[at]?.startsWith(base); at++) {
      if (at - first > MOST_NEIGHBOURS) return false;
      const isOwn = this.#sorted[at]?.groups.includes(group) === true;
      if (isOwn !== ends.includes(this.#texts[at]?.slice(base.length) ?? "")) return false;
      if (isOwn) own++;
    }
    return own === group.forms.length;
  }

  /** The place of the first text that does not come before a base (binary search). */
  #firstFrom(base: string): number {
    let [low, high] = [0, this.#texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#texts[middle] ?? "") < base) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param letters by how many of their first letters ends are told apart */
export function clustersOf(ends: readonly string[], letters: number): EndCluster[] {
  const clusters = groupBy(ends.toSorted(), (end) => end.slice(0, letters));
  return [...clusters.values()].map((own) => {
    const beginning = commonBeginning(own);
    return { beginning, endings: own.map((end) => end.slice(beginning.length)).join() };
  });
}

/** In a sorted list the common beginning of the first and the last is that of all. */
function commonBeginning(sorted: readonly string[]): string {
  const first = sorted[0] ?? "";
  const last = sorted.at(-1) ?? "";
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}
