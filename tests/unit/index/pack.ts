import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  blockOf,
  decodeBlock,
  decodeFragments,
  decodePositions,
  decodePostings,
  decodeShard,
  type FileKind,
  fileBody,
  fileFor,
  type LexiconEntry,
  MANIFEST_FILE,
  nameAt,
  PACK_FOLDER,
  packFile,
  type SearchManifest,
  type Segment,
} from "../../../src/search/format/index.ts";

/** A page that holds a word, as the pack says it. */
export interface PackedPage {
  readonly url: string;
  readonly impact: number;
  readonly positions: readonly number[];
}

/** Reads a published pack of one segment as a browser does, file by file. */
export class Pack {
  readonly segment: Segment;
  readonly #folder: string;

  /** @param site the folder of the site */
  constructor(site: string) {
    this.#folder = join(site, PACK_FOLDER);
    const text = readFileSync(join(this.#folder, MANIFEST_FILE), "utf8");
    const [segment] = (JSON.parse(text) as SearchManifest).segments;
    if (segment === undefined) throw new Error("The pack has no segment");
    this.segment = segment;
  }

  bytes(kind: FileKind, name: string): Uint8Array {
    return fileBody(gunzipSync(readFileSync(join(this.#folder, packFile(name)))), kind, name);
  }

  text(kind: FileKind, name: string): string {
    return new TextDecoder().decode(this.bytes(kind, name));
  }

  /** @returns the entries that hold a folded form */
  entries(form: string): { entry: LexiconEntry; pages: PackedPage[] }[] {
    const name = fileFor(this.segment.words, form);
    const { chunks, entries } = decodeShard(this.text("words", name));
    const own = entries.filter(({ beginning, endings }) =>
      endings.split(",").some((ending) => beginning + ending === form),
    );
    return own.map((entry) => {
      const { locator } = entry;
      const chunk = chunks[locator.chunk];
      if (chunk === undefined) throw new Error(`${form} has no chunk`);
      const list = decodePostings(this.bytes("postings", chunk.postings), locator);
      const twin = this.bytes("positions", chunk.positions);
      const { starts, positions } = decodePositions(twin, list.positions, locator.count);
      const pages = [...list.slots].map((slot, at) => ({
        url: this.url(slot),
        impact: list.impacts[at] ?? 0,
        positions: [...positions.slice(starts[at], starts[at + 1])],
      }));
      return { entry, pages };
    });
  }

  /** @returns the address of the page in a slot */
  url(slot: number): string {
    const { blocks, blockBits } = this.segment;
    const block = blockOf(slot, blockBits);
    const places = decodeBlock(this.bytes("block", nameAt(blocks, block)), block, blockBits);
    const place = places.find((one) => one.slot === slot);
    if (place === undefined) throw new Error(`There is no page in slot ${slot}`);
    const page = decodeFragments(this.text("fragments", place.name))[place.index];
    return page?.url ?? "";
  }

  /** @returns the bytes of every file but the fragments, by its name */
  files(): Record<string, string> {
    const names = readdirSync(this.#folder).filter((name) => /^\w{10}\.|\.json$/.test(name));
    return Object.fromEntries(
      names.sort().map((name) => [name, readFileSync(join(this.#folder, name), "base64")]),
    );
  }
}
