import {
  type AskPlace,
  decodeShard,
  type LexiconEntry,
  type LexiconManifest,
  SHARD_KEY_LENGTH,
  type ShardList,
  SUGGESTION_KEY_LENGTH,
  shardOf,
} from "../../language/index.ts";
import type { Shards } from "./shards.ts";
import type { Volume } from "./volume.ts";

/** A volume in which something can be asked for. */
export interface Place {
  readonly volume: Volume;
  /** The line that says which pages are meant; none for all of them. */
  readonly homonyms: string | undefined;
}

/** The words of some volumes, fetched shard by shard as a query needs them. */
export class Lexicon {
  readonly manifest: LexiconManifest;
  readonly #volumes: readonly (Volume | undefined)[];
  readonly #everywhere: readonly Place[];
  readonly #shards: Shards;
  readonly #entries = new Map<string, Promise<LexiconEntry[]>>();

  /**
   * @param volumes those of the manifest, in its order; nothing for one that is not searched
   * @param shards of the folder in which the manifest lies
   */
  constructor(manifest: LexiconManifest, volumes: readonly (Volume | undefined)[], shards: Shards) {
    this.manifest = manifest;
    this.#volumes = volumes;
    const searched = volumes.filter((volume) => volume !== undefined);
    this.#everywhere = searched.map((volume) => ({ volume, homonyms: undefined }));
    this.#shards = shards;
  }

  /** @param places of an entry's ask */
  placesOf(places: readonly AskPlace[] | null): readonly Place[] {
    if (places === null) return this.#everywhere;
    return places.flatMap(({ volume: number, homonyms }) => {
      const volume = this.#volumes[number];
      return volume === undefined ? [] : [{ volume, homonyms }];
    });
  }

  /** @returns all entries of the shard to which a folded word belongs */
  near(form: string): Promise<LexiconEntry[]> {
    const file = fileFor(this.manifest.words, form);
    const known = this.#entries.get(file);
    if (known !== undefined) return known;
    const loading = this.#shards.text(file).then(decodeShard);
    this.#entries.set(file, loading);
    loading.catch(() => this.#entries.delete(file));
    return loading;
  }

  /**
   * Words that end as one does.
   *
   * @param root a Pagefind stem
   * @returns stems of the archive with one word for each
   */
  async endingLike(root: string): Promise<{ root: string; word: string }[]> {
    const reversed = [...root].reverse().join("");
    const text = await this.#shards.text(fileFor(this.manifest.ends, reversed));
    return text.split("\n").map((line) => {
      const [backwards = "", rest = ""] = line.split("\t");
      const found = [...backwards].reverse().join("");
      return { root: found, word: found + rest };
    });
  }

  /**
   * @param start folded, of SUGGESTION_KEY_LENGTH letters at least
   * @returns words that share its first letters, with the number of their pages
   */
  async suggestions(start: string): Promise<[word: string, pages: number][]> {
    const key = start.slice(0, SUGGESTION_KEY_LENGTH);
    const text = await this.#shards.text(fileFor(this.manifest.suggestions, key));
    const lines = text.split("\n").filter((line) => line.startsWith(`${key}\t`));
    return lines.map((line) => {
      const [, word = "", pages] = line.split("\t");
      return [word, Number(pages)];
    });
  }
}

function fileFor(list: ShardList, word: string): string {
  return list.files[shardOf(list.starts, word.slice(0, SHARD_KEY_LENGTH))] ?? "";
}

/** @returns whether a folded word is one of an entry's forms */
export function holds({ beginning, endings }: LexiconEntry, form: string): boolean {
  if (endings === null || !form.startsWith(beginning)) return false;
  return endings.includes(form.slice(beginning.length));
}
