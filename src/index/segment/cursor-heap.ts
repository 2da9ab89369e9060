import type { LeafCursor } from "../leaf/leaf-file.ts";

/** A leaf that is merged with others. */
export interface MergedLeaf {
  readonly cursor: LeafCursor;
  /** From the number of a page in it to its slot. */
  readonly slots: Uint32Array;
}

/** Leaves by the words that they stand at: the first in the order of words is at hand (a binary heap). */
export class CursorHeap {
  readonly #leaves: MergedLeaf[];

  constructor(leaves: readonly MergedLeaf[]) {
    this.#leaves = leaves.filter(({ cursor }) => cursor.word !== undefined);
    for (let at = this.#leaves.length >> 1; at >= 0; at--) this.#sink(at);
  }

  get first(): MergedLeaf | undefined {
    return this.#leaves[0];
  }

  /** The first word of all leaves; nothing behind the last one. */
  get word(): string | undefined {
    return this.first?.cursor.word;
  }

  /** Has the first leaf go to its next word. */
  next(): void {
    this.first?.cursor.next();
    if (this.word === undefined) {
      const last = this.#leaves.pop();
      if (last === undefined || this.#leaves.length === 0) return;
      this.#leaves[0] = last;
    }
    this.#sink(0);
  }

  #sink(from: number): void {
    const sinking = this.#leaves[from];
    if (sinking === undefined) return;
    let at = from;
    for (let child = this.#lesserChild(at); child !== undefined; child = this.#lesserChild(at)) {
      const other = this.#leaves[child];
      if (other === undefined || !isBefore(other, sinking)) break;
      this.#leaves[at] = other;
      at = child;
    }
    this.#leaves[at] = sinking;
  }

  #lesserChild(at: number): number | undefined {
    const [left, right] = [this.#leaves[2 * at + 1], this.#leaves[2 * at + 2]];
    if (left === undefined) return undefined;
    return right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
  }
}

function isBefore({ cursor: a }: MergedLeaf, { cursor: b }: MergedLeaf): boolean {
  return (a.word ?? "") < (b.word ?? "");
}
