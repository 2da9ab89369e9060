/** Text, attributes and children of an element; undefined attributes are left out. */
export interface ElementParts {
  readonly class?: string;
  /** Plain text. */
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  /** Its children, behind its text. */
  readonly children?: readonly (Node | string)[];
}

/**
 * Makes an element.
 *
 * @param name of its tag
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  parts: ElementParts = {},
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  if (parts.class !== undefined) node.className = parts.class;
  if (parts.text !== undefined) node.textContent = parts.text;
  for (const [key, value] of Object.entries(parts.attributes ?? {})) {
    if (value !== undefined) node.setAttribute(key, value);
  }
  node.append(...(parts.children ?? []));
  return node;
}

/** A button that does something on its page. */
export function button(parts: ElementParts, act: () => void): HTMLButtonElement {
  const node = element("button", parts);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}
