/** What the search page uses of Pagefind's Component UI, which sets a global when it loads. */

/** One result, as the interface hands it to a template. */
export interface ResultData {
  readonly url: string;
  /** HTML: everything escaped but `mark`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

export interface SearchInstance {
  setTranslations(translations: Readonly<Record<string, string>>): void;
  triggerSearch(term: string): void;
  on(event: "search", listener: (term: string) => void): void;
}

interface ComponentUi {
  getInstanceManager(): { getInstance(name: string): SearchInstance };
}

/** The `pagefind-results` element. */
export interface ResultsElement extends HTMLElement {
  resultTemplate: ((result: ResultData) => Element) | null;
}

declare global {
  interface Window {
    readonly PagefindComponents?: ComponentUi;
  }
}

/**
 * The search that the page's elements share.
 *
 * @throws Error where Component UI has not loaded
 */
export function searchInstance(): SearchInstance {
  const ui = window.PagefindComponents;
  if (ui === undefined) throw new Error("Pagefind's Component UI has not loaded");
  return ui.getInstanceManager().getInstance("default");
}
