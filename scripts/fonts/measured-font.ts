import { Blob, Buffer, Direction, Face, Font, type FontExtents, shape } from "harfbuzzjs";

/** A font as HarfBuzz shapes it; all lengths are in units of the font. */
export class MeasuredFont {
  readonly unitsPerEm: number;
  /** Its ascent, its descent, below zero, and the gap between lines. */
  readonly lines: FontExtents;
  readonly #font: Font;
  readonly #buffer = new Buffer();

  /** @param font TrueType */
  constructor(font: Uint8Array<ArrayBuffer>) {
    this.#font = new Font(new Face(new Blob(font)));
    this.unitsPerEm = this.#font.face.upem;
    this.lines = this.#font.hExtents();
  }

  /** @returns the number of a sign's glyph; nothing where the font lacks the sign */
  glyphOf(sign: string): number | undefined {
    return this.#font.glyph(codeOf(sign)) || undefined;
  }

  /** @throws Error where the font lacks the sign */
  advanceOf(sign: string): number {
    const glyph = this.glyphOf(sign);
    if (glyph === undefined) throw new Error(`the font has no «${sign}»`);
    return this.#font.glyphHAdvance(glyph);
  }

  /** @returns how far the second of two signs is moved; nearer where it is below zero */
  kerningOf(left: string, right: string): number {
    this.#buffer.reset();
    this.#buffer.addCodePoints([codeOf(left), codeOf(right)]);
    this.#buffer.setDirection(Direction.LTR);
    this.#buffer.guessSegmentProperties();
    shape(this.#font, this.#buffer);
    const [first] = this.#buffer.getGlyphPositions();
    return (first?.xAdvance ?? 0) - this.advanceOf(left);
  }
}

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0;
