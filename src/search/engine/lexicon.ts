import {
  ABBREVIATIONS_SECTION,
  type ChunkRef,
  type Directory,
  decodeShard,
  fileFor,
  type LexiconEntry,
  type Segment as SegmentFacts,
  SHARD_KEY_LENGTH,
  SUGGESTION_KEY_LENGTH,
} from "../format/index.ts";
import type { PackFiles } from "./fetched-files.ts";
import { once } from "./once.ts";

/** An entry of a segment, with the chunk that its shard names. */
export interface PlacedEntry extends LexiconEntry {
  readonly chunk: ChunkRef;
}

/** A shard in memory. */
interface LoadedShard {
  readonly entries: readonly PlacedEntry[];
  readonly abbreviations: readonly string[];
}

/** The words of a segment, fetched shard by shard as a query needs them. */
export class Lexicon {
  readonly #facts: SegmentFacts;
  readonly #files: PackFiles;
  readonly #shards = new Map<string, Promise<LoadedShard>>();
  readonly #directories = new Map<string, Promise<Directory>>();

  constructor(facts: SegmentFacts, files: PackFiles) {
    this.#facts = facts;
    this.#files = files;
  }

  /** @returns all entries of the shard to which a folded word belongs; the same list each time */
  async near(form: string): Promise<readonly PlacedEntry[]> {
    return (await this.#shard(form)).entries;
  }

  /** @returns the lines of ABBREVIATIONS_SECTION in the shard to which a folded word belongs */
  async abbreviationsNear(form: string): Promise<readonly string[]> {
    return (await this.#shard(form)).abbreviations;
  }

  #shard(form: string): Promise<LoadedShard> {
    const file = fileFor(this.#facts.words, form.slice(0, SHARD_KEY_LENGTH));
    return once(this.#shards, file, () => this.#load(file));
  }

  async #load(file: string): Promise<LoadedShard> {
    if (file === "") return { entries: [], abbreviations: [] };
    const { chunks, entries, sections } = decodeShard(await this.#files.text("words", file));
    const placed = entries.map((entry): PlacedEntry => {
      const chunk = chunks[entry.locator.chunk];
      if (chunk === undefined) throw new RangeError(`${file} has no chunk ${entry.locator.chunk}`);
      return { ...entry, chunk };
    });
    return { entries: placed, abbreviations: sections.get(ABBREVIATIONS_SECTION) ?? [] };
  }

  /**
   * Words that end as one does.
   *
   * @param root a stem
   * @returns stems of the segment with one word for each
   */
  async endingLike(root: string): Promise<{ root: string; word: string }[]> {
    const reversed = [...root].reverse().join("");
    const found = await this.#lines("ends", reversed.slice(0, SHARD_KEY_LENGTH));
    return found.map((line) => {
      const [backwards = "", rest = ""] = line.split("\t");
      const own = [...backwards].reverse().join("");
      return { root: own, word: own + rest };
    });
  }

  /**
   * Words that sound as one does, or nearly.
   *
   * @param key as soundKey says
   * @returns stems of the segment with one word for each
   */
  async soundingLike(key: string): Promise<{ root: string; word: string }[]> {
    const found = await this.#lines("sounds", key.slice(0, SHARD_KEY_LENGTH));
    return found.map((line) => {
      const [, root = "", rest = ""] = line.split("\t");
      return { root, word: root + rest };
    });
  }

  /**
   * @param start folded, of SUGGESTION_KEY_LENGTH letters at least
   * @returns words that share its first letters, with the number of their pages
   */
  async suggestions(start: string): Promise<[word: string, pages: number][]> {
    const key = start.slice(0, SUGGESTION_KEY_LENGTH);
    const found = await this.#lines("suggestions", key);
    const own = found.filter((line) => line.startsWith(`${key}\t`));
    return own.map((line) => {
      const [, word = "", pages] = line.split("\t");
      return [word, Number(pages)];
    });
  }

  /** @returns the lines of the shard that a key belongs to */
  async #lines(kind: keyof Directory, key: string): Promise<string[]> {
    const { directory } = this.#facts;
    const lists = await once(this.#directories, directory, async () => {
      return JSON.parse(await this.#files.text("directory", directory)) as Directory;
    });
    const text = await this.#files.text(kind, fileFor(lists[kind], key));
    return text === "" ? [] : text.split("\n");
  }
}

/** @returns whether a folded word is one of an entry's forms */
export function holds({ beginning, endings, isStem }: LexiconEntry, form: string): boolean {
  if (isStem || !form.startsWith(beginning)) return false;
  return `,${endings},`.includes(`,${form.slice(beginning.length)},`);
}

/** The forms of an entry. A stem's entry stands for the archive's forms, then for the stem itself. */
export function formsOf({ beginning, endings, words, isStem }: LexiconEntry): string[] {
  const forms = endings.split(",").map((ending) => beginning + ending);
  return isStem ? [...new Set([...forms, ...words, beginning])] : forms;
}
