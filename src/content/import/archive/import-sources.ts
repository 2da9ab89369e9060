import { join } from "node:path";
import type { ArchiveFolders } from "../../archive.ts";
import { MOST_FILE_BYTES } from "../../file-sizes.ts";
import { attempt, type Problem } from "../../problem.ts";
import { readSite } from "../../settings.ts";
import { writeWhole } from "../../write-file.ts";
import { readerOf } from "../formats/index.ts";
import type { ImportedItem, Note, Reading } from "../imported-item.ts";
import {
  listSource,
  readSourceText,
  type SourceFileRef,
  type SourceListing,
} from "../source-files.ts";
import { HeadlineList } from "./headline-list.ts";
import { ImageFolders } from "./image-folders.ts";
import { type Mention, NoteGroups, type SourceReport } from "./import-report.ts";
import type { Taxonomy } from "./item-fields.ts";
import { ItemWriter, type Written } from "./item-writer.ts";
import { KnownArticles } from "./known-articles.ts";
import { LanguageVersions } from "./language-versions.ts";
import { SameIds } from "./same-ids.ts";

/** How an import goes. */
export interface SourceOptions {
  readonly folders: ArchiveFolders;
  /** Folders of pictures; by default that of the source itself. */
  readonly images: readonly string[];
  /** Added to the topics of every item. */
  readonly topics: readonly string[];
  /** Whether the source is somebody else's: then it is named, and its addresses are no old ones of ours. */
  readonly isForeign: boolean;
  /** Keeps the source's own numbers apart from those of others. */
  readonly sourceName?: string | undefined;
  /** Whether drafts come along, as drafts. */
  readonly drafts: boolean;
  /** Whether pages about the site come along, as drafts. */
  readonly pages: boolean;
  /** Whether what has changed at its source is written anew. */
  readonly update: boolean;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
  /** In bytes, of one file. */
  readonly maxSize: number;
  /** The name of an encoding that wins over what files say and look like. */
  readonly encoding?: string | undefined;
  /** Which files of folders are taken. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** What becomes topics; by default all. */
  readonly taxonomy?: Taxonomy | undefined;
  /** From languages to the addresses of the newspaper's sites in them. */
  readonly translations?: ReadonlyMap<string, string> | undefined;
  /** Is told of folders that are passed over, before anything is written. */
  readonly passedOver?: ((folders: readonly string[]) => void) | undefined;
  /** Is told after every file of the archive, and then after every item of the source. */
  readonly progress?: SourceProgress | undefined;
}

/** @param done a part, 0 to 1; @param count files of the archive, or items of the source */
export type SourceProgress = (step: "archive" | "source", done: number, count: number) => void;

/** No file of a source is larger, unless that is allowed; in bytes. */
export const MAX_SOURCE_BYTES = MOST_FILE_BYTES;

/**
 * Brings the items of sources into an archive: feeds, exports, pages, articles of other generators.
 * Each item is known by its id at the source, so that doing it again adds nothing and a run that was
 * killed goes on. What is wrong with one item or file keeps no other from coming.
 *
 * @param paths files and folders
 * @throws ContentError where a path or a folder of pictures does not exist, or the archive's settings
 *   or headlines are wrong; then nothing is written
 */
export function importSources(paths: readonly string[], options: SourceOptions): SourceReport {
  const listings = paths.map((path) => listSource(path, options));
  const folders = listings.flatMap(({ skipped }) => skipped).filter(({ isFolder }) => isFolder);
  options.passedOver?.(folders.map(({ place }) => place.file));
  const run = new ImportRun(options);
  const total = listings.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  for (const listing of listings) {
    const own = listing.folder === undefined ? [] : [listing.folder];
    const images = options.images.length > 0 ? options.images : own;
    run.begin(listing, new ImageFolders(images));
    for (const file of listing.files) run.readFile(file, (part) => (done + part) / total, options);
    done += listing.files.length;
  }
  return run.end();
}

class ImportRun {
  readonly #options: SourceOptions;
  readonly #known: KnownArticles;
  readonly #headlines: HeadlineList;
  readonly #site;
  readonly #skipped = new NoteGroups();
  readonly #notes = new NoteGroups();
  readonly #problems: Problem[] = [];
  readonly #changed: Mention[] = [];
  readonly #counts = { read: 0, images: 0, article: newCounts(), headline: newCounts() };
  #writer: ItemWriter | undefined;
  #versions: LanguageVersions | undefined;

