import { ContentError } from "../../model/problem.ts";
import type { Place, SourceText } from "../imported-item.ts";
import { Lines } from "../places.ts";

/** An element of a file, as it stands there. */
export interface XmlPiece {
  readonly xml: string;
  readonly place: Place & { readonly line: number; readonly column: number };
  /** Where it ends in the file, as a part of it: 0 to 1. */
  readonly done: number;
  /** Whether the file ends before it does. */
  readonly isTorn: boolean;
}

/** What may hide a tag: it is passed over whole. */
const HIDING: Readonly<Record<string, string>> = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>" };

/**
 * Cuts the elements of one name out of an XML file, one after the other, so that one that is broken
 * breaks no other, and that a large file is never held as a tree.
 *
 * @param name item, entry
 * @throws ContentError where the file declares entities: those of news are all known
 */
export function* cutElements(source: SourceText, name: string): Generator<XmlPiece> {
  const { text } = source;
  const lines = new Lines(source.file, text);
  const piece = (start: number, end: number, isTorn: boolean): XmlPiece => {
    const place = lines.at(start);
    return { xml: text.slice(start, end), place, done: end / text.length, isTorn };
  };
  let [start, depth] = [0, 0];
  for (const tag of tagsNamed(source, name)) {
    if (depth === 0) start = tag.start;
    depth += { open: 1, close: -1, empty: 0 }[tag.kind];
    if (depth < 0) depth = 0;
    else if (depth === 0) yield piece(start, tag.end, false);
  }
  if (depth > 0) yield piece(start, text.length, true);
}

/**
 * @param name of the elements that cutElements takes
 * @returns the file without them, every line of it where it was
 */
export function withoutElements(source: SourceText, name: string): string {
  const rest: string[] = [];
  let [from, depth] = [0, 0];
  for (const tag of tagsNamed(source, name)) {
    if (depth === 0) rest.push(source.text.slice(from, tag.start));
    if (depth === 0) from = tag.start;
    depth = Math.max(0, depth + { open: 1, close: -1, empty: 0 }[tag.kind]);
    if (depth > 0) continue;
    rest.push("\n".repeat(countLines(source.text, from, tag.end)));
    from = tag.end;
  }
  return `${rest.join("")}${depth > 0 ? "" : source.text.slice(from)}`;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    count++;
  }
  return count;
}

interface Tag {
  readonly kind: "open" | "close" | "empty";
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

/** Old feeds name their DTD, which is never fetched; declarations of entities are refused. */
function endOfDoctype(source: SourceText, start: number): number {
  const end = endOf(source.text, ">", start);
  if (!source.text.slice(start, end).includes("[")) return end;
  const place = new Lines(source.file, source.text).at(start);
  const message = "В файле объявлены свои сущности (<!DOCTYPE … [ … ]>): такой файл не читается.";
  const mend = "удалите объявление <!DOCTYPE …> и замените сущности вида &имя; их текстом.";
  throw new ContentError([{ ...place, message, mend }]);
}
