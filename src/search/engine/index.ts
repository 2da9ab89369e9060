/**
 * The site's search module, at /search/pagefind.js: a stand-in for Pagefind's own browser module
 * with the same exports, so that any interface written for Pagefind gets Russian search by a
 * changed bundle path. Pages in other languages keep Pagefind's own behaviour.
 */
import { SHELF_FORMAT, type ShelfManifest, type ShelfVolume } from "../../language/index.ts";
import { fetchWhole } from "./arrival.ts";
import { Engine } from "./engine.ts";
import { OutdatedError } from "./errors.ts";
import { Lexicon } from "./lexicon.ts";
import {
  loadPagefind,
  type PagefindInstance,
  type RawResponse,
  type SearchOptions,
} from "./pagefind.ts";
import { Pieces } from "./pieces.ts";
import { exactRanking, lengthNormalisation } from "./postings.ts";
import { Shards } from "./shards.ts";
import { Shelf } from "./shelf.ts";
import { headlinesOf, MOST_SUGGESTIONS, type Suggestions } from "./suggest.ts";
import { Volume } from "./volume.ts";

export type { FilterCounts, PageData, RawResponse, RawResult, SearchOptions } from "./pagefind.ts";
export type { SearchResponse } from "./response.ts";
export type { Suggestions } from "./suggest.ts";

/** Where the build puts the index and the lexicon, seen from where it puts this module. */
const BUNDLE = new URL("../pagefind/", import.meta.url).href;
const LEXICON = new URL("./lexicon/", import.meta.url).href;

/**
 * Browsers keep a failure under a module's address, so an interface that tries again asks for this
 * module by another query, and so does this for Pagefind's.
 */
const pagefind = await loadPagefind(`${BUNDLE}pagefind.js${new URL(import.meta.url).search}`);

/** What an interface gets: Pagefind's instance, with debounced search. */
export interface SearchInstance extends PagefindInstance {
  debouncedSearch(
    term: string,
    options?: SearchOptions,
    milliseconds?: number,
  ): Promise<RawResponse | null>;
  /**
   * What may be offered while a searcher types; not in Pagefind.
   *
   * @param most how many completions and how many headlines; 5 by default
   */
  suggest(term: string, most?: number): Promise<Suggestions>;
}

/**
 * An instance of its own, as Pagefind makes one.
 *
 * @param settings Pagefind's options; its ranking is the engine's own
 */
export function createInstance(settings: object = {}): SearchInstance {
  if (!isRussian()) {
    const own = { basePath: BUNDLE, ...settings };
    return withDebounce(withoutCompletions(pagefind.createInstance(own)));
  }
  const engine = new Engine((known) => openShelf(BUNDLE, LEXICON, settings, known));
  const forEach = async (act: (volume: Volume) => Promise<void>): Promise<void> => {
    const { volumes } = await engine.shelf();
    await Promise.all(volumes.map(act));
  };
  return withDebounce({
    destroy: () => forEach((volume) => volume.destroy()),
    filters: () => engine.filters(),
    init: async () => void (await engine.shelf()),
    mergeIndex: async (path, options) => {
      const { bundle, lexicon } = foldersOf(path);
      engine.merge(await openShelf(bundle, lexicon, { ...settings, ...options }));
    },
    options: (options) => forEach((volume) => volume.options(options)),
    preload: (term) => engine.preload(term),
    search: (term, options) =>
      term === null ? engine.browse(options) : engine.search(term, options),
    suggest: (term, most) => engine.suggest(term, most),
  });
}

/**
 * Its manifest is all that has a name that stays when its site is deployed anew: what it names is all
 * of one deployment.
 *
 * @param settings Pagefind's
 * @param known the shelf that was opened before, which is returned where it is still the same
 * @throws OutdatedError where it is of another form than this module can read
 */