  constructor(options: SourceOptions) {
    this.#options = options;
    this.#site = readSite(options.folders.data, {});
    const file = join(options.folders.data, "headlines.yaml");
    this.#headlines = new HeadlineList(file, this.#site.timeZone);
    this.#known = new KnownArticles(options.folders.content, (done, count) =>
      options.progress?.("archive", done, count),
    );
  }

  begin({ files, skipped }: SourceListing, images: ImageFolders): void {
    const { language } = this.#site;
    this.#versions = new LanguageVersions(files, language, this.#options.translations);
    for (const { place, note } of skipped) this.#skip(place, note);
    this.#writer = new ItemWriter({
      ...this.#options,
      site: this.#site,
      content: this.#options.folders.content,
      known: this.#known,
      headlines: this.#headlines,
      images,
      note: ({ place }, note) => this.#notes.add(place, note),
    });
  }

  readFile(ref: SourceFileRef, partOf: (done: number) => number, options: SourceOptions): void {
    const other = this.#versions?.foreign(ref.path);
    if (other !== undefined) {
      const what =
        "перевод: он для сайта на своём языке (назвать этот сайт: --translation en=/en/)";
      this.#skip({ file: ref.file }, { what, detail: other });
      return;
    }
    let count = 0;
    const problems: Problem[] = [];
    const ids = new SameIds(this.#known);
    const { language } = this.#site;
    attempt(problems, () => {
      const source = readSourceText(ref, options.maxSize, options.encoding);
      for (const note of source.notes) this.#notes.add({ file: ref.file }, note);
      for (const reading of readerOf(source)(source, { ...options, language })) {
        count++;
        this.#take(reading, ref.path, ids);
        options.progress?.("source", partOf(reading.done), this.#counts.read);
      }
    });
    if (count + problems.length === 0) problems.push(nothingIn(ref));
    this.#problems.push(...problems);
    this.#counts.read += problems.length;
  }

  #take(reading: Reading, path: string, ids: SameIds): void {
    if (reading.kind === "note") this.#notes.add(reading.place, reading.note);
    else if (reading.kind === "skipped") this.#skip(reading.place, reading.note);
    else if (reading.kind === "problem") this.#fail(reading.problem);
    else this.#takeItem(this.#apart(reading.item, ids), path);
  }

  #apart(given: ImportedItem, ids: SameIds): ImportedItem {
    const item = ids.apart(given);
    const what = "номер (guid, id) в файле у нескольких материалов один: каждый перенесён отдельно";
    if (item !== given) this.#notes.add(item.place, { what, detail: given.sourceId });
    return item;
  }

  #skip(place: Mention["place"], note: Note): void {
    this.#counts.read++;
    this.#skipped.add(place, note);
  }

  #fail(problem: Problem): void {
    this.#counts.read++;
    this.#problems.push(problem);
  }

  #takeItem(item: ImportedItem, path: string): void {
    for (const note of item.notes) this.#notes.add(item.place, note);
    const isPage = item.isPage === true;
    if (isPage && !this.#options.pages) {
      this.#skip(item.place, { what: "страница (перенести: --pages)", detail: item.title });
      return;
    }
    if (item.draft && !this.#options.drafts) {
      this.#skip(item.place, { what: "черновик (перенести: --drafts)", detail: item.title });
      return;
    }
    const draft = item.draft || isPage;
    const translations = this.#versions?.translationsOf(path);
    this.#record(item, this.#writer?.write({ ...item, draft, translations }, path));
  }

  #record(item: ImportedItem, written: Written | undefined): void {
    if (written === undefined) return;
    if (written.kind === "problem") {
      this.#fail(written.problem);
      return;
    }
    this.#counts.read++;
    this.#counts[written.kind][written.action]++;
    if (written.kind === "article") this.#counts.images += written.images;
    if (written.action === "changed") this.#changed.push({ place: item.place, detail: item.title });
  }

  end(): SourceReport {
    const content = this.#headlines.content();
    if (content !== undefined && !this.#options.isDryRun) writeWhole(this.#headlines.file, content);
    const { read, images, article, headline } = this.#counts;
    return {
      read,
      ...{ added: article.added, updated: article.updated, known: article.known },
      changed: this.#changed,
      headlines: headline,
      images,
      skipped: this.#skipped.list(),
      notes: this.#notes.list(),
      problems: this.#problems,
    };
  }
}

function newCounts() {
  return { added: 0, updated: 0, known: 0, changed: 0 };
}

function nothingIn({ file }: SourceFileRef): Problem {
  const message = "В файле нет ни одного материала.";
  return { file, message, mend: "проверьте, что выгрузка закончилась, и выгрузите файл ещё раз." };
}
