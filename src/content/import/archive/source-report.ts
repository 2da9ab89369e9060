import type { Problem } from "../../model/problem.ts";
import type { ArticleSummary } from "../../model/types.ts";
import type { Note, Place, SiteFacts } from "../imported-item.ts";
import { type Harm, NOTE_KINDS, type NoteName } from "../note-kinds.ts";
import type { MapReport } from "./address-map.ts";

/** One thing of a group, with its place. */
export interface Mention {
  readonly place: Place;
  readonly part?: string | undefined;
  readonly detail?: string | undefined;
}

/** Notes of one kind. */
export interface NoteGroup {
  readonly what: NoteName;
  readonly harm: Harm;
  /** In Russian. */
  readonly mend?: string | undefined;
  readonly count: number;
  /** By names of fields or reasons, the most frequent first. */
  readonly parts: readonly { readonly name: string; readonly count: number }[];
  /** No more than MOST_MENTIONS. */
  readonly mentions: readonly Mention[];
}

/** What became of a source: `read` is the sum of all the others. */
export interface SourceReport {
  /** Items of any kind, also those that were skipped or could not be read. */
  readonly read: number;
  /** Articles. */
  readonly added: number;
  readonly updated: number;
  readonly known: number;
  /** Changed at the source since they were imported, and left as they are. */
  readonly changed: readonly Mention[];
  readonly headlines: { readonly added: number; readonly updated: number; readonly known: number };
  readonly images: number;
  /** Sections of the newspaper that were added. */
  readonly sections: number;
  /** What the source says of its site. */
  readonly site: SiteFacts;
  /** Of a trial: the newest articles, as a build would read them. */
  readonly newest?: readonly ArticleSummary[] | undefined;
  /** The file of old addresses. */
  readonly addressMap?: MapReport | undefined;
  readonly skipped: readonly NoteGroup[];
  /** About items that were read. */
  readonly notes: readonly NoteGroup[];
  readonly problems: readonly Problem[];
}

/** Of one kind: they are kept in memory, and no editor goes through more. */
const MOST_MENTIONS = 20_000;

interface Gathered {
  count: number;
  readonly parts: Map<string, number>;
  readonly mentions: Mention[];
}

function emptyGroup(): Gathered {
  return { count: 0, parts: new Map(), mentions: [] };
}

/** Gathers notes by kinds, in the order of their first notes. */
export class NoteGroups {
  readonly #groups = new Map<NoteName, Gathered>();

  add(place: Place, { what, part, detail, count = 1 }: Note): void {
    const group = this.#groups.get(what) ?? emptyGroup();
    this.#groups.set(what, group);
    group.count += count;
    if (part !== undefined) group.parts.set(part, (group.parts.get(part) ?? 0) + count);
    if (group.mentions.length < MOST_MENTIONS)
      group.mentions.push({ place, part: ownCopy(part), detail: ownCopy(detail) });
  }

  /** For an item that is written again: no note is told twice. */
  addOnce(place: Place, note: Note): void {
    const known = this.#groups.get(note.what)?.mentions ?? [];
    const isSame = (one: Mention): boolean =>
      one.detail === note.detail &&
      one.place.file === place.file &&
      one.place.line === place.line &&
      one.place.column === place.column;
    if (!known.some(isSame)) this.add(place, note);
  }

  /** The most frequent first. */
  list(): NoteGroup[] {
    const groups = [...this.#groups].map(([what, { count, parts, mentions }]): NoteGroup => {
      const named = [...parts].map(([name, count]) => ({ name, count }));
      return { what, ...NOTE_KINDS[what], count, parts: named.sort(byCount), mentions };
    });
    return groups.sort(byCount);
  }
}

function byCount(a: { readonly count: number }, b: { readonly count: number }): number {
  return b.count - a.count;
}

/** V8 keeps the whole of a text for a slice of it, and that may be the file of a source. */
function ownCopy(text: string | undefined): string | undefined {
  return text === undefined ? undefined : Buffer.from(text).toString();
}
