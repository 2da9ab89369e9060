import { attempt, type Problem } from "../../model/problem.ts";
import { placedHtml } from "../html/dom.ts";
import type {
  ImportedItem,
  Note,
  Place,
  Reading,
  SiteFacts,
  SourceText,
} from "../imported-item.ts";
import { cutElements, withoutElements, type XmlPiece } from "./xml-cut.ts";
import { childOf, parseElement, type XmlElement } from "./xml-element.ts";

/** An item of a feed, or why it is none. */
export type PieceReading = { readonly item: ImportedItem } | { readonly skipped: Note };

/** How the items of one feed are read. */
interface FeedReader {
  /** What the feed says of its site. */
  readonly site?: SiteFacts | undefined;
  read(element: XmlElement, piece: XmlPiece): PieceReading;
}

/**
 * Reads a feed, one item after the other. A broken item is a problem, and the next one is read.
 *
 * @param itemName item, entry
 * @param open is given the feed without its items, if that can be read
 */
export function* readFeed(
  source: SourceText,
  itemName: string,
  open: (head: XmlElement | undefined) => FeedReader,
): Generator<Reading> {
  const { head, problems } = readHead(source, itemName);
  for (const problem of problems) yield { kind: "problem", problem, done: 0 };
  const { site, read } = open(head);
  const place = { file: source.file, line: 1, column: 1 };
  if (site !== undefined) yield { kind: "site", place, site, done: 0 };
  for (const piece of cutElements(source, itemName)) yield* readPiece(piece, read);
}

function* readPiece(piece: XmlPiece, read: FeedReader["read"]): Generator<Reading> {
  const { place, done, isTorn } = piece;
  const problems: Problem[] = isTorn ? [torn(place)] : [];
  const element = isTorn ? undefined : attempt(problems, () => parseElement(piece.xml, place));
  const reading =
    element && attempt(problems, () => placedHtml(place, () => read(element.root, piece)));
  for (const problem of problems.slice(0, 1)) yield { kind: "problem", problem, done };
  if (reading === undefined) return;
  if ("skipped" in reading) yield { kind: "skipped", place, note: reading.skipped, done };
  else yield { kind: "item", item: withMending(reading.item, element?.isMended ?? false), done };
}

/** The head of a feed that was cut off is read too, so that its items keep their ids. */
function readHead(source: SourceText, itemName: string) {
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

/** The text before the items, with end tags for what is open there. */
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

/** Spaces instead of a text; its lines stay. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function withMending(item: ImportedItem, isMended: boolean): ImportedItem {
  if (!isMended) return item;
  return { ...item, notes: [...item.notes, { what: "знак & был записан с ошибкой и исправлен" }] };
}

function torn(place: Place): Problem {
  const message = "Материал не закрыт: файл оборван.";
  return { ...place, message, mend: "выгрузите или загрузите файл заново." };
}
