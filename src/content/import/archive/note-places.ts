import { escapeHtml } from "../../../language/index.ts";
import type { Note, Place } from "../imported-item.ts";
import type { TextPlaces } from "../places.ts";

/** Finds the places of the notes of one item in the file of its source. */
export class ItemNotes {
  readonly #places: TextPlaces;
  readonly #item: Place;
  readonly #done: number;
  #cut: string | undefined;
  /** Behind the last place of each thing: the next note of the same thing is about a later place. */
  readonly #after = new Map<string, number>();

  /**
   * @param item where the item begins
   * @param done where it ends, as a part of the file: 0 to 1
   */
  constructor(places: TextPlaces, item: Place, done: number) {
    this.#places = places;
    this.#item = item;
    this.#done = done;
  }

  /** @returns the place of the thing that a note is about; of the item where it is not found */
  placeOf({ what, detail, written = detail, field }: Note): Place {
    if (written === undefined && field === undefined) return this.#item;
    const start = this.#places.offsetOf(this.#item);
    this.#cut ??= this.#textFrom(start);
    const text = this.#cut;
    const key = `${what} ${field ?? written}`;
    const from = this.#after.get(key) ?? 0;
    const found =
      (field === undefined ? undefined : fieldAt(text, field)) ??
      (written === undefined
        ? undefined
        : (textAt(text, written, from) ?? textAt(text, written, 0)));
    if (found === undefined) return this.#item;
    this.#after.set(key, found + 1);
    return this.#places.at(start + found);
  }

  #textFrom(start: number): string {
    const { text } = this.#places;
    return text.slice(start, Math.max(Math.round(this.#done * text.length), start));
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

/** Shorter texts would be found at a wrong place. */
const SHORTEST = 3;

/** Looks for a text as it is, then as HTML, addresses and JSON encode it. */
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
  const escaped = plain.flatMap((one) => [one, escapeHtml(one)]);
  return new Set(escaped.flatMap((one) => [one, inJson(one), inJson(one).replaceAll("/", "\\/")]));
}

function uriOf(text: string, write: (text: string) => string): string {
  try {
    return write(text);
  } catch {
    return text;
  }
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
