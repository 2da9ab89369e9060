import type { Doc } from "../data.ts";

/** What one search yields. */
export interface Answer {
  /** Ids of pages, the best first. */
  readonly ids: readonly string[];
  readonly milliseconds: number;
  /** What words of the query were taken for; none where the engine tells nothing of it. */
  readonly taken?: readonly string[];
  /** Another query that the searcher is asked about. */
  readonly asked?: string | undefined;
}

/** An index over a collection, ready to be asked. */
export interface SearchEngine {
  search(query: string): Promise<Answer>;
  /** Kilobytes moved over the network so far, the code included; 0 where all lies in memory. */
  kilobytes(): number;
  close(): Promise<void>;
}

/** How a query is meant; engines that know slips are told to expect them. */
interface EngineSettings {
  readonly fuzzy: boolean;
}

export type EngineFactory = (
  docs: readonly Doc[],
  settings: EngineSettings,
) => Promise<SearchEngine>;
