import type { LeafCursor } from "../leaf/leaf-file.ts";

/** A leaf that is merged with others. */
export interface MergedLeaf {
  readonly cursor: LeafCursor;
  /** From the number of a page in it to its slot. */
  readonly slots: Uint32Array;
}

/** Leaves in the order of the words that they stand at. */
export class MergingLeaves {
  /** The last one has the first word, for there a list is shortened at no cost. */
  readonly #leaves: MergedLeaf[] = [];

  constructor(leaves: readonly MergedLeaf[]) {
    for (const leaf of leaves) this.#put(leaf);
  }

  get first(): MergedLeaf | undefined {
    return this.#leaves.at(-1);
  }

  /** Has the first leaf go to its next word. */
  next(): void {
    const leaf = this.#leaves.pop();
    leaf?.cursor.next();
    if (leaf !== undefined) this.#put(leaf);
  }

  /** Behind all with later words (binary search); a leaf without further words is left out. */
  #put(leaf: MergedLeaf): void {
    const { word } = leaf.cursor;
    if (word === undefined) return;
    let [low, high] = [0, this.#leaves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#leaves[middle]?.cursor.word ?? "") > word) low = middle + 1;
      else high = middle;
    }
    this.#leaves.splice(low, 0, leaf);
  }
}
