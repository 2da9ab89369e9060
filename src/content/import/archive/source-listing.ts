import { dirname, extname, join } from "node:path";
import { attempt, type Problem } from "../../model/problem.ts";
import { isData, readerOf } from "../formats/index.ts";
import type { ImportedItem, Note, Place, Reading, ReadingOptions } from "../imported-item.ts";
import { TextPlaces } from "../places.ts";
import type { SourceFileRef, SourceListing, SourceTexts } from "../source-files.ts";
import { type Generator, generatorOf } from "./generator.ts";
import { ImageFolders } from "./image-folders.ts";
import type { SourceOptions } from "./import-sources.ts";
import { LanguageVersions } from "./language-versions.ts";
import { ItemNotes } from "./note-places.ts";

/** A source, and where its pictures and its earlier addresses are to be found. */
export interface Source {
  readonly listing: SourceListing;
  readonly surroundings: ReturnType<typeof surroundingsOf>;
  readonly images: ImageFolders;
  readonly versions: LanguageVersions;
}

/** An item's own file in its source. */
export interface ItemSource extends Source {
  readonly ref: SourceFileRef;
  readonly note: (item: ImportedItem, note: Note) => void;
}

/** Is told of the pieces of a file, and of how the file itself was read. */
interface FileListener {
  /** @param notes where in the file its notes stand */
  take(reading: Reading, notes: ItemNotes): void;
  note(note: Note): void;
}

/**
 * Reads one file of a source.
 *
 * @returns the problems that kept the file, or the rest of it, from being read
 */
export function readFile(
  ref: SourceFileRef,
  texts: SourceTexts,
  options: ReadingOptions,
  listener: FileListener,
): Problem[] {
  let count = 0;
  const problems: Problem[] = [];
  attempt(problems, () => {
    const source = texts.read(ref);
    for (const note of source.notes) listener.note(note);
    const places = new TextPlaces(ref.file, source.text);
    const isPassedOver = ref.isOfFolder === true && isData(source);
    for (const reading of isPassedOver ? [data(ref)] : readerOf(source)(source, options)) {
      if (reading.kind !== "site") count++;
      listener.take(reading, new ItemNotes(places, placeOf(reading), reading.done));
    }
  });
  return count + problems.length === 0 ? [nothingIn(ref)] : problems;
}

function data({ file }: SourceFileRef): Reading {
  const note: Note = { what: "файл данных, а не материалов", part: extname(file).toLowerCase() };
  return { kind: "skipped", place: { file }, note, done: 1 };
}

function placeOf(reading: Reading): Place {
  if (reading.kind === "item") return reading.item.place;
  return reading.kind === "problem" ? reading.problem : reading.place;
}

function nothingIn({ file }: SourceFileRef): Problem {
  const message = "В файле нет ни одного материала.";
  return { file, message, mend: "проверьте, что выгрузка закончилась, и выгрузите файл ещё раз." };
}

/** @returns the generator of the site that a source is of, and the folders that «/» may mean in it */
export function surroundingsOf({ folder, files }: SourceListing): {
  readonly generator: Generator;
  readonly roots: readonly string[];
} {
  const own = folder ?? dirname(files[0]?.file ?? ".");
  const generator = generatorOf(own);
  const { root } = generator;
  return { generator, roots: [root, join(root, "content"), join(root, "source"), own] };
}

/** @param language of the site: of a text in several languages only that one is read */
export function sourceOf(
  listing: SourceListing,
  language: string,
  { images, fetched, missing, translations }: SourceOptions,
): Source {
  const own = listing.folder === undefined ? [] : [listing.folder];
  const versions = new LanguageVersions(listing.files, language, translations);
  return {
    listing: inOneLanguage(listing, versions),
    surroundings: surroundingsOf(listing),
    images: new ImageFolders(images.length > 0 ? images : own, { fetched, missing }),
    versions,
  };
}

function inOneLanguage(listing: SourceListing, versions: LanguageVersions): SourceListing {
  const files = listing.files.filter(({ path }) => versions.foreign(path) === undefined);
  const others = listing.files.flatMap(({ file, path }) => {
    const detail = versions.foreign(path);
    const note: Note = { what: "перевод: он для сайта на своём языке", part: detail };
    return detail === undefined ? [] : [{ place: { file }, note }];
  });
  return { ...listing, files, skipped: [...listing.skipped, ...others] };
}
