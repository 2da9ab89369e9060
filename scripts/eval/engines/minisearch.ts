import MiniSearch from "minisearch";
import { fold, isStopWord, stem, words } from "../../../src/language/index.ts";
import type { EngineFactory } from "./engine.ts";

/**
 * The best library that a static site could use instead: in memory, by Snowball stems, the stop words left
 * out, which is the best that it can be given.
 */
export const minisearch: EngineFactory = async (docs, { fuzzy }) => {
  const index = new MiniSearch({
    fields: ["text"],
    tokenize: (text) => words(text.toLowerCase()),
    processTerm: (term) => (isStopWord(term) ? null : fold(stem(term))),
    searchOptions: fuzzy ? { fuzzy: 0.2 } : {},
  });
  index.addAll(docs);
  return {
    search: async (query) => {
      const start = performance.now();
      const ids = index.search(query).map(({ id }) => String(id));
      return { ids, milliseconds: performance.now() - start };
    },
    kilobytes: () => 0,
    close: async () => undefined,
  };
};
