import { Asking } from "../asking.ts";
import { complaintOf, lateness } from "../complaint.ts";
import { element } from "../dom.ts";
import { loadEngine } from "../load-engine.ts";
import { finishSearch, forgetSearches } from "../recent.ts";
import { loadStyles } from "../styles.ts";
import { answerTo, type BoxAnswer } from "./answer.ts";
import { onBoxKey } from "./keys.ts";
import { Panel, type View } from "./panel.ts";
import { answerView, errorView, recentView } from "./views.ts";

/** Written by the build: where the box's styles lie beside the scripts (src/build/tasks/assets.ts). */
declare const BOX_STYLES: string;

/** One letter says too little to be answered. */
const SHORTEST = 2;

/** Announcements wait until typing pauses. */
const QUIET_MS = 600;

/**
 * Makes the field of a form offer results while somebody types.
 *
 * @param form that leads to the search page
 */
export async function openBox(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>("input[name=q]");
  if (field === null) return;
  // A failed file is fetched again by the first query.
  loadEngine()
    .then((engine) => engine.preload(""))
    .catch(() => undefined);
  await loadStyles(BOX_STYLES);
  new Box(form, field).start();
}

/** The content of the panel. */
type Shown = BoxAnswer | "recent" | "error";

class Box {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLInputElement;
  readonly #panel: Panel;
  readonly #status = element("p", { class: "visually-hidden", attributes: { role: "status" } });
  readonly #asking = new Asking(
    answerTo,
    () => this.#wait(),
    () => this.#late(),
  );
  /** Whether the reader wants to see the panel: not after Escape, not from elsewhere. */
  #wanted = false;
  #shown: Shown | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, field: HTMLInputElement) {
    this.#form = form;
    this.#field = field;
    this.#panel = new Panel(field);
    form.append(this.#status);
  }

  /** Starts listening; a query typed before is answered at once. */
  start(): void {
    const { element: panel } = this.#panel;
    const show = (): void => this.show();
    this.#field.addEventListener("input", () => this.#type());
    this.#field.addEventListener("focus", show);
    this.#field.addEventListener("click", show);
    this.#field.addEventListener("keydown", (event) => onBoxKey(event, this.#panel, this));
    panel.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.leave();
    });
    // A press in the panel leaves the focus in the field.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    panel.addEventListener("click", (event) => this.#choose(event));
    this.#form.addEventListener("submit", () => this.close());
    this.#form.addEventListener("focusout", ({ relatedTarget }) => this.#follow(relatedTarget));
    document.addEventListener("pointerdown", ({ target }) => this.#follow(target));
    addEventListener("online", () => {
      if (this.#shown === "error" && this.#panel.isOpen) this.show();
    });
    if (document.activeElement === this.#field) show();
  }

  /** The key itself is painted first. */
  #type(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.show());
  }

  /** Shows the answer to the typed query. */
  show(): void {
    this.#wanted = true;
    const query = this.#query;
    if (query.length >= SHORTEST) void this.#ask(query);
    else this.#showRecent(query);
  }

  close(): void {
    this.#wanted = false;
    clearTimeout(this.#typing);
    this.#panel.close();
  }

  /** Closes the panel; the focus is in the field, wherever it was. */
  leave(): void {
    this.#field.focus();
    this.close();
  }

  /** Empties the field. */
  clear(): void {
    this.#field.value = "";
    this.close();
  }

  get #query(): string {
    return this.#field.value.trim();
  }

  readonly #addressOf = (query: string): string =>
    `${this.#form.action}?${new URLSearchParams({ q: query })}`;

  async #ask(query: string): Promise<void> {
    const shown = this.#shown;
    if (typeof shown === "object" && shown.query === query) return this.#panel.open();
    const outcome = await this.#asking.ask(query);
    if (outcome === undefined) return;
    if ("error" in outcome)
      return this.#fill("error", errorView(complaintOf(outcome.error, () => this.#retry())));
    this.#fill(outcome.answer, answerView(outcome.answer, this.#addressOf));
  }

  #retry(): void {
    this.#field.focus();
    this.show();
  }

  /** @param query that is too short to be answered */
  #showRecent(query: string): void {
    this.#asking.forget();
    const view = query === "" ? recentView(this.#addressOf, () => this.#erase()) : undefined;
    if (view === undefined) this.#panel.close();
    else this.#fill("recent", view);
  }

  #erase(): void {
    forgetSearches();
    this.leave();
  }

  #fill(shown: Shown, view: View): void {
    this.#shown = shown;
    this.#panel.fill(view);
    if (!this.#wanted) return;
    this.#panel.open();
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(view.status), QUIET_MS);
  }

  #tell(text: string): void {
    this.#status.textContent = this.#panel.isOpen ? text : "";
  }

  #late(): void {
    this.#fill("error", errorView(lateness(() => this.#retry())));
    this.#wait();
  }

  #wait(): void {
    if (this.#wanted) this.#panel.wait();
  }

  /** The panel stays as long as the focus is in it or in the field. */
  #follow(target: EventTarget | null): void {
    const isInside =
      target instanceof Node && (target === this.#field || this.#panel.element.contains(target));
    if (!isInside) this.close();
  }

  /** What leads to the search page is remembered and told of there, when it has been answered. */
  #choose(event: MouseEvent): void {
    const { target } = event;
    const option = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
    if (option === null) return;
    const { kind, query = "" } = option.dataset;
    if (kind === "complete" && !isNewTab(event)) {
      event.preventDefault();
      this.#field.value = `${query} `;
      this.#field.focus();
      this.show();
      return;
    }
    if (kind === "result" && typeof this.#shown === "object") {
      finishSearch(query, this.#shown.count);
    }
    this.close();
  }
}

function isNewTab({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey;
}
