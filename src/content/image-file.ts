import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { imageSize } from "image-size";
import { tooLarge } from "./file-sizes.ts";
import { findNoText } from "./signs.ts";

/** What a browser has to know of an image before it has it. */
export interface ImageFacts {
  /** In pixels, as it is shown: turned as its camera says. */
  readonly width: number;
  readonly height: number;
  /** Whether it is a drawing or an animation, which is published as it is. */
  readonly isFixed: boolean;
}

/** Why an image cannot be shown, in Russian, from a small letter on: «картинки «a.jpg» нет …». */
export class ImageError extends Error {
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

const SHOWN_BY_BROWSERS = new Set(["avif", "gif", "jpg", "png", "svg", "webp"]);
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
  const bytes = readBytes(file, name);
  const { width, height, type = "", orientation = 1 } = sizeOf(bytes, name);
  if (!SHOWN_BY_BROWSERS.has(type)) {
    const message = `картинку «${name}» браузеры не показывают: её формат — ${type}.`;
    throw new ImageError(message, `${MEND}.`);
  }
  if (type === "svg" && !isPlainDrawing(bytes)) {
    const message = `в рисунке «${name}» есть не только рисунок: программа, ссылка на неё или свои сущности.`;
    throw new ImageError(message, "сохраните его в редакторе как простой SVG (plain SVG).");
  }
  const isFixed = type === "svg" || type === "gif" || isAnimated(bytes, type);
  const isTurned = type === "jpg" && orientation >= FIRST_QUARTER_TURN;
  return isTurned ? { width: height, height: width, isFixed } : { width, height, isFixed };
}

function readBytes(file: string, name: string): Buffer {
  const excess = tooLarge(file);
  if (excess !== undefined) {
    const message = `картинка «${name}» слишком велика: ${excess}.`;
    throw new ImageError(message, "уменьшите её в редакторе картинок.");
  }
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const mend = "проверьте, что файл можно читать.";
    throw new ImageError(`картинка «${name}» не читается: ${reason}.`, mend);
  }
}

/** Scripts, other namespaces, programs in links, and what could write one of these in another way. */
const MORE_THAN_DRAWING =
  /<(?:[^\s<>/]*:)?(?:script|handler|foreignobject|iframe|object|embed)\b|[\s"'/]on[a-z]+\s*=|javascript:|vbscript:|data:(?!image\/(?:png|jpe?g|gif|webp)[;,])|<!doctype[^>]*\[|<!entity|<!attlist|<\?xml-stylesheet|1999\/xhtml/i;

/** A drawing that is opened by its own address runs what is in it, as a page of the site. */
function isPlainDrawing(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  const text = bytes.toString("utf8");
  const [, encoding = "utf-8"] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text) ?? [];
  if (encoding.toLowerCase() !== "utf-8" || findNoText(text) !== undefined) return false;
  const isClean = (one: string): boolean => !MORE_THAN_DRAWING.test(one);
  const read = decodeReferences(text);
  return isClean(read) && isClean(read.replace(/[\s\p{Cc}]+/gu, ""));
}

/** Browsers read &#106;avascript: as javascript:. */
function decodeReferences(text: string): string {
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
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
function isAnimated(bytes: Buffer, type: string): boolean {
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
