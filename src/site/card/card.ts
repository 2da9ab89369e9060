import { ACCENT_PAINT, CARD_HEIGHT, CARD_WIDTH, Canvas, INK_PAINT, SOFT_PAINT } from "./canvas.ts";
import { cardFaces, type Faces, type Typeface } from "./glyphs.ts";
import { cutLine, type SetTitle, setTitle, signsOf } from "./lines.ts";

export type { CardAtlas } from "./glyphs.ts";

/** What a card says; all of it plain text. */
export interface CardText {
  readonly title: string;
  /** A topic or a section. */
  readonly kicker?: string | undefined;
  /** The site's name. */
  readonly site: string;
  /** A date as readers read it. */
  readonly date?: string | undefined;
}

/** In pixels; what stands out above capital letters and below the line keeps 72 of them free. */
const MARGIN = 80;
const WIDTH = CARD_WIDTH - 2 * MARGIN;
const KICKER_BASELINE = MARGIN + 26;
/** From a title's cap height; marks stand above it: Ё, Й. */
const TITLE_TOP = MARGIN + 14;
const TITLE_TOP_UNDER_KICKER = 152;
const TITLE_BOTTOM = 474;
const RULE = { x: MARGIN, y: 494, width: WIDTH, height: 4 };
const FOOT_BASELINE = CARD_HEIGHT - MARGIN - 6;
/** Between the site's name and the date. */
const FOOT_GAP = 40;

const MOST_LINES = 5;
/** In parts of the size. */
const LINE_HEIGHT = 1.16;
const CAP_HEIGHT = 0.7;

/** Every card of a process is drawn on it: to ask for memory each time takes longer. */
let paper: Canvas | undefined;

/**
 * Draws the picture that stands for a page where somebody shares its address: the title, what it
 * belongs to, the site's name and the date.
 *
 * @returns a PNG file of 1200×630 pixels, the same for the same text
 */
export function drawCard(text: CardText): Uint8Array {
  const faces = cardFaces();
  const canvas = clean();
  drawKicker(canvas, faces.plain, text.kicker);
  drawTitle(canvas, faces, text);
  canvas.fill(RULE, ACCENT_PAINT);
  drawFoot(canvas, faces, text);
  return canvas.toPng();
}

function clean(): Canvas {
  paper ??= new Canvas();
  paper.clear();
  return paper;
}

function drawKicker(canvas: Canvas, face: Typeface, kicker: string | undefined): void {
  if (kicker === undefined) return;
  const line = cutLine(signsOf(kicker, face), face, WIDTH);
  canvas.text(line, face, MARGIN, KICKER_BASELINE, ACCENT_PAINT);
}

function drawTitle(canvas: Canvas, faces: Faces, { title, kicker }: CardText): void {
  const top = kicker === undefined ? TITLE_TOP : TITLE_TOP_UNDER_KICKER;
  const { face, lines } = titleOf(title, faces, TITLE_BOTTOM - top);
  const first = top + Math.round(face.size * CAP_HEIGHT);
  for (const [index, line] of lines.entries()) {
    canvas.text(line, face, MARGIN, first + index * lineHeightOf(face), INK_PAINT);
  }
}

function titleOf(title: string, faces: Faces, height: number): SetTitle {
  const linesOf = (face: Typeface): number =>
    Math.min(MOST_LINES, Math.floor(height / lineHeightOf(face)));
  return setTitle(title, faces.titles, { width: WIDTH, linesOf });
}

const lineHeightOf = (face: Typeface): number => Math.round(face.size * LINE_HEIGHT);

function drawFoot(canvas: Canvas, { name, plain }: Faces, { site, date }: CardText): void {
  const right = cutLine(signsOf(date ?? "", plain), plain, WIDTH / 2);
  const width = plain.widthOf(right);
  canvas.text(right, plain, MARGIN + WIDTH - width, FOOT_BASELINE, SOFT_PAINT);
  const room = WIDTH - (width === 0 ? 0 : width + FOOT_GAP);
  canvas.text(cutLine(signsOf(site, name), name, room), name, MARGIN, FOOT_BASELINE, INK_PAINT);
}
