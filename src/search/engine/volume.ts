import type { HomonymPages } from "../../language/index.ts";
import { Facets } from "./facets.ts";
import { Lexicon } from "./lexicon.ts";
import type { PagefindInstance } from "./pagefind.ts";
import { askPagefind, exactRanking, type Postings } from "./postings.ts";

/** A part of an archive with an index and a lexicon of its own. */
export class Volume {
  readonly lexicon: Lexicon;
  readonly pagefind: PagefindInstance;
  readonly facets: Facets;
  readonly #asked = new Map<string, Promise<Postings>>();

  private constructor(pagefind: PagefindInstance, lexicon: Lexicon) {
    this.pagefind = pagefind;
    this.lexicon = lexicon;
    this.facets = new Facets(pagefind, lexicon);
  }

  /**
   * @param pagefind an instance of its own, whose ranking is set here
   * @param lexiconFolder the address of the lexicon, with a slash at its end
   * @throws LexiconError where it does not arrive
   */
  static async open(pagefind: PagefindInstance, lexiconFolder: string): Promise<Volume> {
    const lexicon = await Lexicon.load(lexiconFolder);
    await pagefind.options({ ranking: exactRanking(lexicon.manifest.meta) });
    return new Volume(pagefind, lexicon);
  }

  /**
   * @param word a folded word that the volume holds
   * @param homonyms lines of the lexicon, of which a page must be meant by any; none for all pages
   * @throws LexiconError, MissingIndexError where a part of the index does not arrive
   */
  async postings(word: string, homonyms: readonly string[]): Promise<Postings> {
    const [postings, lists] = await Promise.all([
      this.#ask(word),
      Promise.all(homonyms.map((line) => this.lexicon.homonyms(line))),
    ]);
    return onlyMeant(postings, lists);
  }

  /** Answers are kept: while a searcher types, most of the words stay the same. */
  #ask(word: string): Promise<Postings> {
    const known = this.#asked.get(word);
    if (known !== undefined) return known;
    const asking = askPagefind(this.pagefind, word, this.lexicon.manifest.pages);
    this.#asked.set(word, asking);
    asking.catch(() => this.#asked.delete(word));
    return asking;
  }
}

/** Without the pages that hold only other words of the same Pagefind stem. */
function onlyMeant(postings: Postings, lists: readonly HomonymPages[]): Postings {
  // Where Pagefind counts other pages than the lexicon did, no bit can be told to be a page's.
  if (lists.length === 0 || lists.some(({ count }) => count !== postings.size)) return postings;
  const ids = [...postings.keys()].sort();
  const meant = new Set(ids.filter((_, index) => lists.some((list) => list.meant[index])));
  return new Map([...postings].filter(([id]) => meant.has(id)));
}
