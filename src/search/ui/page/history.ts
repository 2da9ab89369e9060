import { readState, type SearchState, writeState } from "../state.ts";

/** How many results are shown at first, and how many more at a time. */
export const STEP = 10;

const SCROLL_MS = 150;

/** What an entry of the history keeps beside its address. */
interface Kept {
  readonly shown: number;
  readonly scroll: number;
  /** Whether the query was still being typed: the next keys go on with the same entry. */
  readonly draft: boolean;
}

/** Where a reader is in the history. */
export interface Place {
  readonly state: SearchState;
  readonly shown: number;
  readonly scroll: number;
}

/** Each finished search is an entry of the browser's history, and so is the one being typed. */
export class SearchHistory {
  #kept: Kept = keptBy(history.state);
  #timer = 0;

  /** @param back is told when the reader goes back or forward */
  constructor(back: (place: Place) => void) {
    history.scrollRestoration = "manual";
    addEventListener("popstate", () => {
      clearTimeout(this.#timer);
      this.#kept = keptBy(history.state);
      back(this.place);
    });
    this.#watchScrolling();
  }

  get place(): Place {
    const state = readState(new URLSearchParams(location.search));
    return { state, shown: this.#kept.shown, scroll: this.#kept.scroll };
  }

  /** Keeps a search that is finished: an entry of its own, where it is another than the last one. */
  finish(state: SearchState): void {
    this.#keep({ draft: false });
    if (addressOf(state) !== location.pathname + location.search) this.#push(state, false);
  }

  /** Keeps what is being typed; the finished search before it stays where «back» leads. */
  draft(state: SearchState): void {
    if (this.#kept.draft || location.search === "") {
      this.#keep({ shown: STEP, draft: true }, addressOf(state));
    } else this.#push(state, true);
  }

  /** Keeps how many results are shown. */
  showing(shown: number): void {
    this.#keep({ shown });
  }

  #push(state: SearchState, draft: boolean): void {
    this.#keep({ scroll: Math.round(scrollY) });
    this.#kept = { shown: STEP, scroll: 0, draft };
    history.pushState(this.#kept, "", addressOf(state));
  }

  #keep(part: Partial<Kept>, address?: string): void {
    this.#kept = { ...this.#kept, ...part };
    history.replaceState(this.#kept, "", address);
  }

  /** Browsers refuse to be told at every pixel. */
  #watchScrolling(): void {
    const keep = (): void => {
      clearTimeout(this.#timer);
      this.#keep({ scroll: Math.round(scrollY) });
    };
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(keep, SCROLL_MS);
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("pagehide", keep);
  }
}

function addressOf(state: SearchState): string {
  const params = writeState(state).toString();
  return location.pathname + (params === "" ? "" : `?${params}`);
}

/** What another script or an older version of the page kept says nothing. */
function keptBy(kept: unknown): Kept {
  const { shown, scroll, draft } = (kept ?? {}) as Record<string, unknown>;
  return {
    shown: typeof shown === "number" && shown > 0 ? shown : STEP,
    scroll: typeof scroll === "number" ? scroll : 0,
    draft: draft === true,
  };
}
