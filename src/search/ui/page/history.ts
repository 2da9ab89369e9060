import { readState, type SearchState, writeState } from "../state.ts";

/** How many results are shown at first, and how many more at a time. */
export const STEP = 10;

const SCROLL_MS = 150;

/** Longer than between keys: a change of the address takes as long as painting an answer. */
const DRAFT_MS = 300;

/** The state of a history entry, besides its address. */
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
  /** The search that is being typed, not in the history yet. */
  #draft: SearchState | undefined;
  #drafting = 0;

  /** Whether the page has a filter of days; without it days in an address are ignored. */
  readonly #hasDates: boolean;

  /** @param back is told when the reader goes back or forward */
  constructor(hasDates: boolean, back: (place: Place) => void) {
    this.#hasDates = hasDates;
    history.scrollRestoration = "manual";
    addEventListener("popstate", () => {
      clearTimeout(this.#timer);
      this.#takeDraft();
      this.#kept = keptBy(history.state);
      back(this.place);
    });
    this.#watchScrolling();
  }

  get place(): Place {
    const { from, to, ...undated } = readState(new URLSearchParams(location.search));
    const state = this.#hasDates ? { ...undated, from, to } : undated;
    return { state, shown: this.#kept.shown, scroll: this.#kept.scroll };
  }

  /** Keeps a finished search as an entry of its own, unless it equals the last one. */
  finish(state: SearchState): void {
    this.#keepDraft();
    this.#keep({ draft: false });
    if (addressOf(state) !== location.pathname + location.search) this.#push(state, false);
  }

  /**
   * Keeps the search that is being typed, so that «back» leads to the finished one before it. The address
   * follows when typing pauses.
   */
  draft(state: SearchState): void {
    if (!this.#isDraft) {
      this.#push(state, true);
      return;
    }
    this.#draft = state;
    clearTimeout(this.#drafting);
    this.#drafting = setTimeout(() => this.#keepDraft(), DRAFT_MS);
  }

  /** Whether the current entry is of the search that is being typed. */
  get #isDraft(): boolean {
    return this.#kept.draft || location.search === "";
  }

  /** Keeps how many results are shown. */
  showing(shown: number): void {
    this.#keepDraft();
    this.#keep({ shown });
  }

  #keepDraft(): void {
    const state = this.#takeDraft();
    if (state !== undefined) this.#keep({ shown: STEP, draft: true }, addressOf(state));
  }

  #takeDraft(): SearchState | undefined {
    const draft = this.#draft;
    clearTimeout(this.#drafting);
    this.#draft = undefined;
    return draft;
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
    addEventListener("pagehide", () => {
      this.#keepDraft();
      keep();
    });
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
