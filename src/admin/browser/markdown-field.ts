import { made } from "./dom.ts";
import { MARKS, type Selection, withPicture } from "./marks.ts";
import { host, type Element as ReactElement } from "./react.ts";

interface Picked {
  readonly value: string;
}

/** The properties that the CMS gives a field. */
export interface FieldProps {
  readonly value: unknown;
  readonly forID: string;
  readonly field: { get(name: string): unknown };
  onChange(value: string): void;
  pickFile(options: {
    readonly kind: "image";
    readonly allowURL: boolean;
  }): Promise<Picked | Picked[] | null>;
}

const fields = new WeakMap<Element, MarkdownField>();

/** The field for Markdown: its source, and buttons for its marks. */
export function markdownControl(props: FieldProps): ReactElement {
  return host("vestnik-markdown", (element) => {
    const field = fields.get(element) ?? new MarkdownField(element, props);
    fields.set(element, field);
    field.update(props);
  });
}

class MarkdownField {
  readonly #area = made("textarea", { rows: 16, spellcheck: true });
  #props: FieldProps;

  constructor(root: HTMLElement, props: FieldProps) {
    this.#props = props;
    this.#area.addEventListener("input", () => this.#tell());
    root.append(this.#toolbar(), this.#area);
  }

  update(props: FieldProps): void {
    this.#props = props;
    this.#area.id = props.forID;
    this.#area.setAttribute("aria-labelledby", `${props.forID}-label`);
    const text = typeof props.value === "string" ? props.value : "";
    if (this.#area.value !== text) this.#area.value = text;
    this.#grow();
  }

  #toolbar(): HTMLElement {
    const buttons = MARKS.map(({ label, sign, apply }) =>
      button(sign, label, () => this.#put(apply(this.#selection()))),
    );
    if (this.#props.field.get("pictures") === true) {
      buttons.push(button("Картинка", "Картинка с подписью", () => void this.#pickPicture()));
    }
    const names = { className: "vestnik-toolbar", role: "toolbar", ariaLabel: "Разметка" };
    return made("div", names, ...buttons);
  }

  async #pickPicture(): Promise<void> {
    const selection = this.#selection();
    const picked = await this.#props.pickFile({ kind: "image", allowURL: false });
    const [file] = Array.isArray(picked) ? picked : [picked];
    if (file === undefined || file === null) return;
    const words = await askOfPicture(file.value);
    if (words !== undefined) this.#put(withPicture(selection, { file: file.value, ...words }));
  }

  #selection(): Selection {
    const { value: text, selectionStart: start, selectionEnd: end } = this.#area;
    return { text, start, end };
  }

  #put({ text, start, end }: Selection): void {
    this.#area.value = text;
    this.#area.focus();
    this.#area.setSelectionRange(start, end);
    this.#tell();
  }

  #tell(): void {
    this.#grow();
    this.#props.onChange(this.#area.value);
  }

  /** As high as the text, so that the page scrolls and not a window in it. */
  #grow(): void {
    this.#area.style.height = "auto";
    this.#area.style.height = `${this.#area.scrollHeight + 2}px`;
  }
}

function button(sign: string, label: string, act: () => void): HTMLButtonElement {
  return made("button", { type: "button", title: label, ariaLabel: label, onclick: act }, sign);
}

interface Words {
  readonly alt: string;
  readonly caption: string;
}

/** @returns what an editor says of a picture; nothing where they think better of it */
function askOfPicture(file: string): Promise<Words | undefined> {
  const image = made("img", { alt: "", ...(file.startsWith("blob:") && { src: file }) });
  const alt = line("Что на ней (для тех, кто её не видит)");
  const caption = line("Подпись");
  const cancel = button("Отменить", "Отменить", () => dialog.close());
  const ok = button("Вставить", "Вставить", () => dialog.close("ok"));
  // So that Enter inserts it.
  ok.type = "submit";
  const parts = [image, alt.label, caption.label, cancel, ok];
  const form = made("form", { method: "dialog" }, ...parts);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close("ok");
  });
  const dialog = made("dialog", { className: "vestnik-dialog", ariaLabel: "Картинка" }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      const words = { alt: alt.input.value.trim(), caption: caption.input.value.trim() };
      resolve(dialog.returnValue === "ok" ? words : undefined);
    });
  });
}

function line(text: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const input = made("input");
  return { label: made("label", {}, text, input), input };
}
