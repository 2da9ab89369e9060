import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { megabytes, tooLarge } from "../file-sizes.ts";
import { ContentError } from "../problem.ts";
import { decodeText } from "./decode.ts";
import type { Note, Place, SourceText } from "./imported-item.ts";

/** A file of a source, not read yet. */
export interface SourceFileRef {
  readonly file: string;
  /** Where it lies in the folder that was named, with «/». */
  readonly path: string;
}

/** What a source holds. */
export interface SourceListing {
  readonly files: readonly SourceFileRef[];
  readonly skipped: readonly { readonly place: Place; readonly note: Note }[];
  /** Where its pictures are looked for; a feed has none beside it. */
  readonly folder?: string | undefined;
}

/** What is read as a source; everything else is a plain text. */
export const SOURCE_ENDINGS: ReadonlySet<string> = new Set([
  ".xml",
  ".rss",
  ".atom",
  ".wxr",
  ".jsonl",
  ".ndjson",
  ".json",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
]);
const PICTURES = new Set([".avif", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp"]);

/** What generators and tools make for themselves. */
const FOREIGN_FOLDERS = new Set([
  "node_modules",
  "_site",
  "_layouts",
  "_includes",
  "_sass",
  "layouts",
  "themes",
  "archetypes",
]);

/**
 * Lists the files of a source in the order of their names.
 *
 * @param path a file, or a folder, whose folders are looked through too; links in it are not followed
 * @throws ContentError where there is nothing
 */
export function listSource(path: string): SourceListing {
  if (!existsSync(path)) {
    const mend = "проверьте имя файла или папки.";
    throw new ContentError([{ file: path, message: "Такого файла нет.", mend }]);
  }
  if (!statSync(path).isDirectory()) {
    const hasPictures = /\.(?:x?html?|md|markdown)$/i.test(path);
    const folder = hasPictures ? dirname(path) : undefined;
    return { files: [{ file: path, path: basename(path) }], skipped: [], folder };
  }
  const files: SourceFileRef[] = [];
  const skipped: SourceListing["skipped"][number][] = [];
  const skip = (file: string, what: string): void =>
    void skipped.push({ place: { file }, note: { what } });
  for (const { file, kind } of walk(path)) {
    const ending = extname(file).toLowerCase();
    if (kind === "link") skip(file, "ссылка на другой файл или папку");
    else if (kind === "folder") skip(file, "служебная папка");
    else if (SOURCE_ENDINGS.has(ending))
      files.push({ file, path: relative(path, file).split(sep).join("/") });
    else if (!PICTURES.has(ending)) skip(file, `файл другого вида (${ending || "без окончания"})`);
  }
  return { files, skipped, folder: path };
}

interface Entry {
  readonly file: string;
  readonly kind: "file" | "link" | "folder";
}

function* walk(folder: string): Generator<Entry> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith("."),
  );
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(folder, entry.name);
    if (entry.isSymbolicLink()) yield { file, kind: "link" };
    else if (entry.isFile()) yield { file, kind: "file" };
    else if (!entry.isDirectory()) continue;
    else if (FOREIGN_FOLDERS.has(entry.name)) yield { file, kind: "folder" };
    else yield* walk(file);
  }
}

/**
 * Reads a file of a source, in whatever encoding it is.
 *
 * @param limit how many bytes it may have
 * @param encoding wins over what the file says and looks like
 * @throws ContentError where it is larger, unreadable or no text
 */
export function readSourceText(
  { file, path }: SourceFileRef,
  limit: number,
  encoding: string | undefined,
): SourceText & { readonly notes: readonly Note[] } {
  const excess = tooLarge(file, limit);
  if (excess !== undefined) throw refusal(file, statSync(file).size, excess);
  const decoded = decodeText(file, readFileSync(file), encoding);
  const notes: Note[] = [];
  if (decoded.encoding !== "utf-8") {
    const how = decoded.isGuess ? ", опознана по буквам" : "";
    notes.push({ what: `кодировка ${decoded.encoding}${how}: переведена в UTF-8` });
  }
  if (decoded.contradicted !== undefined) {
    notes.push({
      what: `файл называет кодировку ${decoded.contradicted}, а на деле она ${decoded.encoding}`,
    });
  }
  return { file, path, text: decoded.text, notes };
}

function refusal(file: string, size: number, excess: string): ContentError {
  const message = `Файл слишком велик: ${excess}.`;
  const mend = `разделите его или, если он вам известен, разрешите: --max-size ${megabytes(size)}.`;
  return new ContentError([{ file, message, mend }]);
}
