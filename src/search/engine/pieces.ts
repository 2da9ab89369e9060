import { type PagefindEntry, type PieceChecks, VOLUME_FILES } from "../../language/index.ts";
import { ArrivalError, fetchWhole, unpack } from "./arrival.ts";
import { UnsupportedError } from "./errors.ts";
import type { Shards } from "./shards.ts";

/**
 * Pagefind fetches by itself, takes what comes for what it has asked for, and finds less where a file
 * does not come. So the files of its indexes reach it by way of this: whole, of the index that the
 * shelf's manifest names, asked for twice; and what did not come is known.
 */

/** Pagefind writes it before everything that it packs, and unpacks nothing that begins with it. */
const SIGNATURE = "pagefind_dcd";

/** Names that begin the SHA-1 of what is in the file; «ru_2f8b674». */
const HASHED = /_([0-9a-f]+)\.pf_(?:fragment|filter)$/;

/** Those that Pagefind was given, by the folders in which it believes them to lie. */
const given = new Map<string, Pieces>();

/** A folder that no site has; what Pagefind asks for in it is answered from the real one. */
const FOLDER = /^(.*\/~\d+\/)([^?]*)/;

/** Pagefind has no setting for how it fetches. All other fetches of the page stay as they are. */
function takeFetches(): void {
  const fetchElse = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = typeof input === "string" ? new URL(input, document.baseURI).href : "";
    const [, folder = "", path = ""] = FOLDER.exec(address) ?? [];
    return given.get(folder)?.answer(path) ?? fetchElse(input, init);
  };
}

let made = 0;

/** The files of a volume's index. */
export class Pieces {
  /** Where Pagefind is told that they lie; its own, so that no other index is mistaken for it. */
  readonly folder: string;
  readonly #bundle: string;
  readonly #entry: PagefindEntry;
  readonly #shards: Shards;
  /** By paths in the bundle. */
  #checks: PieceChecks = {};
  /** What Pagefind cannot begin without, fetched before it does. */
  readonly #first = new Map<string, Promise<ArrayBuffer>>();
  #failures = 0;

  /**
   * @param bundle the address of the volume's folder, with a slash at its end
   * @param entry Pagefind's list of the index
   * @param shards of the folder of the volume's tables
   */
  constructor(bundle: string, entry: PagefindEntry, shards: Shards) {
    this.folder = `${bundle}~${++made}/`;
    this.#bundle = bundle;
    this.#entry = entry;
    this.#shards = shards;
  }

  /** How many words' files did not arrive so far: Pagefind says nothing of it. */
  get failures(): number {
    return this.#failures;
  }

  /**
   * Fetches what an instance begins with; Pagefind would leave a promise unhandled where it fails.
   *
   * @throws ArrivalError where something does not arrive; the next call asks for it again
   * @throws UnsupportedError where the browser runs no WebAssembly
   */
  async open(): Promise<void> {
    checkBrowser();
    const text = await this.#shards.text(VOLUME_FILES.pieces);
    this.#checks = JSON.parse(text) as PieceChecks;
    const first = Object.keys(this.#checks).filter((path) => !path.endsWith(".pf_index"));
    await Promise.all(first.map((path) => this.#fetchFirst(path)));
    if (given.size === 0) takeFetches();
    given.set(this.folder, this);
  }

  #fetchFirst(path: string): Promise<ArrayBuffer> {
    const known = this.#first.get(path);
    if (known !== undefined) return known;
    const loading = fetchPiece(this.#addressOf(path), this.#checks[path]);
    this.#first.set(path, loading);
    loading.catch(() => this.#first.delete(path));
    return loading;
  }

  /** The program lies beside the volumes where there are several: they share it. */
  #addressOf(path: string): string {
    const isShared = Object.values(this.#entry.languages).some(({ wasm }) => wasm?.includes("/"));
    return this.#bundle + (isShared && path.startsWith("wasm.") ? `../${path}` : path);
  }

  /**
   * @param path of a file in the bundle, without a query
   * @throws ArrivalError where it does not arrive
   */
  async answer(path: string): Promise<Response> {
    if (path === "pagefind-entry.json") return Response.json(entryOf(this.#entry));
    const first = this.#first.get(path);
    if (first !== undefined) return new Response(await first);
    try {
      return new Response(await fetchPiece(this.#addressOf(path), this.#checks[path]));
    } catch (error) {
      if (path.endsWith(".pf_index")) this.#failures++;
      throw error;
    }
  }
}

/** With all of Pagefind's programs in the bundle itself. */
function entryOf(entry: PagefindEntry): PagefindEntry {
  const languages = Object.entries(entry.languages).map(([name, own]) => {
    return [name, { ...own, wasm: own.wasm?.replace(/^.*wasm\./, "") ?? null }];
  });
  return { ...entry, languages: Object.fromEntries(languages) };
}

/** @param crc where it is known; else the name must fit what is in the file */
function fetchPiece(address: string, crc?: string): Promise<ArrayBuffer> {
  return fetchWhole(address, async (response) => {
    const packed = await response.arrayBuffer();
    const bytes = await unpack(packed);
    const begin = new TextDecoder().decode(bytes.slice(0, SIGNATURE.length));
    const isMeant =
      crc === undefined
        ? await isNamed(address, bytes.slice(SIGNATURE.length))
        : crcOf(packed) === crc;
    if (begin !== SIGNATURE || !isMeant) throw new ArrivalError(`${address} is another file`);
    return bytes;
  });
}

/** @param packed by gzip, which ends with the CRC-32 and the length of what it has packed */
function crcOf(packed: ArrayBuffer): string {
  return new DataView(packed).getUint32(packed.byteLength - 8, true).toString(16);
}

/** Browsers reckon no hashes for pages without HTTPS: these take what is whole. */
async function isNamed(address: string, content: ArrayBuffer): Promise<boolean> {
  const digits = HASHED.exec(address)?.[1];
  if (digits === undefined || globalThis.crypto?.subtle === undefined) return true;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", content));
  // Pagefind writes bytes without the zeros before them: 0x02 is «2».
  const hex = [...hash].map((byte) => byte.toString(16)).join("");
  return hex.startsWith(digits);
}

/** The shortest module that there is: its name and its version. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @throws UnsupportedError where there is no WebAssembly, or where it is forbidden */
function checkBrowser(): void {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (error) {
    throw new UnsupportedError("WebAssembly", { cause: error });
  }
}
