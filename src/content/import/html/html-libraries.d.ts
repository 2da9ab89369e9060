/** The part of the DOM that is used. TypeScript's own types of it are for browsers. */
declare module "@mixmark-io/domino" {
  export interface DomNode {
    readonly nodeType: number;
    readonly nodeName: string;
    readonly parentNode: DomElement | null;
    readonly childNodes: ArrayLike<DomNode>;
    readonly firstChild: DomNode | null;
    readonly nextSibling: DomNode | null;
    readonly previousSibling: DomNode | null;
    readonly ownerDocument: DomDocument;
    textContent: string;
    /** Of text. */
    data: string;
    after(...nodes: readonly (DomNode | string)[]): void;
    remove(): void;
    replaceWith(...nodes: readonly (DomNode | string)[]): void;
  }

  export interface DomElement extends DomNode {
    readonly tagName: string;
    readonly children: ArrayLike<DomElement>;
    readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
    innerHTML: string;
    readonly outerHTML: string;
    readonly className: string;
    getAttribute(name: string): string | null;
    setAttribute(name: string, value: string): void;
    removeAttribute(name: string): void;
    closest(selector: string): DomElement | null;
    contains(node: DomNode): boolean;
    appendChild(node: DomNode): DomNode;
    /** Joins texts that stand side by side. */
    normalize(): void;
    insertBefore(node: DomNode, before: DomNode | null): DomNode;
  }

  export interface DomDocument extends DomElement {
    readonly body: DomElement;
    readonly head: DomElement;
    readonly documentElement: DomElement;
    createElement(name: string): DomElement;
    createTextNode(text: string): DomNode;
  }

  const domino: { createDocument(html: string, force?: boolean): DomDocument };
  export default domino;
}

declare module "turndown" {
  import type { DomElement } from "@mixmark-io/domino";

  interface Rule {
    readonly filter: string | readonly string[] | ((node: DomElement) => boolean);
    readonly replacement: (content: string, node: DomElement, options: object) => string;
  }

  export default class TurndownService {
    constructor(options: Readonly<Record<string, unknown>>);
    addRule(name: string, rule: Rule): this;
    remove(filter: string | readonly string[]): this;
    escape(text: string): string;
    turndown(html: DomElement | string): string;
  }
}
