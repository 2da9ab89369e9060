import { type FileKind, fileBody, packFile } from "../format/index.ts";
import { fetchWhole, unpack } from "./arrival.ts";
import { once } from "./once.ts";

/** The files of one site's pack, each fetched once. */
export class PackFiles {
  readonly #folder: string;
  readonly #bodies = new Map<string, Promise<Uint8Array>>();

  /** @param folder the address of the pack, with a slash at its end */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param name as the file that refers to it says; an empty name is an empty file
   * @returns what stands behind the file's head, unpacked; it is shared and must not be changed
   * @throws ArrivalError where it does not arrive; the next call then asks for it again
   */
  bytes(kind: FileKind, name: string): Promise<Uint8Array> {
    if (name === "") return Promise.resolve(new Uint8Array());
    return once(this.#bodies, name, () => this.#fetch(kind, name));
  }

  /** As `bytes`, read as UTF-8. */
  async text(kind: FileKind, name: string): Promise<string> {
    return new TextDecoder().decode(await this.bytes(kind, name));
  }

  #fetch(kind: FileKind, name: string): Promise<Uint8Array> {
    return fetchWhole(this.#folder + packFile(name), async (response) => {
      const bytes = new Uint8Array(await unpack(response));
      return fileBody(bytes, kind, name);
    });
  }
}
