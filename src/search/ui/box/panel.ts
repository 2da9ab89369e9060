import { element } from "../dom.ts";

/** Options under a name. */
export interface Group {
  /** None for options that stand alone. */
  readonly name?: string;
  readonly options: readonly HTMLElement[];
}

/** The content of the panel. */
export interface View {
  /** Above the options; what can be pressed in it is not one of them. */
  readonly head?: readonly Node[];
  readonly groups: readonly Group[];
  /** Below the options, or in their place. */
  readonly foot?: readonly Node[];
  /** The number of results, for screen readers. */
  readonly status: string;
}

/** The list under a field, with the one option in it that the keyboard is at. */
export class Panel {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #head = element("div", { class: "box-head" });
  readonly #list: HTMLElement;
  readonly #foot = element("div", { class: "box-foot" });
  readonly #wait = element("p", { class: "box-wait", text: MESSAGES["search.searching"] });
  #options: readonly HTMLElement[] = [];
  #active = -1;

  /** @param field that the list belongs to; its id makes those of the list unique */
  constructor(field: HTMLInputElement) {
    this.#field = field;
    const id = `${field.id}-list`;
    this.#list = element("div", {
      attributes: { id, role: "listbox", "aria-label": MESSAGES["box.suggestions"] },
    });
    this.#wait.hidden = true;
    this.element = element("div", { class: "box-panel" });
    this.element.hidden = true;
    this.element.append(this.#head, this.#list, this.#foot, this.#wait);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", id);
    field.after(this.element);
    this.#tellState();
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The option that the keyboard is at. */
  get active(): HTMLElement | undefined {
    return this.#options[this.#active];
  }

  /** Shows something else than before; the keyboard is at the field again. */
  fill({ head = [], groups, foot = [] }: View): void {
    this.#head.replaceChildren(...head);
    this.#list.replaceChildren(...groups.map(groupElement));
    this.#foot.replaceChildren(...foot);
    this.#options = groups.flatMap(({ options }) => options);
    for (const [index, option] of this.#options.entries()) option.id = `${this.#list.id}-${index}`;
    this.#wait.hidden = true;
    this.activate(-1);
  }

  /** Says that an answer takes its time; the last one stays until it comes. */
  wait(): void {
    this.#wait.hidden = false;
    this.open();
  }

  open(): void {
    this.element.hidden = false;
    this.#tellState();
  }

  close(): void {
    this.element.hidden = true;
    this.#wait.hidden = true;
    this.activate(-1);
  }

  /** Goes on by some options, through the field itself, which stands before the first. */
  move(step: number): void {
    const places = this.#options.length + 1;
    this.activate(((this.#active + 1 + step + places) % places) - 1);
  }

  /** @param index counted from the end where it is below zero; out of range for none */
  activateAt(index: number): void {
    this.activate(index < 0 ? this.#options.length + index : index);
  }

  /** @param index -1 for the field itself */
  activate(index: number): void {
    this.active?.setAttribute("aria-selected", "false");
    this.#active = index;
    this.active?.setAttribute("aria-selected", "true");
    this.active?.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.#tellState();
  }

  #tellState(): void {
    const isExpanded = this.isOpen && this.#options.length > 0;
    this.#field.setAttribute("aria-expanded", String(isExpanded));
    if (this.active === undefined) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", this.active.id);
  }
}

function groupElement({ name, options }: Group): HTMLElement {
  const hidden = { class: "box-name", attributes: { "aria-hidden": "true" } };
  const heading = name === undefined ? [] : [element("div", { ...hidden, text: name })];
  const attributes = { role: "group", "aria-label": name };
  return element("div", { class: "box-group", attributes, children: [...heading, ...options] });
}
