/** How EXIF says that a camera was held: 1 is upright, 5 to 8 turn by a quarter. */
const UPRIGHT = 1;
const ORIENTATION = 0x0112;

/** The chunks that hold EXIF. Of JPEG the library that reads sizes knows it. */
const CHUNKS: Readonly<Record<string, string>> = { png: "eXIf", webp: "EXIF" };

/** A TIFF file begins with its byte order; in WebP some programs write «Exif» and two zeros before. */
const TIFF = /II\*\0|MM\0\*/;

/** @returns how the camera was held that took a PNG or a WebP; upright where EXIF says nothing */
export function orientationOf(bytes: Buffer, type: string): number {
  const name = CHUNKS[type];
  const chunk = name === undefined ? -1 : bytes.lastIndexOf(name);
  const head = chunk < 0 ? null : TIFF.exec(bytes.toString("latin1", chunk, chunk + 18));
  if (head === null) return UPRIGHT;
  const tiff = bytes.subarray(chunk + head.index);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    return shortOf(view, head[0].startsWith("I"), ORIENTATION) ?? UPRIGHT;
  } catch {
    // It ends too early: browsers do not read it either.
    return UPRIGHT;
  }
}

/** @returns the value of a tag of the first directory, whose entries have 12 bytes each */
function shortOf(tiff: DataView, isLittle: boolean, tag: number): number | undefined {
  const start = tiff.getUint32(4, isLittle);
  const entries = Array.from(
    { length: tiff.getUint16(start, isLittle) },
    (_, at) => start + 2 + 12 * at,
  );
  const found = entries.find((at) => tiff.getUint16(at, isLittle) === tag);
  return found === undefined ? undefined : tiff.getUint16(found + 8, isLittle);
}
