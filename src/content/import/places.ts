import type { Place } from "./imported-item.ts";

/** Tells offsets of a text as lines and columns, and back. */
export class TextPlaces {
  readonly file: string;
  readonly text: string;
  /** The offset of each line; made when it is first asked for. */
  #lines: readonly number[] | undefined;

  /** @param file the name that places carry; @param text line ends are \n */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** @returns the place of an offset, by halving */
  at(offset: number): Place & { readonly line: number; readonly column: number } {
    const starts = this.#starts();
    let [from, to] = [0, starts.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if ((starts[middle] ?? 0) <= offset) from = middle;
      else to = middle - 1;
    }
    return { file: this.file, line: from + 1, column: offset - (starts[from] ?? 0) + 1 };
  }

  offsetOf({ line = 1, column = 1 }: Place): number {
    return (this.#starts()[line - 1] ?? 0) + column - 1;
  }

  #starts(): readonly number[] {
    if (this.#lines !== undefined) return this.#lines;
    const starts = [0];
    const { text } = this;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
      starts.push(at + 1);
    this.#lines = starts;
    return starts;
  }
}
