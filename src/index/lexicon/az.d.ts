/** The part of Az.js, a port of pymorphy2 with the OpenCorpora dictionary, that the lexicon uses. */
declare module "az" {
  /** A finite automaton of bytes; node 0 is its root. */
  export interface Dawg {
    /** @returns the number that is kept with a text, or -1 */
    find(text: string): number;
    /** @returns the next node, or -1 */
    followByte(byte: number, node: number): number;
    /** All lists of numbers that are kept behind a node. */
    iterateAll(node: number): readonly (readonly number[])[];
  }

  /**
   * «words»: pairs of a paradigm and a form in it; «probs»: the same with a count in front; «int»:
   * one number for each text.
   */
  export type DawgFormat = "words" | "probs" | "int";

  interface DawgLoader {
    load(file: string, format: DawgFormat, callback: (error: unknown, dawg: Dawg) => void): void;
  }

  const Az: { readonly DAWG: DawgLoader };
  export default Az;
}
