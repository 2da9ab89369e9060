import { digest } from "../formats/source-id.ts";
import type { ImportedItem } from "../imported-item.ts";
import { printOf, type SourceMark } from "./source-mark.ts";

/** Gives the next item of a file an id that no other item has. */
export type Settle = (item: ImportedItem) => ImportedItem;

/** The articles that items became earlier. */
interface KnownPrints {
  find(id: string): Pick<SourceMark, "print"> | undefined;
}

/** The items of a file to which their source gave one id. */
interface Namesakes {
  /** From prints to ids: an item that is there twice is one. */
  readonly byPrint: Map<string, string>;
  /** Every id that one of them may have been given. */
  readonly names: Set<string>;
}

/**
 * Tells items apart that have one id in their source, so that none overwrites another. The first reading
 * of the sources settles the ids, and the later ones take them from here: articles that are written
 * meanwhile must not change which item is which.
 */
export class ItemIds {
  readonly #known: KnownPrints;
  /** Of all items that were read. */
  readonly #seen = new Map<string, { readonly print: string }>();
  /** By files and numbers in them: only those that differ from what the source says. */
  readonly #changed = new Map<string, string>();

  constructor(known: KnownPrints) {
    this.#known = known;
  }

  /** For the first reading of a file. */
  settling(file: string): Settle {
    const met = new Map<string, Namesakes>();
    let number = 0;
    return (given) => {
      const same = met.get(given.sourceId) ?? { byPrint: new Map(), names: new Set() };
      met.set(given.sourceId, same);
      const print = printOf(given);
      const sourceId = same.byPrint.get(print) ?? this.#idOf(given, print, same);
      same.byPrint.set(print, sourceId);
      this.#seen.set(sourceId, { print });
      if (sourceId !== given.sourceId) this.#changed.set(keyOf(file, number), sourceId);
      number++;
      return { ...given, sourceId };
    };
  }

  /** For every later one. */
  settled(file: string): Settle {
    let number = 0;
    return (given) => {
      const sourceId = this.#changed.get(keyOf(file, number++));
      return sourceId === undefined ? given : { ...given, sourceId };
    };
  }

  #idOf(item: ImportedItem, print: string, { byPrint, names }: Namesakes): string {
    const own = namesOf(item, print);
    const taken = new Set(byPrint.values());
    // A namesake may have left the file since the two were told apart.
    const known = own.findLast((name) => this.#find(name) !== undefined && !taken.has(name));
    const free = own.find((name) => !names.has(name)) ?? `${item.sourceId} ~${print}`;
    for (const name of own) names.add(name);
    if (known !== undefined) return known;
    const isFirst = byPrint.size === 0 || this.#find(item.sourceId)?.print === print;
    return isFirst && !taken.has(item.sourceId) ? item.sourceId : free;
  }

  #find(id: string): Pick<SourceMark, "print"> | undefined {
    return this.#seen.get(id) ?? this.#known.find(id);
  }
}

function keyOf(file: string, number: number): string {
  return `${number} ${file}`;
}

/** By the address, the title, the whole item: what changes least comes first. */
function namesOf({ sourceId, link, title }: ImportedItem, print: string): string[] {
  const marks = [link, title].filter((mark) => mark !== undefined).map((mark) => digest(mark));
  return [...marks, print].map((mark) => `${sourceId} ~${mark}`);
}
