import {
  checkAttribute,
  checkElement,
  checkStyle,
  type DrawingAttribute,
} from "./drawing-checks.ts";
import { DrawingFault, MENDS, type Where } from "./drawing-fault.ts";
import { isForPrograms, SVG, XLINK, XML, XMLNS } from "./drawing-namespaces.ts";

/** An element as the parser tells of it. */
export interface DrawingElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly (DrawingAttribute & { readonly where: Where })[];
  readonly isEmpty: boolean;
  readonly where: Where;
}

/** Nests no deeper: browsers draw by recursion. */
const DEEPEST = 500;

/** Writes a drawing anew while it is read, of checked parts only. */
export class DrawingWriter {
  readonly #parts: string[] = [];
  readonly #leftOut = new Set<string>();
  /** The local names of the elements that are open. */
  readonly #open: string[] = [];
  /** How many of the innermost open elements are left out. */
  #skipped = 0;

  /** @throws DrawingFault where a drawing has no such element, or none with such an attribute */
  open(given: DrawingElement): void {
    // Many drawings are written without a namespace; browsers show them only with it.
    const element = given.uri === "" ? { ...given, uri: SVG } : given;
    if (this.#skipped > 0 || this.#isLeftOut(element)) {
      this.#skipped++;
      return;
    }
    checkElement(element, element.where);
    this.#checkPosition(element);
    const own = element.attributes.filter((one) => this.#isKept(one));
    for (const one of own) checkAttribute(element.local, one, one.where);
    this.#write(element, own);
    this.#open.push(element.local);
  }

  #checkPosition({ name, local, where }: DrawingElement): void {
    const isRoot = this.#open.length === 0;
    if (isRoot && local !== "svg") {
      throw new DrawingFault(`рисунок начинается с <${name}>, а не с <svg>`, MENDS.xml, where);
    }
    if (this.#open.length >= DEEPEST) {
      throw new DrawingFault(`элементы вложены глубже ${DEEPEST} уровней`, MENDS.plain, where);
    }
  }

  #write({ local, isEmpty }: DrawingElement, attributes: readonly DrawingAttribute[]): void {
    const isRoot = this.#open.length === 0;
    const names = isRoot ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : "";
    const all = attributes.map((one) => ` ${nameOf(one)}="${escapeValue(one.value)}"`).join("");
    this.#parts.push(`<${local}${names}${all}${isEmpty ? "/" : ""}>`);
  }

  #isLeftOut({ local, uri }: DrawingElement): boolean {
    if (uri === SVG && local === "metadata") return this.leaveOut("сведения о файле (metadata)");
    return isForPrograms(uri) && this.leaveOut("данные программы рисования");
  }

  #isKept({ uri }: DrawingAttribute): boolean {
    if (uri === XMLNS) return false;
    return !(isForPrograms(uri) && this.leaveOut("данные программы рисования"));
  }

  /** @param isEmpty whether it has been written as a whole */
  close(isEmpty: boolean): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const name = this.#open.pop();
    if (!isEmpty) this.#parts.push(`</${name}>`);
  }

  /** @throws DrawingFault where it is a style that might load something */
  text(text: string, where: Where): void {
    if (this.#skipped > 0 || this.#open.length === 0) return;
    if (this.#open.at(-1) === "style") checkStyle(text, where);
    this.#parts.push(escapeText(text));
  }

  /** @returns true: something is left out */
  leaveOut(what: string): true {
    this.#leftOut.add(what);
    return true;
  }

  /** @throws DrawingFault where a browser would do something by it, as xml-stylesheet is for */
  instruction(target: string, where: Where): void {
    if (this.#skipped > 0 || target === "xpacket") {
      this.leaveOut("сведения о файле (metadata)");
      return;
    }
    throw new DrawingFault(`инструкции <?${target}?> в рисунке быть не может`, MENDS.plain, where);
  }

  finish(): { readonly svg: string; readonly leftOut: readonly string[] } {
    const [root = "", ...inner] = this.#parts;
    const isUsed = inner.some((part) => part.startsWith("<") && part.includes(" xlink:"));
    const own = isUsed || root.replace("xmlns:xlink", "").includes(" xlink:");
    const start = own ? root : root.replace(` xmlns:xlink="${XLINK}"`, "");
    return { svg: [start, ...inner].join(""), leftOut: [...this.#leftOut].sort() };
  }
}

function nameOf({ local, uri }: DrawingAttribute): string {
  if (uri === XLINK) return `xlink:${local}`;
  return uri === XML ? `xml:${local}` : local;
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/]]>/g, "]]&gt;");
}

/** Ends of lines in a value would be read as spaces. */
function escapeValue(text: string): string {
  return escapeText(text)
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