async function openShelf(
  bundle: string,
  lexicon: string,
  settings: object,
  known?: Shelf,
): Promise<Shelf> {
  const { text, manifest } = await fetchWhole(
    `${lexicon}shelf.json`,
    async (response) => {
      const own = await response.text();
      return { text: own, manifest: JSON.parse(own) as ShelfManifest };
    },
    "no-cache",
  );
  if (known?.source === text) return known;
  if (manifest.format !== SHELF_FORMAT) throw new OutdatedError(`${lexicon} has another format`);
  // Whole posting lists come back from every question: carrying them out of a worker takes longer
  // than finding them, and much of that on this thread.
  const own = { ...settings, noWorker: true };
  const average = averageLength(manifest.volumes);
  const volumes = new Map(
    manifest.volumes.map((facts) => {
      const normalisation = lengthNormalisation(facts.averageLength, average);
      const ranking = exactRanking(manifest.meta, normalisation);
      const create = (later: object): PagefindInstance =>
        pagefind.createInstance({ ...own, ...later, basePath: pieces.folder });
      const shards = new Shards(lexicon, facts.folder);
      const pieces = new Pieces(bundle + facts.bundle, facts.entry, shards);
      return [facts.name, new Volume(facts, ranking, create, shards, pieces)];
    }),
  );
  const lexicons = manifest.lexicons.map((words) => {
    const holding = words.volumes.map((name) => volumes.get(name));
    return new Lexicon(words, holding, new Shards(lexicon, words.folder));
  });
  return new Shelf([...volumes.values()], lexicons, text);
}

/** How many words a page of any of the volumes has. */
function averageLength(volumes: readonly ShelfVolume[]): number {
  const words = volumes.reduce((sum, volume) => sum + volume.pages * volume.averageLength, 0);
  return words / volumes.reduce((sum, { pages }) => sum + pages, 0);
}

/**
 * Where another site keeps its index and its lexicon.
 *
 * @param path the bundle that it is searched by: /other/search/, or Pagefind's own /other/pagefind/
 */
function foldersOf(path: string): { bundle: string; lexicon: string } {
  const folder = new URL(path.endsWith("/") ? path : `${path}/`, document.baseURI);
  return {
    bundle: new URL("../pagefind/", folder).href,
    lexicon: new URL("../search/lexicon/", folder).href,
  };
}

function isRussian(): boolean {
  const language = globalThis.document?.documentElement.lang ?? "";
  return language === "" || /^ru\b/i.test(language);
}

const DEBOUNCE_MS = 300;

/** Pages in other languages keep Pagefind's own search, which knows no words to offer. */
function withoutCompletions(instance: PagefindInstance): Omit<SearchInstance, "debouncedSearch"> {
  return {
    ...instance,
    suggest: async (term, most = MOST_SUGGESTIONS) => {
      const response = await instance.search(term);
      return { completions: [], headlines: await headlinesOf(response, most) };
    },
  };
}

/** Of searches that follow each other fast only the last one is answered. */
function withDebounce(instance: Omit<SearchInstance, "debouncedSearch">): SearchInstance {
  let latest = 0;
  return {
    ...instance,
    debouncedSearch: async (term, options, milliseconds = DEBOUNCE_MS) => {
      const own = ++latest;
      void instance.preload(term, options).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      if (own !== latest) return null;
      const response = await instance.search(term, options);
      return own === latest ? response : null;
    },
  };
}

let shared: SearchInstance | undefined;

/** The instance behind the module's own functions, made when one of them is first called. */
function primary(): SearchInstance {
  shared ??= createInstance();
  return shared;
}

export const init = (): Promise<void> => primary().init();
export const options = (settings: object): Promise<void> => primary().options(settings);
export const filters = () => primary().filters();
export const search = (term: string | null, settings?: SearchOptions) =>
  primary().search(term, settings);
export const debouncedSearch = (term: string, settings?: SearchOptions, milliseconds?: number) =>
  primary().debouncedSearch(term, settings, milliseconds);
export const suggest = (term: string, most?: number) => primary().suggest(term, most);
export const preload = (term: string, settings?: object) => primary().preload(term, settings);
export const mergeIndex = (path: string, settings?: object) => primary().mergeIndex(path, settings);
export const destroy = async (): Promise<void> => {
  await shared?.destroy();
  shared = undefined;
};
