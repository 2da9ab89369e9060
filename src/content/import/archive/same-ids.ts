import { digest } from "../formats/source-id.ts";
import type { ImportedItem } from "../imported-item.ts";
import { printOf, type SourceMark } from "./source-mark.ts";

/** What the items of a file that have one id are known by. */
interface Namesakes {
  /** From prints to ids: an item that is there twice is one. */
  readonly byPrint: Map<string, string>;
  /** Every id that one of them may have been given. */
  readonly names: Set<string>;
}

/** What is known of the articles that items became. */
export interface KnownPrints {
  find(id: string): Pick<SourceMark, "print"> | undefined;
}

/** Tells apart the items of one file to which their source gave one id: none may overwrite another. */
export class SameIds {
  readonly #met = new Map<string, Namesakes>();
  readonly #known: KnownPrints;

  constructor(known: KnownPrints) {
    this.#known = known;
  }

  /** @returns the item with an id that no other item of the file has */
  apart(item: ImportedItem): ImportedItem {
    const { sourceId } = item;
    const met = this.#met.get(sourceId) ?? { byPrint: new Map(), names: new Set() };
    this.#met.set(sourceId, met);
    const print = printOf(item);
    const id = met.byPrint.get(print) ?? this.#idOf(item, print, met);
    met.byPrint.set(print, id);
    return id === sourceId ? item : { ...item, sourceId: id };
  }

  #idOf(item: ImportedItem, print: string, { byPrint, names }: Namesakes): string {
    const own = namesOf(item, print);
    const taken = new Set(byPrint.values());
    // Its namesake may be gone from the file since the two were told apart.
    const known = own.findLast((name) => this.#known.find(name) !== undefined && !taken.has(name));
    const free = own.find((name) => !names.has(name)) ?? `${item.sourceId} ~${print}`;
    for (const name of own) names.add(name);
    if (known !== undefined) return known;
    const isFirst = byPrint.size === 0 || this.#known.find(item.sourceId)?.print === print;
    return isFirst && !taken.has(item.sourceId) ? item.sourceId : free;
  }
}

/** By its address, its title, all that it says: what changes least comes first. */
function namesOf({ sourceId, link, title }: ImportedItem, print: string): string[] {
  const marks = [link, title].filter((mark) => mark !== undefined).map(digest);
  return [...marks, print].map((mark) => `${sourceId} ~${mark}`);
}
