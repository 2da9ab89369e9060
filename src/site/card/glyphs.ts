import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

/** The picture of a sign. */
export interface Bitmap {
  /** From the pen to its left edge and from the baseline up to its top, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Opacities from 0 to 15, row by row. */
  readonly pixels: Uint8Array;
}

/** What scripts/card-glyphs.ts writes: measures of fonts, and pictures of their signs in sizes. */
export interface CardAtlas {
  readonly fonts: Readonly<Record<string, FontFacts>>;
  readonly faces: readonly FaceFacts[];
}

export interface FontFacts {
  /** By sign, in thousandths of an em. */
  readonly advances: Readonly<Record<string, number>>;
  /** By the left sign, then by the right one, in thousandths of an em. */
  readonly kerning: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface FaceFacts {
  readonly use: "title" | "name" | "plain";
  readonly font: string;
  /** In pixels. */
  readonly size: number;
  /** Left, top, width, height by sign; the pixels of all follow one another in this order. */
  readonly glyphs: Readonly<Record<string, readonly [number, number, number, number]>>;
}

/** Stands for a sign that the fonts do not have. */
export const REPLACEMENT = "\ufffd";

/** A sign and where the pen is for it, in pixels from the start of the line. */
export interface Place {
  readonly sign: string;
  readonly at: number;
}

/** A font in one size. */
export class Typeface {
  readonly size: number;
  readonly #font: FontFacts;
  readonly #bitmaps: ReadonlyMap<string, Bitmap>;

  constructor(size: number, font: FontFacts, bitmaps: ReadonlyMap<string, Bitmap>) {
    this.size = size;
    this.#font = font;
    this.#bitmaps = bitmaps;
  }

  /** @param sign one that `has` */
  bitmapOf(sign: string): Bitmap {
    const bitmap = this.#bitmaps.get(sign);
    if (bitmap === undefined) throw new Error(`no glyph for «${sign}»`);
    return bitmap;
  }

  has(sign: string): boolean {
    return this.#bitmaps.has(sign);
  }

  /** How far the pen moves over signs of the face, in pixels. */
  widthOf(signs: readonly string[]): number {
    let width = 0;
    let before = "";
    for (const sign of signs) {
      width += this.#kerning(before, sign) + this.#advance(sign);
      before = sign;
    }
    return width;
  }

  /** Signs one after the other; one without a width, as the stress, stands over the one before. */
  placesOf(signs: readonly string[]): Place[] {
    const places: Place[] = [];
    let pen = 0;
    let before = "";
    for (const sign of signs) {
      pen += this.#kerning(before, sign);
      const advance = this.#advance(sign);
      places.push({ sign, at: advance === 0 ? this.#over(before, sign, pen) : pen });
      pen += advance;
      before = sign;
    }
    return places;
  }

  #over(base: string, mark: string, pen: number): number {
    const { left, width } = this.bitmapOf(mark);
    return pen - this.#advance(base) / 2 - width / 2 - left;
  }

  #advance(sign: string): number {
    return ((this.#font.advances[sign] ?? 0) * this.size) / 1000;
  }

  #kerning(left: string, right: string): number {
    return ((this.#font.kerning[left]?.[right] ?? 0) * this.size) / 1000;
  }
}

/** The faces of cards. */
export interface Faces {
  /** For titles, from the largest. */
  readonly titles: readonly Typeface[];
  /** For the site's name, from the largest. */
  readonly names: readonly Typeface[];
  /** For all else. */
  readonly plain: Typeface;
}

let known: Faces | undefined;

/** Reads the glyphs, once in a process. */
export function cardFaces(): Faces {
  known ??= readFaces();
  return known;
}

function readFaces(): Faces {
  const { fonts, faces } = JSON.parse(readPacked("glyphs.json.br").toString("utf8")) as CardAtlas;
  const readBitmaps = bitmapReader(readPacked("glyphs.bin.br"));
  const all = faces.map((face) => {
    const font = fonts[face.font];
    if (font === undefined) throw new Error(`glyphs.json.br has no font ${face.font}`);
    return { use: face.use, typeface: new Typeface(face.size, font, readBitmaps(face.glyphs)) };
  });
  const of = (use: string) => all.filter((one) => one.use === use).map((one) => one.typeface);
  const [plain] = of("plain");
  if (plain === undefined) throw new Error("glyphs.json.br lacks faces");
  return { titles: of("title"), names: of("name"), plain };
}

const readPacked = (name: string): Buffer =>
  brotliDecompressSync(readFileSync(new URL(name, import.meta.url)));

/** Reads the bitmaps of one face after the other. */
function bitmapReader(packed: Buffer): (glyphs: FaceFacts["glyphs"]) => Map<string, Bitmap> {
  let at = 0;
  return (glyphs) => {
    const bitmaps = new Map<string, Bitmap>();
    for (const [sign, [left, top, width, height]] of Object.entries(glyphs)) {
      const length = width * height;
      bitmaps.set(sign, { left, top, width, height, pixels: unpack(packed, at, length) });
      at += length;
    }
    return bitmaps;
  };
}

/** Opacities lie two in a byte, the first in its high half. */
function unpack(packed: Buffer, from: number, length: number): Uint8Array {
  const pixels = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const at = from + index;
    pixels[index] = ((packed[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 15;
  }
  return pixels;
}
