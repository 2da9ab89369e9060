import { attempt, ContentError, type Problem } from "../../model/problem.ts";
import { HtmlError } from "../html/dom.ts";
import type { ImportedItem, Note, Place, Reading, SourceText } from "../imported-item.ts";
import { cutElements, withoutElements, type XmlPiece } from "./xml-cut.ts";
import { childOf, parseElement, type XmlElement } from "./xml-element.ts";

/** What a piece of a feed turned out to be. */
export type PieceReading = { readonly item: ImportedItem } | { readonly skipped: Note };

/**
 * @returns the element that tells of the whole feed, also of one that was cut off, so that its items
 *   are known by the same names; nothing where it cannot be read
 */
export function readHead(
  source: SourceText,
  itemName: string,
): { readonly head: XmlElement | undefined; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rest = withoutElements(source, itemName).replace(/^\s*<\?xml[^>]*\?>/, blank);
  const xml = rest.replace(/<!DOCTYPE[^>]*>/i, blank);
  const place = { file: source.file, line: 1, column: 1 };
  const root =
    attempt(problems, () => parseElement(xml, place).root) ??
    attempt([], () => parseElement(closed(xml), place).root);
  const isTorn =
    !/(?:<\/(?:rss|feed|rdf:RDF)\s*>|<(?:rss|feed)\b[^>]*\/>)\s*(?:<!--[\s\S]*?-->\s*)*$/i.test(
      source.text.slice(-2000),
    );
  const told = isTorn && root !== undefined ? [tornFile(source)] : problems;
  return { head: root && (childOf(root, "channel") ?? root), problems: told };
}

/** What stands before the items, with the ends of what is open there. */
function closed(xml: string): string {
  const head = xml.replace(/<(?:item|entry)\b[\s\S]*$/i, "").trimEnd();
  const ends = /<feed\b/i.test(head) ? "</feed>" : "</channel></rss>";
  return `${head.replace(/<\/channel>\s*$/i, "")}${ends}`;
}

function tornFile({ file, text }: SourceText): Problem {
  const message = "Файл оборван: в нём нет конца. Прочитано то, что есть.";
  const mend = "выгрузите или загрузите файл заново и повторите импорт.";
  return { file, line: text.trimEnd().split("\n").length, message, mend };
}

/** Keeps the lines where they are. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/**
 * Reads the items of a feed one after the other; one that is broken is told of, and the next is read.
 *
 * @param read makes an item of an element
 */
export function* readPieces(
  source: SourceText,
  itemName: string,
  read: (element: XmlElement, piece: XmlPiece) => PieceReading,
): Generator<Reading> {
  for (const piece of cutElements(source, itemName)) {
    const { place, done } = piece;
    const problems: Problem[] = [];
    const element = piece.isTorn
      ? undefined
      : attempt(problems, () => parseElement(piece.xml, place));
    if (piece.isTorn) problems.push(torn(place));
    const reading =
      element && attempt(problems, () => readSafely(() => read(element.root, piece), place));
    for (const problem of problems.slice(0, 1)) yield { kind: "problem", problem, done };
    if (reading === undefined) continue;
    if ("skipped" in reading) yield { kind: "skipped", place, note: reading.skipped, done };
    else yield { kind: "item", item: withMending(reading.item, element?.isMended ?? false), done };
  }
}

function readSafely<Value>(read: () => Value, place: Place): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error;
    throw htmlProblem(error, place);
  }
}

/** @returns the error of HTML as one of the piece that holds it */
export function htmlProblem(error: HtmlError, place: Place): ContentError {
  const mend = "исправьте этот материал в источнике или удалите его оттуда.";
  return new ContentError([{ ...place, message: `Материал не читается: ${error.message}`, mend }]);
}

function withMending(item: ImportedItem, isMended: boolean): ImportedItem {
  if (!isMended) return item;
  return { ...item, notes: [...item.notes, { what: "знак & был записан с ошибкой и исправлен" }] };
}

function torn(place: Place): Problem {
  const message = "Материал не закрыт: файл оборван.";
  return { ...place, message, mend: "выгрузите или загрузите файл заново." };
}
