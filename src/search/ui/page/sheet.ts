import { say } from "../../../interface/say.ts";
import { button, element } from "../dom.ts";

/** From here on the filters stand beside the results (src/site/styles/search.css). */
const WIDE = "(width >= 56rem)";

/**
 * The filters where the screen has no room for them beside the results: a dialog over these. The browser keeps
 * the focus in it, closes it by Escape, and gives the focus back.
 */
export class Sheet {
  readonly #filters: HTMLElement;
  readonly #opener: HTMLButtonElement;
  readonly #home: HTMLElement | null;
  readonly #place = element("div", { class: "sheet-body" });
  readonly #show = button({ class: "sheet-show", attributes: { "aria-live": "polite" } }, () =>
    this.#dialog.close(),
  );
  readonly #dialog: HTMLDialogElement;

  /** @param filters which stand in the sheet while it is open, and where they were else */
  constructor(filters: HTMLElement, opener: HTMLButtonElement) {
    this.#filters = filters;
    this.#opener = opener;
    this.#home = filters.parentElement;
    this.#dialog = this.#makeDialog();
    this.tell(undefined);
    this.#home?.append(this.#dialog);
    matchMedia(WIDE).addEventListener("change", () => this.#dialog.close());
    opener.addEventListener("click", () => {
      this.#place.append(this.#filters);
      this.#dialog.showModal();
    });
  }

  /** Says how many filters are set, before anything is found. */
  announce(count: number): void {
    const text =
      count === 0 ? MESSAGES["search.filters"] : say(MESSAGES["search.filtersCount"], { count });
    this.#opener.textContent = text;
  }

  /** @param count how many results there are; nothing where it is not known */
  tell(count: number | undefined): void {
    this.#show.textContent = textFor(count);
  }

  #makeDialog(): HTMLDialogElement {
    const close = button({ class: "sheet-close", text: "×" }, () => this.#dialog.close());
    close.ariaLabel = MESSAGES["search.close"];
    const name = element("h2", { text: MESSAGES["search.filters"] });
    const head = element("div", { class: "sheet-head", children: [name, close] });
    const frame = element("div", { class: "sheet-frame" });
    frame.append(head, this.#place, this.#show);
    const dialog = element("dialog", { class: "sheet", children: [frame] });
    dialog.ariaLabel = MESSAGES["search.filters"];
    dialog.addEventListener("close", () => this.#home?.append(this.#filters));
    // The frame fills the dialog, so a press beside it is on the backdrop.
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog) dialog.close();
    });
    return dialog;
  }
}

function textFor(count: number | undefined): string {
  if (count === undefined) return MESSAGES["search.close"];
  return count === 0 ? MESSAGES["search.nothing"] : say(MESSAGES["search.show"], { count });
}
