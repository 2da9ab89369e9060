import {
  type DatesFile,
  decodeHomonyms,
  decodeShard,
  type FacetFile,
  fold,
  type HomonymPages,
  type LexiconEntry,
  type LexiconManifest,
  SHARD_KEY_LENGTH,
  type ShardList,
  type ShelfManifest,
  SUGGESTION_KEY_LENGTH,
  shardOf,
  stem,
} from "../../language/index.ts";

/** A part of the lexicon did not arrive, though it was asked for twice. */
export class LexiconError extends Error {}

/** The words of the archive, fetched shard by shard as a query needs them. */
export class Lexicon {
  readonly manifest: LexiconManifest;
  readonly #folder: string;
  readonly #shards = new Map<string, Promise<string>>();
  readonly #entries = new Map<string, Promise<LexiconEntry[]>>();

  constructor(folder: string, manifest: LexiconManifest) {
    this.#folder = folder;
    this.manifest = manifest;
  }

  /**
   * @param folder the address of the lexicon, with a slash at its end
   * @throws LexiconError where it does not arrive
   */
  static async load(folder: string): Promise<Lexicon> {
    const response = await fetchTwice(`${folder}lexicon.json`);
    return new Lexicon(folder, (await response.json()) as LexiconManifest);
  }

  /**
   * The entries of a word: those that hold it as a form, else those of its stem.
   *
   * @param word in lower case, й and ё as typed
   * @returns none where the archive does not hold the word in any form
   */
  async lookUp(word: string): Promise<LexiconEntry[]> {
    const form = fold(word);
    const entries = await this.near(form);
    const exact = entries.filter((entry) => holds(entry, form));
    if (exact.length > 0) return exact;
    const root = fold(stem(word));
    return (await this.near(root)).filter(
      ({ beginning, endings }) => endings === null && beginning === root,
    );
  }

  /** @returns all entries of the shard to which a folded word belongs */
  near(form: string): Promise<LexiconEntry[]> {
    const file = fileFor(this.manifest.words, form);
    const known = this.#entries.get(file);
    if (known !== undefined) return known;
    const loading = this.#shard(file).then(decodeShard);
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
    const text = await this.#shard(fileFor(this.manifest.ends, reversed));
    return text.split("\n").map((line) => {
      const [backwards = "", rest = ""] = line.split("\t");
      const found = [...backwards].reverse().join("");
      return { root: found, word: found + rest };
    });
  }

  /**
   * The pages of a word that shares its Pagefind stem with others.
   *
   * @param line the number that an entry's ask carries
   */
  async homonyms(line: string): Promise<HomonymPages> {
    const text = await this.#shard(fileFor(this.manifest.homonyms, line));
    const found = text.split("\n").find((one) => one.startsWith(`${line}\t`));
    if (found === undefined) throw new LexiconError(`The lexicon has no line ${line}`);
    return decodeHomonyms(found.slice(line.length + 1));
  }

  /**
   * @param start folded, of SUGGESTION_KEY_LENGTH letters at least
   * @returns words that share its first letters, the commonest first
   */
  async suggestions(start: string): Promise<string[]> {
    const key = start.slice(0, SUGGESTION_KEY_LENGTH);
    const text = await this.#shard(fileFor(this.manifest.suggestions, key));
    const lines = text.split("\n").filter((line) => line.startsWith(`${key}\t`));
    return lines.map((line) => line.split("\t")[1] ?? "");
  }

  /** @returns the table of every filter, by its name */
  async facets(): Promise<ReadonlyMap<string, FacetFile>> {
    const files = Object.entries(this.manifest.facets);
    const tables = await Promise.all(
      files.map(async ([name, file]) => {
        return [name, JSON.parse(await this.#shard(file)) as FacetFile] as const;
      }),
    );
    return new Map(tables);
  }

  /** @returns no days where no page has one */
  async dates(): Promise<DatesFile> {
    const { dates } = this.manifest;
    return dates === undefined ? [] : (JSON.parse(await this.#shard(dates)) as DatesFile);
  }

  #shard(file: string): Promise<string> {
    const known = this.#shards.get(file);
    if (known !== undefined) return known;
    const loading = file === "" ? Promise.resolve("") : fetchText(this.#folder + file);
    this.#shards.set(file, loading);
    loading.catch(() => this.#shards.delete(file));
    return loading;
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

/** @throws LexiconError where it does not arrive */
export async function loadShelfManifest(folder: string): Promise<ShelfManifest> {
  return (await (await fetchTwice(`${folder}shelf.json`)).json()) as ShelfManifest;
}

async function fetchText(address: string): Promise<string> {
  const { body } = await fetchTwice(address);
  if (body === null) throw new LexiconError(`${address} is empty`);
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** A shard that does not arrive is asked for once more before it becomes an error. */
async function fetchTwice(address: string): Promise<Response> {
  let reason: unknown;
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      const response = await fetch(address);
      if (response.ok) return response;
      reason = response.status;
    } catch (error) {
      reason = error;
    }
  }
  throw new LexiconError(`${address} did not arrive: ${reason}`, { cause: reason });
}
