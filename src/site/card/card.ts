import { CARD_HEIGHT, CARD_WIDTH, Canvas } from "./canvas.ts";
import { ACCENT_PAINT, INK_PAINT, paletteOf, SOFT_PAINT } from "./colours.ts";
import { cardFaces, type Faces, type Typeface } from "./glyphs.ts";
import { cutLine, type SetTitle, setTitle, signsOf } from "./lines.ts";

export type { CardAtlas } from "./glyphs.ts";

/** The texts of a card; plain. */
export interface CardText {
  readonly title: string;
  /** A topic or a section. */
  readonly kicker?: string | undefined;
  /** The site's name. */
  readonly site: string;
  /** A date as readers read it. */
  readonly date?: string | undefined;
  /** The newspaper's colour in the light theme, as #rrggbb. */
  readonly accent?: string | undefined;
}

/**
 * In pixels; what stands out above capital letters and below the line keeps 56 of them free: X cuts 15 off above
 * and below, others round the corners.
 */
const MARGIN = 64;
const WIDTH = CARD_WIDTH - 2 * MARGIN;
/** At the head of the card, as over the title of a newspaper: a thick line and a thin one. */
const HEAD_RULE = { x: MARGIN, y: MARGIN, width: WIDTH, height: 8 };
const HEAD_LINE = { x: MARGIN, y: MARGIN + 14, width: WIDTH, height: 2 };
/** Between these the kicker and the title stand, in the middle. */
const TOP = 110;
const BOTTOM = 486;
/** From the top of the kicker to that of the title under it. */
const KICKER_HEIGHT = 62;
const FOOT_LINE = { x: MARGIN, y: 506, width: WIDTH, height: 2 };
const FOOT_BASELINE = CARD_HEIGHT - MARGIN - 6;
/** Between the site's name and the date. */
const FOOT_GAP = 40;

const MOST_LINES = 5;
/** In parts of the size: large letters need less room between their lines. */
const LINE_HEIGHT = 1.16;
const CAP_HEIGHT = 0.7;
/** Room below the last line for у, ф, щ. */
const DESCENT = 0.2;
/** How far the block of kicker and title is moved down at most: what stands at the top is read as a title. */
const MOST_SHIFT = 48;

/** Every card of a process is drawn on it: to ask for memory each time takes longer. */
let paper: Canvas | undefined;

/**
 * Draws the picture that messengers show for a page: its title and label, the site's name and the date.
 *
 * @returns a PNG file of 1200×630 pixels, the same for the same text
 */
export function drawCard(text: CardText): Uint8Array {
  const faces = cardFaces();
  const canvas = clean();
  canvas.fill(HEAD_RULE, ACCENT_PAINT);
  canvas.fill(HEAD_LINE, INK_PAINT);
  drawStory(canvas, faces, text);
  canvas.fill(FOOT_LINE, INK_PAINT);
  drawFoot(canvas, faces, text);
  return canvas.toPng(paletteOf(text.accent));
}

function clean(): Canvas {
  paper ??= new Canvas();
  paper.clear();
  return paper;
}

/** The kicker, and the title under it. */
function drawStory(canvas: Canvas, faces: Faces, { title, kicker }: CardText): void {
  const above = kicker === undefined ? 0 : KICKER_HEIGHT;
  const set = titleOf(title, faces, BOTTOM - TOP - above);
  const free = BOTTOM - TOP - above - heightOf(set);
  const top = TOP + Math.min(MOST_SHIFT, Math.floor(free / 2));
  drawKicker(canvas, faces.plain, kicker, top);
  const first = top + above + capHeightOf(set.face);
  for (const [index, line] of set.lines.entries()) {
    canvas.text(line, set.face, MARGIN, first + index * lineHeightOf(set.face), INK_PAINT);
  }
}

function drawKicker(canvas: Canvas, face: Typeface, kicker: string | undefined, top: number): void {
  if (kicker === undefined) return;
  const line = cutLine(signsOf(kicker, face), face, WIDTH);
  canvas.text(line, face, MARGIN, top + capHeightOf(face), ACCENT_PAINT);
}

function titleOf(title: string, faces: Faces, height: number): SetTitle {
  const linesOf = (face: Typeface): number => {
    const more = (height - capHeightOf(face) - descentOf(face)) / lineHeightOf(face);
    return Math.min(MOST_LINES, 1 + Math.floor(more));
  };
  return setTitle(title, faces.titles, { width: WIDTH, linesOf });
}

/** From the top of its capital letters to the bottom of the last line. */
function heightOf({ face, lines }: SetTitle): number {
  return capHeightOf(face) + (lines.length - 1) * lineHeightOf(face) + descentOf(face);
}

const lineHeightOf = (face: Typeface): number => Math.round(face.size * LINE_HEIGHT);
const capHeightOf = (face: Typeface): number => Math.round(face.size * CAP_HEIGHT);
const descentOf = (face: Typeface): number => Math.round(face.size * DESCENT);

function drawFoot(canvas: Canvas, { names, plain }: Faces, { site, date }: CardText): void {
  const right = cutLine(signsOf(date ?? "", plain), plain, WIDTH / 2);
  const width = plain.widthOf(right);
  canvas.text(right, plain, MARGIN + WIDTH - width, FOOT_BASELINE, SOFT_PAINT);
  const room = WIDTH - (width === 0 ? 0 : width + FOOT_GAP);
  const face = nameFaceOf(site, names, room);
  canvas.text(cutLine(signsOf(site, face), face, room), face, MARGIN, FOOT_BASELINE, INK_PAINT);
}

/** The largest in which a name has room, or the smallest. */
function nameFaceOf(name: string, faces: readonly Typeface[], room: number): Typeface {
  const face = faces.find((one) => one.widthOf(signsOf(name, one)) <= room) ?? faces.at(-1);
  if (face === undefined) throw new Error("no face to set a name in");
  return face;
}
