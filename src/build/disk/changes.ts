import { hash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { ContentError } from "../../content/index.ts";

/** The SHA-256 of each file of a site in hexadecimal digits, by its path with «/», in order. */
export type FileHashes = ReadonlyMap<string, string>;

/** What a deployment has to upload and to take away; paths in order. */
export interface SiteChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** As `sha256sum` writes it, so that `sha256sum --check` understands it. */
const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/**
 * @param path the folder of a site, or a list that `formatHashes` has made
 * @throws ContentError where there is neither
 */
export function readHashes(path: string): FileHashes {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw notReadable(path, "Такой папки или такого списка нет.");
  return found.isDirectory() ? hashesOf(path) : parseHashes(path, readFileSync(path, "utf8"));
}

/** Most files fit: memory of their own for each of a site takes a third of the time of reading it. */
const SHARED = Buffer.allocUnsafe(1 << 20);

/** @returns the SHA-256 of a file's bytes, in hexadecimal digits */
export function hashOfFile(file: string): string {
  const opened = openSync(file, "r");
  try {
    const { size } = fstatSync(opened);
    const isWhole = size <= SHARED.length && readSync(opened, SHARED, 0, size, 0) === size;
    return hash("sha256", isWhole ? SHARED.subarray(0, size) : readFileSync(opened), "hex");
  } finally {
    closeSync(opened);
  }
}

function hashesOf(folder: string): FileHashes {
  const entries = filesIn(folder).map((file) => [file, hashOfFile(join(folder, file))] as const);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns the paths with «/» of all files in a folder and below; a link is none */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return paths.map((path) => path.replaceAll(sep, "/"));
}

function parseHashes(file: string, text: string): FileHashes {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line, at) => {
      const [, sum, path] = LINE.exec(line) ?? [];
      if (sum !== undefined && path !== undefined) return [path, sum];
      throw notReadable(file, "Это не список файлов сайта: нужны SHA-256 и путь.", at + 1);
    }),
  );
}

function notReadable(file: string, message: string, line?: number): ContentError {
  const mend =
    "укажите папку прежнего сайта или список, который записал npm run build -- --manifest-to ФАЙЛ.";
  return new ContentError([{ file, message, mend, ...(line === undefined ? {} : { line }) }]);
}

/** @returns the list as text: SHA-256, two spaces, path */
export function formatHashes(files: FileHashes): string {
  return [...files].map(([path, sum]) => `${sum}  ${path}\n`).join("");
}

/** Unchanged files have the same bytes, so that only what differs has to be uploaded. */
export function changesBetween(older: FileHashes, newer: FileHashes): SiteChanges {
  const paths = [...newer.keys()];
  return {
    added: paths.filter((path) => !older.has(path)),
    changed: paths.filter((path) => older.has(path) && older.get(path) !== newer.get(path)),
    removed: [...older.keys()].filter((path) => !newer.has(path)).sort(),
  };
}
