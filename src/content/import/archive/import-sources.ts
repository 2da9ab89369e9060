import type { ArchiveFolders } from "../../archive/archive.ts";
import { MOST_FILE_BYTES } from "../../model/file-sizes.ts";
import { listSource } from "../source-files.ts";
import { ImportRun } from "./import-run.ts";
import type { Taxonomy } from "./item-fields.ts";
import type { LostLinks } from "./item-links.ts";
import type { SourceReport } from "./source-report.ts";

/** How an import goes. */
export interface SourceOptions {
  readonly folders: ArchiveFolders;
  /** Folders of pictures; by default that of the source. */
  readonly images: readonly string[];
  /** Added to the topics of every item. */
  readonly topics: readonly string[];
  /** Whether the source is somebody else's: it is named, and its addresses are no old ones of ours. */
  readonly isForeign: boolean;
  /** Keeps ids of this source apart from those of others. */
  readonly sourceName?: string | undefined;
  /** Whether drafts come along, as drafts. */
  readonly drafts: boolean;
  /** Whether pages about the site come along, as drafts. */
  readonly pages: boolean;
  /** Whether articles are written anew that changed in their source. */
  readonly update: boolean;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
  /** In bytes, of one file. */
  readonly maxSize: number;
  /** Wins over the encodings that files name. */
  readonly encoding?: string | undefined;
  /** Which files of folders are taken. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** What becomes topics; by default all. */
  readonly taxonomy?: Taxonomy | undefined;
  /** Whether the first category of an article is its section, and no topic. */
  readonly sections?: "categories" | undefined;
  /** From languages to the addresses of the newspaper's sites in them. */
  readonly translations?: ReadonlyMap<string, string> | undefined;
  /** Is told of the folders that are passed over, before anything is written. */
  readonly passedOver?: ((folders: readonly string[]) => void) | undefined;
  /** What becomes of links inside of the source to what was not imported; «external» by default. */
  readonly lostLinks?: LostLinks | undefined;
  /** The form of old addresses: /:year/:month/:title.html; by default as the generator does it. */
  readonly permalink?: string | undefined;
  /** The address of the earlier site, for sources that do not name it. */
  readonly oldSite?: string | undefined;
  /** The file that old addresses are written to; by default beside the folder of the data. */
  readonly addressMap?: string | undefined;
  /** @returns the file of a picture that was fetched from the web */
  readonly fetched?: ((address: string) => string | undefined) | undefined;
  /** Is told of every picture that is only on the web. */
  readonly missing?: ((address: string) => void) | undefined;
  /** Is told of every file of the archive, then of every item, twice: as it is read and as it is written. */
  readonly progress?: SourceProgress | undefined;
}

/** @param done a part, 0 to 1; @param count files of the archive, or items of the source */
export type SourceProgress = (
  step: "archive" | "addresses" | "source",
  done: number,
  count: number,
) => void;

/** In bytes, of one file, unless the editor allows more. */
export const MAX_SOURCE_BYTES = MOST_FILE_BYTES;

/**
 * Brings the items of sources into an archive: feeds, exports, pages, articles of other generators.
 * Each item is known by its id in the source, so that doing it again adds nothing and continues a run that
 * was killed. A broken item or file does not stop the others. Sources are read twice: first for the
 * addresses of all items, so that links between them can be set.
 *
 * @param paths files and folders
 * @throws ContentError where a path or a folder of pictures does not exist, or the archive's settings
 *   or headlines are wrong; then nothing is written
 */
export function importSources(paths: readonly string[], options: SourceOptions): SourceReport {
  const listings = paths.map((path) => listSource(path, options));
  const folders = listings.flatMap(({ skipped }) => skipped).filter(({ isFolder }) => isFolder);
  options.passedOver?.(folders.map(({ place }) => place.file));
  const run = new ImportRun(listings, options);
  run.plan();
  run.write();
  run.mend();
  return run.end();
}
