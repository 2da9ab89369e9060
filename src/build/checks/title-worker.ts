import { endWithParent } from "../process.ts";
import { loadPublishedSearch, type PublishedSite } from "./published-search.ts";
import { type Outcome, searchTitle, type TitledPage } from "./title-search.ts";

/** What this process is asked, once. */
export interface TitleOrder {
  readonly site: PublishedSite;
  readonly pages: readonly TitledPage[];
}

/** What it answers: of each page in turn what came of it; or, and then no more, what went wrong. */
export type TitleAnswer = { readonly outcome: Outcome } | { readonly fault: string };

const tell = (answer: TitleAnswer): void => void process.send?.(answer);

endWithParent();

// To listen on keeps the process alive, as a page is: whoever has asked ends it.
process.on("message", async ({ site, pages }: TitleOrder) => {
  try {
    const search = await loadPublishedSearch(site);
    for (const page of pages) tell({ outcome: await searchTitle(search, page) });
  } catch (error) {
    tell({ fault: String(error) });
  }
});
