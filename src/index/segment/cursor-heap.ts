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
    for (let at = from; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#isBefore(child, least)) least = child;
      if (least === at) return;
      const [a, b] = [this.#leaves[at], this.#leaves[least]];
      if (a === undefined || b === undefined) return;
      this.#leaves[at] = b;
      this.#leaves[least] = a;
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [own, other] = [this.#leaves[a]?.cursor.word, this.#leaves[b]?.cursor.word];
    return own !== undefined && other !== undefined && own < other;
  }
}
