import type { Place } from "./imported-item.ts";

/** Tells the lines of places that are asked for from the beginning of a text to its end. */
export class Lines {
  readonly #file: string;
  readonly #text: string;
  #offset = 0;
  #line = 1;

  /** @param file the name that places carry; @param text line ends are \n */
  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  /** @param offset not before the one that was asked for last */
  at(offset: number): Place & { readonly line: number; readonly column: number } {
    for (;;) {
      const end = this.#text.indexOf("\n", this.#offset);
      if (end === -1 || end >= offset) break;
      this.#offset = end + 1;
      this.#line++;
    }
    return { file: this.#file, line: this.#line, column: offset - this.#offset + 1 };
  }
}
