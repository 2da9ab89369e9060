/** What the lexicon uses of Az.js, a port of pymorphy2 with the OpenCorpora dictionary. */
declare module "az" {
  export interface Parse {
    readonly word: string;
    /** How likely this reading is, beside the others of the same word. */
    readonly score: number;
    /** «Dictionary», or the name of the rule that guessed. */
    readonly parser: string;
    readonly paradigmIdx?: number;
    /** How many forms the word has. */
    readonly formCnt?: number;
    inflect(form: number): Parse | false;
    normalize(): Parse;
    toString(): string;
  }

  interface Morph {
    (word: string): Parse[];
    init(folder: string, callback: (error: unknown) => void): void;
  }

  const Az: { readonly Morph: Morph };
  export default Az;
}
