import type { Note, Place } from "../imported-item.ts";

/** Tells where in a file of a source the things stand that notes are about. */
export class NotePlaces {
  readonly #text: string;
  /** Where each line of the text begins; made when it is first asked for. */
  #lines: readonly number[] | undefined;

  /** @param text of the file, line ends as \n */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param place where the item begins
   * @param done where it ends, as a part of the file: 0 to 1
   */
  of(place: Place, done: number): ItemNotes {
    return new ItemNotes(this, place, Math.round(done * this.#text.length));
  }

  /** @returns the text from a place to an end, and where it begins */
  cut({ line = 1, column = 1 }: Place, end: number): { text: string; start: number } {
    const start = (this.#starts()[line - 1] ?? 0) + column - 1;
    return { text: this.#text.slice(start, Math.max(end, start)), start };
  }

  at(file: string, offset: number): Place {
    const starts = this.#starts();
    let [from, to] = [0, starts.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if ((starts[middle] ?? 0) <= offset) from = middle;
      else to = middle - 1;
    }
    return { file, line: from + 1, column: offset - (starts[from] ?? 0) + 1 };
  }

  #starts(): readonly number[] {
    this.#lines ??= [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    return this.#lines;
  }
}

/** The places of the notes of one item. */
export class ItemNotes {
  readonly #places: NotePlaces;
  readonly #item: Place;
  readonly #end: number;
  #cut: { readonly text: string; readonly start: number } | undefined;
  /** Behind the last place of each thing: what is told of twice stands there twice. */
  readonly #after = new Map<string, number>();

  constructor(places: NotePlaces, item: Place, end: number) {
    this.#places = places;
    this.#item = item;
    this.#end = end;
  }

  /** @returns where the thing stands that a note is about; the place of the item where it is not found */
  placeOf({ what, detail, written = detail, field }: Note): Place {
    if (written === undefined && field === undefined) return this.#item;
    this.#cut ??= this.#places.cut(this.#item, this.#end);
    const { text, start } = this.#cut;
    const key = `${what} ${field ?? written}`;
    const from = this.#after.get(key) ?? 0;
    const found =
      (field === undefined ? undefined : fieldAt(text, field)) ??
      (written === undefined
        ? undefined
        : (textAt(text, written, from) ?? textAt(text, written, 0)));
    if (found === undefined) return this.#item;
    this.#after.set(key, found + 1);
    return this.#places.at(this.#item.file, start + found);
  }
}

/** A key of YAML, TOML, JSON or of a line «Name: value»; in WordPress's exports its name is a text. */
function fieldAt(text: string, field: string): number | undefined {
  const name = field.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const key = new RegExp(
    `(?:^[ \\t]*|[{,]\\s*|\\[|>)(?<key>["']?)${name}\\k<key>(?=\\s*[:=\\]<])`,
    "im",
  );
  const match = key.exec(text);
  if (match === null) return undefined;
  return match.index + match[0].length - field.length - (match.groups?.key?.length ?? 0);
}

/** A sign or two stand anywhere. */
const SHORTEST = 3;

/** In the forms in which a format may have it, as it is first. */
function textAt(text: string, given: string, from: number): number | undefined {
  const wanted = given.trim();
  if (wanted.length < SHORTEST) return undefined;
  for (const form of formsOf(wanted)) {
    const at = text.indexOf(form, from);
    if (at !== -1) return at;
  }
  return wordsAt(text, wanted, from);
}

function formsOf(text: string): Set<string> {
  const plain = [text, uriOf(text, decodeURI), uriOf(text, encodeURI)];
  const escaped = plain.flatMap((one) => [one, escapedXml(one)]);
  return new Set(escaped.flatMap((one) => [one, inJson(one), inJson(one).replaceAll("/", "\\/")]));
}

function uriOf(text: string, write: (text: string) => string): string {
  try {
    return write(text);
  } catch {
    return text;
  }
}

function escapedXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** How many words of a text are enough to know it by. */
const ENOUGH = 4;

/** The same words with tags, marks and signs between them: a table, a passage with a link. */
function wordsAt(text: string, wanted: string, from: number): number | undefined {
  const words = wanted.match(/[\p{L}\p{N}]+/gu)?.slice(0, ENOUGH) ?? [];
  if (words.length < 2) return undefined;
  const between = String.raw`(?:<[^<>]{0,300}>|[^\p{L}\p{N}<]){1,20}`;
  const form = new RegExp(`(?<![\\p{L}\\p{N}])${words.join(between)}`, "gu");
  form.lastIndex = from;
  return form.exec(text)?.index;
}
