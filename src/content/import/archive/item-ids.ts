import type { ImportedItem } from "../imported-item.ts";
import { type KnownPrints, SameIds } from "./same-ids.ts";
import { printOf } from "./source-mark.ts";

/** Gives the next item of a file the id that no other one has. */
export type Settle = (item: ImportedItem) => ImportedItem;

/**
 * The ids of the items of an import. They are settled when the sources are read for addresses, and the
 * later readings take them from here: what is written meanwhile must not change which item is which.
 */
export class ItemIds {
  readonly #known: KnownPrints;
  /** Of all items that were looked at. */
  readonly #seen = new Map<string, { readonly print: string }>();
  /** By files and numbers in them: only those that differ from what the source says. */
  readonly #changed = new Map<string, string>();

  constructor(known: KnownPrints) {
    this.#known = known;
  }

  /** For the first reading of a file. */
  settling(file: string): Settle {
    const same = new SameIds({ find: (id) => this.#seen.get(id) ?? this.#known.find(id) });
    let number = 0;
    return (given) => {
      const item = same.apart(given);
      this.#seen.set(item.sourceId, { print: printOf(given) });
      if (item !== given) this.#changed.set(keyOf(file, number), item.sourceId);
      number++;
      return item;
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
}

function keyOf(file: string, number: number): string {
  return `${number} ${file}`;
}
