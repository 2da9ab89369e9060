import { endWithParent } from "../processes/process.ts";
import { loadPublishedSearch, type PublishedSite } from "./published-search.ts";
import { type Outcome, searchTitle, type TitledPage } from "./title-search.ts";

/** What this process is asked, once. */
export interface TitleOrder {
  readonly site: PublishedSite;
  readonly pages: readonly TitledPage[];
}

/** One answer for each page in turn, or a fault, which is the last answer. */
export type TitleAnswer = { readonly outcome: Outcome } | { readonly fault: string };

const tell = (answer: TitleAnswer): void => void process.send?.(answer);

endWithParent();

// The process lives while it listens; the one that asked ends it.
process.on("message", async ({ site, pages }: TitleOrder) => {
  try {
    const search = await loadPublishedSearch(site);
    for (const page of pages) tell({ outcome: await searchTitle(search, page) });
  } catch (error) {
    tell({ fault: String(error) });
  }
});
