import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import {
  type Content,
  contentOf,
  forbidding,
  isElement,
  mayStand,
  REQUIRED,
  VOID,
} from "./html-content.ts";

/** Something in a page that the HTML standard does not allow. */
export interface HtmlFault {
  /** The name that the standard gives to errors of its parser, or one of ours. */
  readonly rule: string;
  /** In Russian. */
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Where it stands in the text, counted from 0. */
  readonly offset: number;
}

type TagToken = Token.TagToken;
type Place = Pick<Token.Location, "startLine" | "startCol" | "startOffset">;

/** An element whose end has not come yet. */
interface OpenElement {
  readonly name: string;
  readonly content: Content;
  readonly place: Place;
}

const START: Place = { startLine: 1, startCol: 1, startOffset: 0 };
const TOP: OpenElement = { name: "", content: new Set(["html"]), place: START };

/** Elements whose content is text up to their end tag. */
const TEXT_MODES = new Map([
  ["script", TokenizerMode.SCRIPT_DATA],
  ["style", TokenizerMode.RAWTEXT],
  ["iframe", TokenizerMode.RAWTEXT],
  ["title", TokenizerMode.RCDATA],
  ["textarea", TokenizerMode.RCDATA],
]);

/** Languages of their own: only their end tags are checked. */
const FOREIGN = new Set(["svg", "math"]);
const ONCE = new Set(["html", "head", "title", "body"]);
/** Attributes that name ids of the same page. */
const REFERENCES = new Set(
  "aria-controls aria-describedby aria-labelledby for form headers list".split(" "),
);

/**
 * Finds faults of a page by the HTML standard. Every element that has an end tag must have it, also where the
 * standard lets it be left out: our renderers write all of them.
 *
 * @param html a whole page
 * @returns what is wrong with it, in the order of the text
 */
export function htmlFaults(html: string): HtmlFault[] {
  return new PageReader().read(html);
}

/** Holds the tags of a page against the rules, as they come. */
class PageReader implements TokenHandler {
  readonly #tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
  readonly #faults: HtmlFault[] = [];
  readonly #open: OpenElement[] = [TOP];
  readonly #ids = new Set<string>();
  readonly #references: { readonly id: string; readonly place: Place }[] = [];
  readonly #seen = new Set<string>();
  #hasDoctype = false;
  /** Whether an element of SVG or MathML is open. */
  #isForeign = false;

  read(html: string): HtmlFault[] {
    this.#tokenizer.write(html, true);
    return this.#faults.toSorted((a, b) => a.offset - b.offset);
  }

  onDoctype({ name, publicId, systemId }: Token.DoctypeToken): void {
    this.#hasDoctype = name === "html" && publicId === null && systemId === null;
  }

  onStartTag(tag: TagToken): void {
    const place = tag.location ?? START;
    if (!this.#isForeign) this.#checkElement(tag, place);
    this.#checkIds(tag, place);
    if (this.#isForeign || FOREIGN.has(tag.tagName)) this.#enterForeign(tag, place);
    else if (!VOID.has(tag.tagName)) this.#enter(tag, place);
  }

  onEndTag({ tagName, location }: TagToken): void {
    const at = this.#open.findLastIndex(({ name }) => name === tagName);
    if (at <= 0) {
      this.#add("stray-end-tag", `нечего закрывать: </${tagName}>`, location);
      return;
    }
    for (const { name, place } of this.#open.splice(at).slice(1)) this.#unclosed(name, place);
    this.#isForeign = this.#isForeign && this.#open.some(({ name }) => FOREIGN.has(name));
  }

  onCharacter({ location }: Token.CharacterToken): void {
    const { name, content } = this.#parent;
    if (typeof content === "string") return;
    const where = name === "" ? "вне <html>" : `прямо в <${name}>`;
    this.#add("misplaced-text", `${where} не может стоять текст`, location);
  }

  onNullCharacter(): void {}
  onWhitespaceCharacter(): void {}
  onComment(): void {}

  onParseError({ code, ...place }: { code: string } & Place): void {
    // Told of with the name of the element when its tag has been read.
    if (code === "non-void-html-element-start-tag-with-trailing-solidus") return;
    this.#add(code, "ошибка разбора", place);
  }

  onEof(): void {
    for (const { name, place } of this.#open.slice(1)) this.#unclosed(name, place);
    if (!this.#hasDoctype) this.#add("missing-doctype", "нет <!doctype html>", START);
    for (const name of ONCE) {
      if (!this.#seen.has(name)) this.#add("missing-element", `нет <${name}>`, START);
    }
    for (const { id, place } of this.#references) {
      if (!this.#ids.has(id)) this.#add("missing-id", `нет элемента с id="${id}"`, place);
    }
  }

  #enterForeign({ tagName, selfClosing }: TagToken, place: Place): void {
    if (selfClosing) return;
    this.#isForeign = true;
    this.#open.push({ name: tagName, content: "flow", place });
  }

  #enter({ tagName, selfClosing }: TagToken, place: Place): void {
    if (selfClosing) this.#add("self-closing", `<${tagName}/> так не закрывается`, place);
    const mode = TEXT_MODES.get(tagName);
    if (mode !== undefined) this.#tokenizer.state = mode;
    this.#open.push({ name: tagName, content: contentOf(tagName, this.#parent.content), place });
  }

  #checkElement(tag: TagToken, place: Place): void {
    const { tagName } = tag;
    const { name: parent, content } = this.#parent;
    const outer = forbidding(tagName, this.#open);
    if (!isElement(tagName)) this.#add("unknown-element", `в HTML нет <${tagName}>`, place);
    else if (!mayStand(tagName, parent, content)) this.#misplaced(tagName, parent, place);
    else if (outer !== undefined) this.#misplaced(tagName, outer, place);
    for (const names of REQUIRED[tagName] ?? []) {
      if (tag.attrs.some(({ name }) => names.includes(name))) continue;
      this.#add("missing-attribute", `у <${tagName}> нет ${names.join(" или ")}`, place);
    }
    if (!ONCE.has(tagName)) return;
    if (this.#seen.has(tagName)) this.#add("second-element", `второй <${tagName}>`, place);
    this.#seen.add(tagName);
  }

  #checkIds({ attrs }: TagToken, place: Place): void {
    for (const { name, value } of attrs) {
      if (name === "id") this.#checkId(value, place);
      if (!REFERENCES.has(name)) continue;
      this.#references.push(...(value.match(/\S+/g) ?? []).map((id) => ({ id, place })));
    }
  }

  #checkId(id: string, place: Place): void {
    if (!/^\S+$/.test(id)) this.#add("wrong-id", `id="${id}" пуст или с пробелом`, place);
    if (this.#ids.has(id)) this.#add("duplicate-id", `id="${id}" встречается дважды`, place);
    this.#ids.add(id);
  }

  get #parent(): OpenElement {
    return this.#open.at(-1) ?? TOP;
  }

  #unclosed(name: string, place: Place): void {
    this.#add("unclosed-element", `<${name}> не закрыт`, place);
  }

  #misplaced(name: string, outer: string, place: Place): void {
    const where = outer === "" ? "вне <html>" : `внутри <${outer}>`;
    this.#add("misplaced-element", `<${name}> не может стоять ${where}`, place);
  }

  #add(rule: string, message: string, place: Place | null): void {
    const { startLine: line, startCol: column, startOffset: offset } = place ?? START;
    this.#faults.push({ rule, message, line, column, offset });
  }
}
