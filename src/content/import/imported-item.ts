import type { Problem } from "../model/problem.ts";
import type { NoteName } from "./note-kinds.ts";

/** Where something stands in what is imported. */
export type Place = Pick<Problem, "file" | "line" | "column">;

/** The text of an item as its source has it. */
export interface ImportedBody {
  readonly format: "html" | "markdown" | "plain";
  readonly text: string;
  /** Of HTML, whether blank lines are paragraphs even beside blocks, as WordPress takes them. */
  readonly isLoose?: boolean | undefined;
}

/** Who published it, for items that tell it of all of them: a feed, a site. */
export interface Publication {
  readonly name?: string | undefined;
  /** Whether it is the editor's own earlier site: then addresses of items become old addresses. */
  readonly isOwn: boolean;
}

/** One piece of news as a source tells it, whatever its format; texts are plain, dates as written. */
export interface ImportedItem {
  /** The same on every reading, and no other item has it. */
  readonly sourceId: string;
  readonly place: Place;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly expires?: string | undefined;
  readonly summary?: string | undefined;
  readonly authors: readonly string[];
  /** Sections; they become topics. */
  readonly categories: readonly string[];
  /** Keywords; they become topics where there are no sections, or where that is asked for. */
  readonly tags: readonly string[];
  /** Who said it first, where the item itself says so. */
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly publication: Publication;
  /** Where it was published: an address, or a path from the root of its site. */
  readonly link?: string | undefined;
  /** More addresses that it had: paths from the root of its site. */
  readonly aliases: readonly string[];
  /** Addresses that led to it and that no redirect can stand for: https://old.example/?p=12 */
  readonly addresses?: readonly string[] | undefined;
  /** Where its own file lies in the source, of formats that keep each item in one: 2019/most.md */
  readonly path?: string | undefined;
  /** What its address is to be called. */
  readonly slug?: string | undefined;
  /** From languages to the addresses of the same text in them. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  readonly draft: boolean;
  /** Whether it is a page about the site, and no news. */
  readonly isPage?: boolean | undefined;
  /** Whether it stays above newer ones. */
  readonly isPinned?: boolean | undefined;
  readonly image?: ImportedImage | undefined;
  /** Absent where the item is a headline only. */
  readonly body?: ImportedBody | undefined;
  /** The text of the body as its source has it, where a reader has changed codes of templates in it. */
  readonly written?: string | undefined;
  /** What the item holds and an article cannot. */
  readonly notes: readonly Note[];
}

/** The picture above the text. */
export interface ImportedImage {
  /** An address or a path, as written. */
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
}

/** Something that was changed or not taken along; what is alike is counted together. */
export interface Note {
  /** Its kind. */
  readonly what: NoteName;
  /** What its kind is counted by: the name of a field, the reason of a picture. */
  readonly part?: string | undefined;
  /** Which one. */
  readonly detail?: string | undefined;
  /** How it is written in the source, where the detail says it otherwise. */
  readonly written?: string | undefined;
  /** The field that it is about: then its name is what is looked for in the source. */
  readonly field?: string | undefined;
  /** How many of them, where one note stands for several. */
  readonly count?: number | undefined;
}

/** Is told of what an article cannot hold. */
export type TellNote = (note: Note) => void;

/** What a source says of its whole site; texts are plain. */
export interface SiteFacts {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: string | undefined;
  /** As the source writes it: en-us. */
  readonly language?: string | undefined;
}

/** What a reader meets, in the order of its source: every piece is one of them. */
export type Reading = { readonly done: number } & (
  | { readonly kind: "item"; readonly item: ImportedItem }
  /** Something that is no news: a menu, a comment. */
  | { readonly kind: "skipped"; readonly place: Place; readonly note: Note }
  /** Something that could not be read. */
  | { readonly kind: "problem"; readonly problem: Problem }
  /** Something to be told of the source as a whole; it counts as no item. */
  | { readonly kind: "note"; readonly place: Place; readonly note: Note }
  /** What it says of the site; it counts as no item either. */
  | { readonly kind: "site"; readonly place: Place; readonly site: SiteFacts }
);

/** What readers have to know besides the source. */
export interface ReadingOptions {
  /** Whether the source is somebody else's: then its addresses name it as the source of the news. */
  readonly isForeign: boolean;
  /** What the source is called: it keeps its numbers apart from those of others, if they are no addresses. */
  readonly sourceName?: string | undefined;
  /** Of the site: a BCP 47 tag. */
  readonly language?: string | undefined;
}

/** A file of a source, decoded. */
export interface SourceText {
  readonly file: string;
  /** Where the file lies in the source that was named, with «/»: 2019/most.md */
  readonly path: string;
  /** Line ends as \n, no byte order mark. */
  readonly text: string;
}

/** Reads one file of its format. */
export type Reader = (source: SourceText, options: ReadingOptions) => Iterable<Reading>;

/** An item that says nothing but who it is. */
export const EMPTY_ITEM = {
  authors: [],
  categories: [],
  tags: [],
  aliases: [],
  draft: false,
  publication: { isOwn: false },
  notes: [],
} as const;

/** @returns the host of an address without «www.»; nothing where it is none */
export function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./, "") || undefined;
}
