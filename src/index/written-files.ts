import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  type FileKind,
  FRAGMENT_NAME_LENGTH,
  fileHead,
  NAME_LENGTH,
  packFile,
} from "../search/format/index.ts";

const BASE = 36;
/** Of a hash, so that names of NAME_LENGTH characters use all of what they can say. */
const HASH_DIGITS = 16;

/** Writes files of the pack, named by their content. */
export class PackFiles {
  readonly #folder: string;
  readonly #scope: string;
  /** The whole hash of each file, by its name. */
  readonly #hashes = new Map<string, string>();

  /**
   * @param folder where they go
   * @param scope what they belong to: the same content in two of them has two names, for a file of a
   *   site is of one part alone
   */
  constructor(folder: string, scope: string) {
    this.#folder = folder;
    this.#scope = scope;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * @param body all but its first line
   * @returns its name, and how many bytes it has as it is sent
   * @throws Error where another content has the same name
   */
  write(kind: FileKind, body: Uint8Array | string): { name: string; size: number } {
    const hash = createHash("sha256")
      .update(`${kind}\0${this.#scope}\0`)
      .update(body)
      .digest("hex");
    const name = kind === "fragments" ? hash.slice(0, FRAGMENT_NAME_LENGTH) : shortName(hash);
    const known = this.#hashes.get(name) ?? hash;
    if (known !== hash) throw new Error(`Two files of the search have the name ${name}`);
    this.#hashes.set(name, hash);
    const head = fileHead(kind, name);
    const packed = gzipSync(Buffer.concat([Buffer.from(head), Buffer.from(body)]), { level: 9 });
    writeFileSync(join(this.#folder, packFile(name)), packed);
    return { name, size: packed.length };
  }
}

function shortName(hash: string): string {
  const number = BigInt(`0x${hash.slice(0, HASH_DIGITS)}`) % BigInt(BASE) ** BigInt(NAME_LENGTH);
  return number.toString(BASE).padStart(NAME_LENGTH, "0");
}
