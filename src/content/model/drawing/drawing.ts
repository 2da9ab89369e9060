import { isUtf8 } from "node:buffer";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { findNoText } from "../control-characters.ts";
import { positionIn } from "../position.ts";
import { DrawingFault, MENDS, type Where } from "./drawing-fault.ts";
import { type DrawingElement, DrawingWriter } from "./drawing-writer.ts";

/** A drawing as it is published. */
export interface Drawing {
  /** Written anew, so that a browser reads the same as we have read. */
  readonly svg: string;
  /** Invisible parts of the file that were left out: in Russian, each once. */
  readonly leftOut: readonly string[];
}

/** Strict XML 1.0: only well-formed files, and only the five entities of XML. */
const XML_1_0 = { xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" } as const;

/**
 * Reads an SVG file and holds each of its elements and attributes against what a drawing may be made of.
 *
 * @throws DrawingFault with the place of the first thing that is not a drawing
 */
export function readDrawing(bytes: Uint8Array): Drawing {
  const text = textOf(bytes);
  const parser = new SaxesParser(XML_1_0);
  const writer = new DrawingWriter();
  const at: Where = () => positionIn(text, parser.position - 1);
  const starts = new Starts(text);
  parser.on("error", ({ message }) => {
    throw new DrawingFault(`XML не читается: ${withoutPlace(message)}`, MENDS.xml, at);
  });
  parser.on("xmldecl", ({ encoding }) => refuseEncoding(encoding, bytes));
  parser.on("doctype", (doctype) => {
    refuseDoctype(doctype, at);
    writer.leaveOut("DOCTYPE");
  });
  parser.on("processinginstruction", ({ target }) => writer.instruction(target, at));
  parser.on("comment", () => writer.leaveOut("комментарии"));
  parser.on("opentagstart", ({ name }) => starts.begin(parser.position, name));
  parser.on("attribute", () => starts.next(parser.position));
  parser.on("opentag", (tag) => writer.open(toElement(tag, starts)));
  parser.on("closetag", ({ isSelfClosing }) => writer.close(isSelfClosing));
  parser.on("text", (inner) => writer.text(inner, at));
  parser.on("cdata", (inner) => writer.text(inner, at));
  parser.write(text).close();
  return writer.finish();
}

function textOf(bytes: Uint8Array): string {
  const text = isUtf8(bytes)
    ? Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\ufeff/, "")
    : undefined;
  if (text === undefined) throw notUtf8();
  const sign = findNoText(text);
  if (sign === undefined) return text;
  const where: Where = () => positionIn(text, sign.index);
  throw new DrawingFault(`служебного знака ${sign.name} в рисунке быть не может`, MENDS.xml, where);
}

/** A file of ASCII alone reads the same in any of these encodings. */
function refuseEncoding(encoding: string | undefined, bytes: Uint8Array): void {
  const isNamed = encoding === undefined || encoding.toLowerCase() === "utf-8";
  const isUsual = /^(?:us-ascii|iso-8859-\d+|windows-125\d)$/i.test(encoding ?? "");
  if (!isNamed && !(isUsual && bytes.every((byte) => byte < FIRST_BEYOND_ASCII))) throw notUtf8();
}

const FIRST_BEYOND_ASCII = 0x80;

function notUtf8(): DrawingFault {
  return new DrawingFault("рисунок записан не в UTF-8", MENDS.utf8, () => ({ line: 1, column: 1 }));
}

/** Of W3C for SVG itself, as many programs write it: it declares nothing that is used. */
const USUAL_DOCTYPE =
  /^\s*svg(?:\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN\1\s+(["'])https?:\/\/www\.w3\.org\/[^"'[\]]*\2)?\s*$/;

function refuseDoctype(doctype: string, where: Where): void {
  if (USUAL_DOCTYPE.test(doctype)) return;
  throw new DrawingFault("своего <!DOCTYPE> в рисунке быть не может", MENDS.doctype, where);
}

/** The library begins a message with line and column. */
function withoutPlace(message: string): string {
  return message.replace(/^\d+:\d+: */, "").replace(/\.$/, "");
}

/** Where the tag that is being read and its attributes begin; the parser knows where they end. */
class Starts {
  readonly #text: string;
  #tag = 0;
  #attributes: number[] = [];
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param position behind the sign that ends its name */
  begin(position: number, name: string): void {
    this.#tag = position - name.length - 2;
    this.#attributes = [];
    this.#end = position - 1;
  }

  /** @param position behind an attribute */
  next(position: number): void {
    const blank = /\s*/y;
    blank.lastIndex = this.#end;
    this.#attributes.push(this.#end + (blank.exec(this.#text)?.[0].length ?? 0));
    this.#end = position;
  }

  /** Of the tag that is being read: asked for while it is. */
  readonly tag: Where = () => positionIn(this.#text, this.#tag);

  attribute(index: number): Where {
    return () => positionIn(this.#text, this.#attributes[index] ?? this.#tag);
  }
}

function toElement(tag: SaxesTagNS, starts: Starts): DrawingElement {
  const { name, local, uri, isSelfClosing } = tag;
  const attributes = Object.values(tag.attributes).map((one, index) => {
    return { ...one, where: starts.attribute(index) };
  });
  return { name, local, uri, attributes, isEmpty: isSelfClosing, where: starts.tag };
}
