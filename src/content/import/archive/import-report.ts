import type { Problem } from "../../problem.ts";
import type { Note, Place } from "../imported-item.ts";
import type { MapReport } from "./address-map.ts";

/** One thing of a group, where it stands and which one it is. */
export interface Mention {
  readonly place: Place;
  readonly detail?: string | undefined;
}

/** Things that are alike, counted together. */
export interface NoteGroup {
  /** In Russian. */
  readonly what: string;
  readonly count: number;
  readonly mentions: readonly Mention[];
}

/** What became of everything that a source holds: `read` is the sum of all the others. */
export interface SourceReport {
  /** Items: articles, headlines, drafts, pages, what is no news, what could not be read. */
  readonly read: number;
  /** Articles, by what was done. */
  readonly added: number;
  readonly updated: number;
  readonly known: number;
  /** Changed at the source since they were imported, and left as they are. */
  readonly changed: readonly Mention[];
  readonly headlines: { readonly added: number; readonly updated: number; readonly known: number };
  readonly images: number;
  /** The file of old addresses. */
  readonly addressMap?: MapReport | undefined;
  readonly skipped: readonly NoteGroup[];
  /** What was changed or left out inside of what was read. */
  readonly notes: readonly NoteGroup[];
  readonly problems: readonly Problem[];
}

/** Gathers what is alike, in the order in which it was first met. */
export class NoteGroups {
  readonly #groups = new Map<string, { count: number; mentions: Mention[] }>();

  add(place: Place, { what, detail, count = 1 }: Note): void {
    const group = this.#groups.get(what) ?? { count: 0, mentions: [] };
    this.#groups.set(what, group);
    group.count += count;
    group.mentions.push({ place, detail: detail === undefined ? undefined : ownCopy(detail) });
  }

  /** For an item that is looked at again: what was told of it is not told twice. */
  addOnce(place: Place, note: Note): void {
    const known = this.#groups.get(note.what)?.mentions ?? [];
    const isSame = (one: Mention): boolean =>
      one.detail === note.detail && one.place.file === place.file && one.place.line === place.line;
    if (!known.some(isSame)) this.add(place, note);
  }

  /** The most frequent first. */
  list(): NoteGroup[] {
    const groups = [...this.#groups].map(([what, group]) => ({ what, ...group }));
    return groups.sort((a, b) => b.count - a.count);
  }
}

/** A piece of a text keeps the whole of it in memory, and that may be the file of a source. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
