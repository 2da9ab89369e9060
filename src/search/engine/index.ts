/**
 * The site's search module, at /search/pagefind.js: a stand-in for Pagefind's own browser module
 * with the same exports, so that any interface written for Pagefind gets Russian search by a
 * changed bundle path. Pages in other languages keep Pagefind's own behaviour.
 */
import { Deployments } from "./deployments.ts";
import { Engine } from "./engine.ts";
import { openIndex, rootOf } from "./open-index.ts";
import {
  loadPagefind,
  type PagefindInstance,
  type RawResponse,
  type SearchOptions,
} from "./pagefind.ts";
import { headlinesOf, MOST_SUGGESTIONS, type Suggestions } from "./suggest.ts";

export type { FilterCounts, PageData, RawResponse, RawResult, SearchOptions } from "./pagefind.ts";
export type { SearchResponse } from "./response.ts";
export type { Suggestions } from "./suggest.ts";

/** The site, with its path prefix, seen from where the build puts this module. */
const ROOT = new URL("../", import.meta.url);

/** Where the build puts the index of a site in another language. */
const BUNDLE = new URL("pagefind/", ROOT).href;

/**
 * Russian pages need nothing of Pagefind. Browsers keep a failure under a module's address, so an
 * interface that tries again asks for this module by another query, and so does this for Pagefind's.
 */
const pagefind = isRussian()
  ? undefined
  : await loadPagefind(`${BUNDLE}pagefind.js${new URL(import.meta.url).search}`);

/** Pagefind's interface, with debounced search. */
export interface SearchInstance extends PagefindInstance {
  debouncedSearch(
    term: string,
    options?: SearchOptions,
    milliseconds?: number,
  ): Promise<RawResponse | null>;
  /**
   * Suggestions while a searcher types; not in Pagefind.
   *
   * @param most how many completions and how many headlines; 5 by default
   */
  suggest(term: string, most?: number): Promise<Suggestions>;
}

/**
 * An instance of its own, as Pagefind makes one.
 *
 * @param settings Pagefind's options; of a Russian site baseUrl alone has a meaning
 */
export function createInstance(settings: Settings = {}): SearchInstance {
  if (pagefind !== undefined) {
    const own = { basePath: BUNDLE, ...settings };
    return withDebounce(withoutCompletions(pagefind.createInstance(own)));
  }
  let base = settings.baseUrl ?? ROOT.pathname;
  const deployments = new Deployments((known) => openIndex(ROOT, base, known));
  const engine = new Engine(deployments);
  return withDebounce({
    destroy: async () => undefined,
    filters: () => deployments.filters(),
    init: async () => void (await deployments.index()),
    mergeIndex: async (path, own: Settings = {}) => {
      const root = rootOf(path);
      const isOwn = root.origin === location.origin;
      deployments.merge(await openIndex(root, own.baseUrl ?? (isOwn ? root.pathname : root.href)));
    },
    options: async (own: Settings) => {
      base = own.baseUrl ?? base;
    },
    preload: (term, own) => engine.preload(term, own),
    search: (term, options) =>
      term === null ? engine.browse(options) : engine.search(term, options),
    suggest: (term, most) => engine.suggest(term, most),
  });
}

/** The options of Pagefind that apply to a Russian site. */
interface Settings {
  /** The prefix of pages' addresses; the path of the site by default. */
  readonly baseUrl?: string;
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
