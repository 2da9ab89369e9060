import { shardHead } from "../../language/index.ts";
import { ArrivalError, fetchWhole, unpack } from "./arrival.ts";

/** The compressed files of a folder, each fetched once. */
export class Shards {
  readonly #lexicon: string;
  readonly #folder: string;
  readonly #texts = new Map<string, Promise<string>>();

  /**
   * @param lexicon the address of the lexicon, with a slash at its end
   * @param folder its name in the lexicon
   */
  constructor(lexicon: string, folder: string) {
    this.#lexicon = lexicon;
    this.#folder = folder;
  }

  /**
   * @param file a file of the folder; an empty name is an empty text
   * @throws ArrivalError where it does not arrive; the next call then asks for it again
   */
  text(file: string): Promise<string> {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const loading = file === "" ? Promise.resolve("") : this.#fetch(file);
    this.#texts.set(file, loading);
    loading.catch(() => this.#texts.delete(file));
    return loading;
  }

  #fetch(file: string): Promise<string> {
    const head = shardHead(this.#folder, file);
    return fetchWhole(`${this.#lexicon}${this.#folder}/${file}`, async (response) => {
      const text = new TextDecoder().decode(await unpack(await response.arrayBuffer()));
      if (!text.startsWith(head)) throw new ArrivalError(`${file} is another file`);
      return text.slice(head.length);
    });
  }
}
