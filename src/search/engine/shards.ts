/** A part of the lexicon did not arrive, though it was asked for twice. */
export class LexiconError extends Error {}

/** The compressed files of a folder, each fetched once. */
export class Shards {
  readonly #folder: string;
  readonly #texts = new Map<string, Promise<string>>();

  /** @param folder its address, with a slash at its end */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param file a file of the folder; an empty name is an empty text
   * @throws LexiconError where it does not arrive; the next call then asks for it again
   */
  text(file: string): Promise<string> {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const loading = file === "" ? Promise.resolve("") : fetchText(this.#folder + file);
    this.#texts.set(file, loading);
    loading.catch(() => this.#texts.delete(file));
    return loading;
  }
}

/** @throws LexiconError where it does not arrive */
export async function fetchJson<Value>(address: string): Promise<Value> {
  return (await (await fetchTwice(address)).json()) as Value;
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
