import type { Problem } from "../model/problem.ts";
import type { NoteName } from "./note-kinds.ts";

/** A place in a source. */
export type Place = Pick<Problem, "file" | "line" | "column">;

/** The text of an item, in the format of its source. */
export interface ImportedBody {
  readonly format: "html" | "markdown" | "plain";
  readonly text: string;
  /** Whether blank lines of HTML make paragraphs even beside blocks, as in WordPress. */
  readonly isLoose?: boolean | undefined;
}

/** The feed or the site that published an item. */
export interface Publication {
  readonly name?: string | undefined;
  /** Whether it is the editor's own earlier site: then addresses of items become old addresses. */
  readonly isOwn: boolean;
}

/** One item of a source of any format. Texts are plain, dates are as written. */
export interface ImportedItem {
  /** The same on every reading, and of this item alone. */
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
  /** The original source, if the item names one. */
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly publication: Publication;
  /** Where it was published: an address, or a path from the root of its site. */
  readonly link?: string | undefined;
  /** Other old addresses: paths from the root of its site. */
  readonly aliases: readonly string[];
  /** Old addresses that cannot become redirects: https://old.example/?p=12 */
  readonly addresses?: readonly string[] | undefined;
  /** Its file in the source, of formats with a file for each item: 2019/most.md */
  readonly path?: string | undefined;
  /** The wanted last part of its address. */
  readonly slug?: string | undefined;
  /** From languages to the addresses of the same text in them. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  readonly draft: boolean;
  /** Whether it is a page about the site. */
  readonly isPage?: boolean | undefined;
  /** Whether it stays above newer ones. */
  readonly isPinned?: boolean | undefined;
  readonly image?: ImportedImage | undefined;
  /** A headline has none. */
  readonly body?: ImportedBody | undefined;
  /** The text of the body before codes of templates were changed in it. */
  readonly written?: string | undefined;
  /** What an article cannot hold. */
  readonly notes: readonly Note[];
}

/** The picture above the text. */
export interface ImportedImage {
  /** An address or a path, as written. */
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
}

/** Something that was changed or left out. Notes of one kind are counted together. */
export interface Note {
  readonly what: NoteName;
  /** A kind is counted by it: the name of a field, the reason of a picture. */
  readonly part?: string | undefined;
  /** The thing itself. */
  readonly detail?: string | undefined;
  /** The thing as the source has it, if that differs from the detail. */
  readonly written?: string | undefined;
  /** The field that it is about; its name is looked for in the source. */
  readonly field?: string | undefined;
  /** Of a note that stands for several things. */
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

/** A piece of a source, in its order. */
export type Reading = { readonly done: number } & (
  | { readonly kind: "item"; readonly item: ImportedItem }
  /** No news: a menu, a comment. */
  | { readonly kind: "skipped"; readonly place: Place; readonly note: Note }
  | { readonly kind: "problem"; readonly problem: Problem }
  /** About the source as a whole; it is no item. */
  | { readonly kind: "note"; readonly place: Place; readonly note: Note }
  /** About the site; it is no item. */
  | { readonly kind: "site"; readonly place: Place; readonly site: SiteFacts }
);

/** Options of readers. */
export interface ReadingOptions {
  /** Whether the source is somebody else's, and is named as such. */
  readonly isForeign: boolean;
  /** Keeps ids of this source, which are no addresses, apart from those of others. */
  readonly sourceName?: string | undefined;
  /** Of the site: a BCP 47 tag. */
  readonly language?: string | undefined;
}

/** A file of a source, decoded. */
export interface SourceText {
  readonly file: string;
  /** In the source, with «/»: 2019/most.md */
  readonly path: string;
  /** Line ends as \n, no byte order mark. */
  readonly text: string;
}

/** Reads one file of its format. */
export type Reader = (source: SourceText, options: ReadingOptions) => Iterable<Reading>;

export const EMPTY_ITEM = {
  authors: [],
  categories: [],
  tags: [],
  aliases: [],
  draft: false,
  publication: { isOwn: false },
  notes: [],
} as const;

/** @returns the host of an address, without «www.» */
export function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./, "") || undefined;
}
