import { parentPort, workerData } from "node:worker_threads";
import { loadPublishedSearch, type PublishedSite } from "./published-search.ts";
import { type Outcome, searchTitle, type TitledPage } from "./title-search.ts";

/** What this thread is started for. */
export interface TitleOrder {
  readonly site: PublishedSite;
  readonly pages: readonly TitledPage[];
}

/** One answer for each page in turn, or a fault, which is the last answer. */
export type TitleAnswer = { readonly outcome: Outcome } | { readonly fault: string };

const tell = (answer: TitleAnswer): void => parentPort?.postMessage(answer);

const { site, pages } = workerData as TitleOrder;
try {
  const search = await loadPublishedSearch(site);
  for (const page of pages) tell({ outcome: await searchTitle(search, page) });
} catch (error) {
  tell({ fault: String(error) });
}
