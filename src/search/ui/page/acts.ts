import type { SearchState } from "../state.ts";

/** Actions of a reader on the page. */
export interface Acts {
  /** Searches for another state. */
  choose(state: SearchState): void;
  /** Changes a part of the state. */
  change(part: Partial<SearchState>): void;
  /** Shows more results. */
  showing(shown: number): void;
  retry(): void;
}
