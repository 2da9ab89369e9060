import { say } from "../../../interface/say.ts";
import { complaintOf } from "../complaint.ts";
import { button, element } from "../dom.ts";
import { nameOf } from "../load-engine.ts";
import { resultElement } from "../result.ts";
import type { Acts } from "./acts.ts";
import { type Found, loadPages } from "./find.ts";
import { STEP } from "./history.ts";
import { failure } from "./nothing.ts";

type ListActs = Pick<Acts, "showing" | "retry">;

/** The list of results, and the button that makes it longer. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #after: HTMLElement;
  readonly #acts: ListActs;
  #found: Found | undefined;
  #skeleton: HTMLElement | undefined;

  /**
   * @param after what stands behind the list
   * @param acts is told how many results are shown when there are more of them; searches once more
   */
  constructor(list: HTMLElement, after: HTMLElement, acts: ListActs) {
    this.#list = list;
    this.#after = after;
    this.#acts = acts;
  }

  draw(found: Found): void {
    this.#skeleton?.remove();
    this.#found = found;
    this.#list.replaceChildren(...this.#items(found.pages));
    this.#drawMore(found.pages.length);
  }

  clear(): void {
    this.#skeleton?.remove();
    this.#found = undefined;
    this.#list.replaceChildren();
    this.#after.replaceChildren();
  }

  /** Grey rows in place of the first results. */
  drawSkeleton(): void {
    const rows = Array.from({ length: STEP / 2 }, () => {
      const bars = ["title", "text", "text", "facts"].map((name) =>
        element("span", { class: `bar bar-${name}` }),
      );
      return element("div", { class: "result skeleton", children: bars });
    });
    this.clear();
    // A list of its own: what takes its place is new, and nothing is seen to move.
    this.#skeleton = element("div", { attributes: { "aria-hidden": "true" }, children: rows });
    this.#list.before(this.#skeleton);
  }

  get isEmpty(): boolean {
    return this.#list.childElementCount === 0;
  }

  #items(pages: Found["pages"]): HTMLElement[] {
    const { state, response } = this.#found ?? {};
    if (state === undefined) return [];
    return pages.map((page) => resultElement(page, state.topic, response?.stems));
  }

  #drawMore(shown: number): void {
    const rest = (this.#found?.results.length ?? 0) - shown;
    const more = button(
      { class: "more", text: say(MESSAGES["search.more"], { count: rest }) },
      () => this.#showMore(shown),
    );
    this.#after.replaceChildren(...(rest > 0 ? [more] : []));
  }

  async #showMore(shown: number): Promise<void> {
    const found = this.#found;
    const next = found?.results.slice(shown, shown + STEP) ?? [];
    this.#after.setAttribute("aria-busy", "true");
    const pages = await loadPages(next).catch((error: unknown) => ({ error }));
    this.#after.removeAttribute("aria-busy");
    // Another search has taken the list.
    if (found !== this.#found) return;
    if ("error" in pages) return this.#complain(pages.error);
    const items = this.#items(pages);
    this.#list.append(...items);
    items[0]?.querySelector("a")?.focus();
    this.#drawMore(shown + items.length);
    this.#acts.showing(shown + items.length);
  }

  /** A removed page does not load at a second press: the search has to be asked anew. */
  #complain(error: unknown): void {
    if (/^(?:Renewed|Outdated)Error$/.test(nameOf(error))) {
      const complaint = complaintOf(error, () => this.#acts.retry());
      this.#after.replaceChildren(failure(complaint));
      return;
    }
    if (this.#after.querySelector(".failure") !== null) return;
    const text = MESSAGES["search.moreFailed"];
    this.#after.append(element("p", { class: "failure", text, attributes: { role: "alert" } }));
  }
}
