import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { megabytes, tooLarge } from "../model/file-sizes.ts";
import { ContentError } from "../model/problem.ts";
import { decodeText } from "./decode.ts";
import type { Note, Place, SourceText } from "./imported-item.ts";
import type { NoteName } from "./note-kinds.ts";

/** A file of a source, not read yet. */
export interface SourceFileRef {
  readonly file: string;
  /** In the named folder, with «/». */
  readonly path: string;
  /** Whether its folder was named, and not itself: it may be no article. */
  readonly isOfFolder?: boolean;
}

export interface SourceListing {
  readonly files: readonly SourceFileRef[];
  readonly skipped: readonly {
    readonly place: Place;
    readonly note: Note;
    readonly isFolder?: boolean;
  }[];
  /** The folder of its pictures; a feed has none. */
  readonly folder?: string | undefined;
}

/** Endings of sources; anything else is a plain text. */
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
/** Which files of folders are taken: patterns as in .gitignore. */
export interface FileChoice {
  /** Takes folders too that are passed over otherwise. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

const PICTURES = new Set([".avif", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp"]);

/** Folders of generators and tools, and of demonstrations of themes. */
const FOREIGN_FOLDERS: ReadonlyMap<string, NoteName> = new Map([
  ...["node_modules", "_site", "_sass", "themes", "archetypes", "scaffolds"].map(
    (name) => [name, "служебная папка"] as const,
  ),
  ...["_layouts", "_includes", "layouts", "_partials", "partials", "shortcodes", "_data"].map(
    (name) => [name, "папка шаблонов"] as const,
  ),
  ...["demo", "demos", "_demo", "example", "examples", "exampleSite", "fixtures"].map(
    (name) => [name, "папка демонстраций"] as const,
  ),
]);

/**
 * Lists the files of a source by name.
 *
 * @param path a file, or a folder with all folders in it; links are not followed
 * @throws ContentError where there is nothing
 */
export function listSource(path: string, choice: FileChoice = {}): SourceListing {
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
  const skip = (file: string, note: Note, isFolder = false): void =>
    void skipped.push({ place: { file }, note, isFolder });
  const picked = pickerOf(choice);
  for (const { file, what, isFolder } of walk(path, path, picked.isIncluded)) {
    const inside = relative(path, file).split(sep).join("/");
    if (what !== undefined) skip(file, { what }, isFolder);
    else if (picked.isLeftOut(inside))
      skip(file, { what: "файл не выбран (--include, --exclude)" });
    else if (SOURCE_ENDINGS.has(extname(file).toLowerCase()))
      files.push({ file, path: inside, isOfFolder: true });
    else if (!PICTURES.has(extname(file).toLowerCase()))
      skip(file, { what: "файл другого вида", part: endingOf(file) });
  }
  return { files, skipped, folder: path };
}

function endingOf(file: string): string {
  return extname(file).toLowerCase() || "без окончания";
}

interface Picker {
  /** Whether a pattern of `include` names it, or something inside of it. */
  isIncluded(path: string): boolean;
  isLeftOut(path: string): boolean;
}

function pickerOf({ include = [], exclude = [] }: FileChoice): Picker {
  const [wanted, unwanted] = [matcherOf(include), matcherOf(exclude)];
  return {
    isIncluded: (path) => include.length > 0 && wanted(path),
    isLeftOut: (path) => unwanted(path) || (include.length > 0 && !wanted(path)),
  };
}

/** A name means any path that ends with it, a folder all files in it. */
function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const globs = patterns
    .map((pattern) => pattern.replace(/^\.?\//, "").replace(/\/+$/, ""))
    .map((pattern) => (pattern.includes("/") ? pattern : `**/${pattern}`))
    .flatMap((pattern) => [pattern, `${pattern}/**`]);
  return picomatch(globs, { dot: false });
}

interface Entry {
  readonly file: string;
  /** Why it is passed over, if it is. */
  readonly what?: NoteName | undefined;
  readonly isFolder: boolean;
}

function* walk(
  folder: string,
  root: string,
  isIncluded: (path: string) => boolean,
): Generator<Entry> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith("."),
  );
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(folder, entry.name);
    const inside = relative(root, file).split(sep).join("/");
    const foreign = isIncluded(inside) ? undefined : FOREIGN_FOLDERS.get(entry.name);
    if (entry.isSymbolicLink()) {
      yield { file, isFolder: false, what: "ссылка на другой файл или папку" };
    } else if (entry.isFile()) yield { file, isFolder: false };
    else if (!entry.isDirectory()) continue;
    else if (foreign !== undefined) yield { file, isFolder: true, what: foreign };
    else yield* walk(file, root, isIncluded);
  }
}

/** A text, and notes on how it was read. */
type DecodedSource = SourceText & { readonly notes: readonly Note[] };

interface TextOptions {
  /** In bytes, of one file. */
  readonly maxSize: number;
  /** Wins over what a file says of itself. */
  readonly encoding?: string | undefined;
}

/** Reads files of a source in any encoding. */
export class SourceTexts {
  readonly #options: TextOptions;
  #last: DecodedSource | undefined;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  /**
   * Keeps the last text: an import reads a source three times, and decoding an export of 60 MB takes
   * 130 MB each time.
   *
   * @throws ContentError where the file is too large, unreadable or no text
   */
  read(ref: SourceFileRef): DecodedSource {
    if (this.#last?.file === ref.file) return this.#last;
    this.#last = undefined;
    this.#last = decoded(ref, this.#options);
    return this.#last;
  }
}

function decoded({ file, path }: SourceFileRef, options: TextOptions): DecodedSource {
  const { maxSize: limit, encoding } = options;
  const excess = tooLarge(file, limit);
  if (excess !== undefined) throw refusal(file, statSync(file).size, excess);
  const result = decodeText(file, readFileSync(file), encoding);
  const notes: Note[] = [];
  if (result.encoding !== "utf-8") {
    const how = result.isGuess ? ", опознана по буквам" : "";
    notes.push({ what: "кодировка переведена в UTF-8", part: `${result.encoding}${how}` });
  }
  if (result.contradicted !== undefined) {
    notes.push({
      what: "файл называет не ту кодировку",
      part: `${result.contradicted} вместо ${result.encoding}`,
    });
  }
  return { file, path, text: result.text, notes };
}

function refusal(file: string, size: number, excess: string): ContentError {
  const message = `Файл слишком велик: ${excess}.`;
  const mend = `разделите его или, если он вам известен, разрешите: --max-size ${megabytes(size)}.`;
  return new ContentError([{ file, message, mend }]);
}
