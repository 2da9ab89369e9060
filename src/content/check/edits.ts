import type { Position } from "../model/position.ts";

/** A replacement of a piece of a text, by offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits in order, none over another */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let done = "";
  let at = 0;
  for (const { start, end, text } of edits) {
    done += source.slice(at, start) + text;
    at = end;
  }
  return done + source.slice(at);
}

/** @returns edits in the order of the text, without those over another */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return sorted.filter((edit, index) => edit.start >= (sorted[index - 1]?.end ?? 0));
}

/** Tells the lines of a text from its offsets and back, both counted as editors do. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(source: string) {
    this.#length = source.length;
    for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  /** @param line from 1; @returns where it starts; behind the last line, the end of the text */
  offsetOf(line: number): number {
    return this.#starts[line - 1] ?? this.#length;
  }

  positionOf(offset: number): Position {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
