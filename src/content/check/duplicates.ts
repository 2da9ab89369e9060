import { comparisonKey, isStopWord, stem } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import { displayPath } from "../model/problem.ts";
import { remembering } from "../model/remembering.ts";
import type { Finding, Place } from "./finding.ts";

/** Two headlines are nearly the same where they share at least so much of the stems of both. */
const ALIKE = 0.8;
/** News of different weeks may well be called the same. */
const DAYS_APART = 7;
/** Shorter headlines share their words by chance. */
const FEWEST_STEMS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A headline, or an article's title, as it is compared. */
export interface Title {
  readonly text: string;
  /** Milliseconds since 1970; not a number or absent for one without a date. */
  readonly epoch?: number | undefined;
  readonly place: Place;
}

interface Entry {
  readonly title: Title;
  readonly key: string;
  /** The different stems, the rarest first. */
  readonly stems: readonly number[];
  /** Numbers, in order: «курс 90» and «курс 91» are two pieces of news. */
  readonly numbers: string;
  /** Milliseconds since 1970; not a number for one without a date. */
  readonly epoch: number;
}

/**
 * Finds headlines that say the same: in the same words, or with at least 80 % of the stems of both in
 * common, the same numbers, and at most seven days between them. Two headlines so much alike share one
 * of their rarest stems, so that each is compared with few others («prefix filtering»).
 *
 * @param titles of two, the later one is told of
 * @param about those that are told of; all by default
 * @see https://doi.org/10.1145/1242572.1242591 Bayardo, Ma, Srikant: Scaling up all pairs similarity
 */
export function findDuplicates(
  titles: readonly Title[],
  about: (title: Title) => boolean = () => true,
): Finding[] {
  const entries = toEntries(titles);
  const [undated, dated] = [new Holders(), new Holders()];
  return entries.flatMap((entry) => {
    const keys = [entry.key, ...entry.stems.slice(0, prefixLength(entry.stems.length))];
    const other = dated.find(keys, entry) ?? undated.find(keys, entry);
    (Number.isFinite(entry.epoch) ? dated : undated).add(keys, entry);
    return other === undefined ? [] : tell(other, entry, about);
  });
}

/** Headlines by their words and their rarest stems, in the order of time. */
class Holders {
  readonly #byKey = new Map<string | number, Entry[]>();

  add(keys: readonly (string | number)[], entry: Entry): void {
    for (const key of keys) entryOf(this.#byKey, key, () => []).push(entry);
  }

  /** @returns the last one that is like another; what is long past is not looked at */
  find(keys: readonly (string | number)[], entry: Entry): Entry | undefined {
    for (const key of keys) {
      const own = this.#byKey.get(key) ?? [];
      for (let index = own.length - 1; index >= 0; index--) {
        const other = own[index];
        if (other === undefined || isLongBefore(other, entry)) break;
        if (isAlike(other, entry)) return other;
      }
    }
    return undefined;
  }
}

function isLongBefore(a: Entry, b: Entry): boolean {
  return b.epoch - a.epoch > DAYS_APART * DAY_MS;
}

/** Two headlines that share ALIKE of their stems have a common one among this many of their rarest. */
function prefixLength(count: number): number {
  return count < FEWEST_STEMS ? 0 : count - Math.ceil(count * ALIKE) + 1;
}

function toEntries(titles: readonly Title[]): Entry[] {
  const counts = new Map<string, number>();
  // Headlines are made of the same words again and again.
  const stemOf = remembering((word) => (isStopWord(word) || isNumber(word) ? "" : stem(word)));
  const split = titles.map((title) => {
    const key = comparisonKey(title.text);
    const words = key.split(" ");
    const stems = new Set(words.map(stemOf).filter((one) => one !== ""));
    for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1);
    return { title, key, stems, numbers: words.filter(isNumber).sort().join(" ") };
  });
  const byRarity = [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const ranks = new Map(byRarity.map(([one], rank) => [one, rank]));
  const entries = split.map(({ stems, ...entry }): Entry => {
    const own = [...stems].map((one) => ranks.get(one) ?? 0).sort((a, b) => a - b);
    return { ...entry, stems: own, epoch: entry.title.epoch ?? Number.NaN };
  });
  return entries.sort(earliestFirst);
}

/** Undated items keep their order, behind all others. */
function earliestFirst(a: Entry, b: Entry): number {
  const [x, y] = [a, b].map(({ epoch }) => (Number.isNaN(epoch) ? Number.MAX_VALUE : epoch));
  return (x ?? 0) - (y ?? 0);
}

function isNumber(word: string): boolean {
  return /\p{N}/u.test(word);
}

function isAlike(a: Entry, b: Entry): boolean {
  if (a.numbers !== b.numbers) return false;
  if (a.key === b.key) return true;
  const [most, least] = [
    Math.max(a.stems.length, b.stems.length),
    Math.min(a.stems.length, b.stems.length),
  ];
  if (least < FEWEST_STEMS || least < most * ALIKE) return false;
  const own = new Set(a.stems);
  const common = b.stems.filter((one) => own.has(one)).length;
  return common >= ALIKE * (most + least - common);
}

function tell(first: Entry, second: Entry, about: (title: Title) => boolean): Finding[] {
  const [shown, other] = about(second.title) ? [second, first] : [first, second];
  if (!about(shown.title)) return [];
  const { file, line } = other.title.place;
  const how = shown.key === other.key ? "такой же" : "почти такой же";
  const where = `${displayPath(file)}${line === undefined ? "" : `:${line}`}`;
  const message = `Заголовок повторяется: ${how} — «${other.title.text}» (${where}).`;
  const mend = "проверьте, не одна ли это новость; если нет, назовите её иначе.";
  return [{ ...shown.title.place, severity: "warning", rule: "duplicate", message, mend }];
}
