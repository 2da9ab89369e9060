import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import { stemmer } from "@orama/stemmers/russian";
import { Index } from "flexsearch";
import lunr from "lunr";
import lunrRussian from "lunr-languages/lunr.ru";
import lunrStemmers from "lunr-languages/lunr.stemmer.support";
import MiniSearch from "minisearch";
import { fold, isStopWord, stem, words } from "../../../src/language/index.ts";
import { type EngineFactory, inMemory } from "./engine.ts";

/** Libraries that a static site could use instead, each at its best for Russian. */

const ANSWERS = 10_000;

/** Snowball stems, the stop words left out: the best that MiniSearch can be given. */
export const minisearch: EngineFactory = async (docs, { fuzzy }) => {
  const index = new MiniSearch({
    fields: ["text"],
    tokenize: (text) => words(text.toLowerCase()),
    processTerm: (term) => (isStopWord(term) ? null : fold(stem(term))),
    searchOptions: fuzzy ? { fuzzy: 0.2 } : {},
  });
  index.addAll(docs);
  return inMemory((query) => index.search(query).map(({ id }) => String(id)));
};

export const lunrEngine: EngineFactory = async (docs, { fuzzy }) => {
  lunrStemmers(lunr);
  lunrRussian(lunr);
  const { ru } = lunr as typeof lunr & { ru: lunr.Builder.Plugin };
  const index = lunr(function build(this: lunr.Builder) {
    this.use(ru);
    this.ref("id");
    this.field("text");
    for (const doc of docs) this.add(doc);
  });
  return inMemory((query) => {
    const hits = index.query((builder) => {
      for (const term of words(query.toLowerCase())) {
        builder.term(term, fuzzy && term.length > 4 ? { editDistance: 1 } : {});
      }
    });
    return hits.map(({ ref }) => ref);
  });
};

export const flexsearch: EngineFactory = async (docs) => {
  const index = new Index({ tokenize: "forward", encode: (text: string) => words(fold(text)) });
  for (const [number, { text }] of docs.entries()) index.add(number, text);
  return inMemory((query) => {
    const hits = index.search(query, { limit: ANSWERS, suggest: true }) as (string | number)[];
    return hits.map((number) => docs[Number(number)]?.id ?? "");
  });
};

export const orama: EngineFactory = async (docs, { fuzzy }) => {
  const database = create({
    schema: { text: "string" } as const,
    components: { tokenizer: { language: "russian", stemming: true, stemmer } },
  });
  await insertMultiple(
    database,
    docs.map(({ id, text }) => ({ id, text })),
  );
  return {
    search: async (term) => {
      const start = performance.now();
      const options = { term, limit: ANSWERS, threshold: 1, ...(fuzzy ? { tolerance: 1 } : {}) };
      const { hits } = await searchOrama(database, options);
      return { ids: hits.map(({ id }) => id), milliseconds: performance.now() - start };
    },
    kilobytes: () => 0,
    close: async () => undefined,
  };
};
