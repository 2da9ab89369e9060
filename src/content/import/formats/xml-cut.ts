import { ContentError } from "../../model/problem.ts";
import type { Place, SourceText } from "../imported-item.ts";
import { TextPlaces } from "../places.ts";

/** An element of a file as text. */
export interface XmlPiece {
  readonly xml: string;
  readonly place: Place & { readonly line: number; readonly column: number };
  /** Where it begins in the file. */
  readonly start: number;
  /** Where it ends, as a part of the file: 0 to 1. */
  readonly done: number;
  /** Whether the file ends before it does. */
  readonly isTorn: boolean;
}

/** Beginnings and ends of parts in which a tag is no tag. */
const HIDING: Readonly<Record<string, string>> = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>" };

const STEPS = { open: 1, close: -1, empty: 0 } as const;

/**
 * Cuts the elements of one name out of an XML file, one after the other. So a broken one breaks no other,
 * and a large file is never held as a tree.
 *
 * @param name item, entry
 * @throws ContentError where the file declares entities: they could grow without end, or read files
 */
export function* cutElements(source: SourceText, name: string): Generator<XmlPiece> {
  const { text } = source;
  const places = new TextPlaces(source.file, text);
  const piece = (start: number, end: number, isTorn: boolean): XmlPiece => {
    const place = places.at(start);
    return { xml: text.slice(start, end), place, start, done: end / text.length, isTorn };
  };
  let [start, depth] = [0, 0];
  for (const tag of tagsNamed(source, name)) {
    if (depth === 0) start = tag.start;
    depth += STEPS[tag.kind];
    if (depth < 0) depth = 0;
    else if (depth === 0) yield piece(start, tag.end, false);
  }
  if (depth > 0) yield piece(start, text.length, true);
}

/**
 * @param name of the elements that cutElements takes
 * @returns the file without them, and without ends of them that end none; every line stays where it was
 */
export function withoutElements(source: SourceText, name: string): string {
  let [rest, from] = ["", 0];
  for (const { xml, start } of cutElements(source, name)) {
    rest += source.text.slice(from, start) + xml.replace(/[^\n]+/g, "");
    from = start + xml.length;
  }
  return `${rest}${source.text.slice(from)}`.replace(new RegExp(`</${name}\\s*>`, "gi"), "");
}

interface Tag {
  readonly kind: keyof typeof STEPS;
  readonly start: number;
  readonly end: number;
}

function* tagsNamed(source: SourceText, name: string): Generator<Tag> {
  const { text } = source;
  const next = new RegExp(`<!--|<!\\[CDATA\\[|<\\?|<!DOCTYPE|</?${name}(?=[\\s>/])`, "gi");
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [found] = match;
    const start = match.index;
    const closing = HIDING[found.toUpperCase()];
    if (found.toUpperCase() === "<!DOCTYPE") next.lastIndex = endOfDoctype(source, start);
    else if (closing !== undefined) next.lastIndex = endOf(text, closing, next.lastIndex);
    else {
      const end = endOfTag(text, next.lastIndex);
      next.lastIndex = end;
      const isEmpty = text[end - 2] === "/";
      yield { kind: found[1] === "/" ? "close" : isEmpty ? "empty" : "open", start, end };
    }
  }
}

function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? text.length : at + sign.length;
}

/** A «>» in quotation marks ends no tag. */
function endOfTag(text: string, from: number): number {
  const tag = /(?:[^"'>]|"[^"]*"|'[^']*')*>/y;
  tag.lastIndex = from;
  const match = tag.exec(text);
  return match === null ? endOf(text, ">", from) : from + match[0].length;
}

/** A DTD that old feeds name is never fetched. */
function endOfDoctype(source: SourceText, start: number): number {
  const end = endOf(source.text, ">", start);
  if (!source.text.slice(start, end).includes("[")) return end;
  const place = new TextPlaces(source.file, source.text).at(start);
  const message = "В файле объявлены свои сущности (<!DOCTYPE … [ … ]>): такой файл не читается.";
  const mend = "удалите объявление <!DOCTYPE …> и замените сущности вида &имя; их текстом.";
  throw new ContentError([{ ...place, message, mend }]);
}
