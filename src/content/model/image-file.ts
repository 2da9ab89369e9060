import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { imageSize } from "image-size";
import { readDrawing } from "./drawing/drawing.ts";
import { DrawingFault } from "./drawing/drawing-fault.ts";
import { tooLarge } from "./file-sizes.ts";
import { orientationOf } from "./orientation.ts";
import type { Position } from "./position.ts";

/** From the formats that browsers show to the endings of their files, the usual one first. */
const ENDINGS = {
  avif: [".avif"],
  gif: [".gif"],
  jpg: [".jpg", ".jpeg"],
  png: [".png"],
  svg: [".svg"],
  webp: [".webp"],
} as const;

export type ImageType = keyof typeof ENDINGS;

/** Facts of an image that pages state, so that its place is kept before it is loaded. */
export interface ImageFacts {
  /** In pixels, as it is shown: turned as its camera says. */
  readonly width: number;
  readonly height: number;
  /** What its bytes are, whatever it is called. */
  readonly type: ImageType;
  /** Whether it is a drawing or an animation, which is published without other sizes. */
  readonly isFixed: boolean;
}

/** Why an image cannot be shown, in Russian, from a small letter on: «картинки «a.jpg» нет …». */
export class ImageError extends Error {
  readonly mend: string;
  /** Where in the file of the image the reason stands, if it does. */
  readonly place: ({ readonly file: string } & Position) | undefined;

  constructor(message: string, mend: string, place?: ImageError["place"]) {
    super(message);
    this.mend = mend;
    this.place = place;
  }
}

const MEND = "откройте её в редакторе картинок и сохраните как JPEG, PNG, WebP, AVIF, GIF или SVG";

/** From here on, EXIF says that a camera was held upright: 5 to 8 turn by a quarter. */
const FIRST_QUARTER_TURN = 5;

const WEBP_ANIMATION = 0b10;

/**
 * @param file on disk
 * @param name how the editor calls it
 * @throws ImageError where the file is no image, or one that browsers do not show
 */
export function readImageFacts(file: string, name: string): ImageFacts {
  const bytes = readBytes(file, name, "картинка");
  // The invisible parts of a drawing may be longer than the beginning that is searched for a size.
  if (isNamedDrawing(name) && isMarkup(bytes)) return drawingFacts(file, name, bytes);
  const {
    width,
    height,
    type = "",
    orientation = orientationOf(bytes, type),
  } = sizeOf(bytes, name);
  if (!isShown(type)) {
    const message = `картинку «${name}» браузеры не показывают: её формат — ${type}.`;
    throw new ImageError(message, `${MEND}.`);
  }
  if (type === "svg") return drawingFacts(file, name, bytes);
  const isFixed = type === "gif" || isAnimated(bytes, type);
  const isTurned = !isFixed && orientation >= FIRST_QUARTER_TURN;
  const size = isTurned ? { width: height, height: width } : { width, height };
  return { ...size, type, isFixed };
}

function isShown(type: string): type is ImageType {
  return Object.hasOwn(ENDINGS, type);
}

/** @returns the endings of a format, with dots; the first one is the usual one */
export function endingsOf(type: ImageType): readonly string[] {
  return ENDINGS[type];
}

/**
 * Servers tell browsers what a file is by its ending: a GIF that is called evil.js would be a script.
 *
 * @throws ImageError where an image is not called as its bytes are
 */
export function refuseEnding(name: string, type: ImageType): void {
  const ending = extname(name);
  if (endingsOf(type).includes(ending.toLowerCase())) return;
  const [usual = ""] = endingsOf(type);
  const stem = ending === "" ? name : name.slice(0, -ending.length);
  const message = `картинка «${name}» на деле ${type.toUpperCase()}, а имя файла кончается не на «${usual}».`;
  throw new ImageError(message, `переименуйте файл в ${stem}${usual} и исправьте имя в тексте.`);
}

const SMALLER = {
  картинка: "уменьшите её в редакторе картинок.",
  запись: "сожмите её, разделите на части или дайте ссылку на видеохостинг.",
} as const;

/** @throws ImageError where the file is too large, or may not be read */
export function readBytes(file: string, name: string, what: keyof typeof SMALLER): Buffer {
  const excess = tooLarge(file);
  if (excess !== undefined) {
    throw new ImageError(`${what} «${name}» слишком велика: ${excess}.`, SMALLER[what]);
  }
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const mend = "проверьте, что файл можно читать.";
    throw new ImageError(`${what} «${name}» не читается: ${reason}.`, mend);
  }
}

function isNamedDrawing(name: string): boolean {
  return extname(name).toLowerCase() === ".svg";
}

function isMarkup(bytes: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(bytes.toString("latin1", 0, LONGEST_START));
}

/** Blank lines before the first tag, in bytes. */
const LONGEST_START = 256;

function drawingFacts(file: string, name: string, bytes: Buffer): ImageFacts {
  // The library wants one space between the numbers, where SVG has commas as well.
  const svg = drawingOf(file, name, bytes).svg.replace(/ viewBox="[^"]*"/, (box) =>
    box.replace(/[\s,]+/g, " ").replace(/(?<=") | (?=")/g, ""),
  );
  const { width, height } = sizeOf(Buffer.from(svg), name);
  return { width, height, type: "svg", isFixed: true };
}

function drawingOf(file: string, name: string, bytes: Buffer) {
  try {
    return readDrawing(bytes);
  } catch (error) {
    if (!(error instanceof DrawingFault)) throw error;
    const message = `рисунок «${name}»: ${error.message}.`;
    throw new ImageError(message, error.mend, { file, ...error.place });
  }
}

function sizeOf(bytes: Uint8Array, name: string): ReturnType<typeof imageSize> {
  try {
    const size = imageSize(bytes);
    if (size.width > 0 && size.height > 0) return size;
  } catch {
    // Every message of the library says the same: it found no size.
  }
  const message = `картинка «${name}» не читается: в файле не видно её размеров.`;
  throw new ImageError(message, `${MEND}; в SVG нужны width и height или viewBox.`);
}

/** In WebP a flag of the extended header says so, in PNG a chunk before the pixels, in AVIF a brand. */
function isAnimated(bytes: Buffer, type: ImageType): boolean {
  if (type === "webp") {
    const isExtended = bytes.toString("latin1", 12, 16) === "VP8X";
    return isExtended && ((bytes[20] ?? 0) & WEBP_ANIMATION) !== 0;
  }
  if (type === "png") {
    const control = bytes.indexOf("acTL");
    return control !== -1 && control < bytes.indexOf("IDAT");
  }
  return type === "avif" && bytes.toString("latin1", 8, 12) === "avis";
}
