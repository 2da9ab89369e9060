/**
 * Every compressed file of the pack names its kind in its first line, so that a file of another deployment,
 * or a host's error page, is not taken for it. gzip's checksum says that it is whole.
 */

/** Raised with every change of a file that the browser reads, the manifest too. */
export const PACK_FORMAT = 5;

/** Where the pack lies, seen from the site. */
export const PACK_FOLDER = "search/pack/";

/** The only file with a name that stays, in the folder of the pack. */
export const MANIFEST_FILE = "manifest.json";

/** Characters of a name: digits and small letters, made of a hash of what the file holds. */
export const NAME_LENGTH = 10;

/** The kinds of files of the pack. */
export type FileKind =
  | "words"
  | "directory"
  | "ends"
  | "sounds"
  | "suggestions"
  | "postings"
  | "positions"
  | "block"
  | "pages"
  | "facet"
  | "dates"
  | "order"
  | "fragments"
  | "dictionary";

/** @returns the file of a name, in the folder of the pack */
export function packFile(name: string): string {
  return `${name}.pack`;
}

/** @returns the first line of a file, with its end */
export function fileHead(kind: FileKind, name: string): string {
  return `${kind} ${PACK_FORMAT} ${name}\n`;
}

/** A file is not the one that its name promises. */
export class WrongFileError extends Error {
  override readonly name = "WrongFileError";
}

/**
 * @param bytes a file, unpacked
 * @returns what stands behind its first line: a view, not a copy
 * @throws WrongFileError where it is another file, or of another format
 */
export function fileBody(bytes: Uint8Array, kind: FileKind, name: string): Uint8Array {
  const head = fileHead(kind, name);
  for (let at = 0; at < head.length; at++) {
    if (bytes[at] !== head.charCodeAt(at)) throw new WrongFileError(`${name} is another file`);
  }
  return bytes.subarray(head.length);
}
