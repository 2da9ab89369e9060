/** Width and height of a film as it is shown, in pixels. */
export interface FilmSize {
  readonly width: number;
  readonly height: number;
}

/** The body of a box or an element, without its head. */
interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * @param bytes of an MP4 (ISO/IEC 14496-12): boxes in boxes, of which «tkhd» of a track says its size
 * @returns nothing where no track has one
 */
export function mp4Size(bytes: Buffer): FilmSize | undefined {
  const tracks = within(boxes(bytes), "moov").flatMap((moov) => within(boxes(moov), "trak"));
  const heads = tracks.flatMap((track) => within(boxes(track), "tkhd"));
  return heads.map(sizeOfTrack).find(isSize);
}

/** The head of a track ends with a matrix of nine numbers, the width and the height. */
const TRACK_END = 44;

function sizeOfTrack(head: Buffer): FilmSize | undefined {
  const end = head.length - TRACK_END;
  if (end < 0) return undefined;
  // Fixed-point numbers of 16 bits before the point.
  const [width, height] = [head.readUInt16BE(end + 36), head.readUInt16BE(end + 40)];
  // A telephone held upright turns the film by a quarter: nothing of its width stays in its width.
  const isTurned = head.readInt32BE(end) === 0 && head.readInt32BE(end + 4) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}

/** Of one box or element: what tells the size stands near the beginning, or there are few. */
const MOST_PARTS = 10_000;

function boxes(bytes: Buffer): Part[] {
  const found: Part[] = [];
  for (let at = 0; at + 8 <= bytes.length && found.length < MOST_PARTS; ) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
    const head = isLong ? 16 : 8;
    if (size < head) break;
    const name = bytes.toString("latin1", at + 4, at + 8);
    found.push({ name, bytes: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return found;
}

/** Elements of Matroska (RFC 9559) by their marks. */
const WEBM = {
  segment: "18538067",
  tracks: "1654ae6b",
  track: "ae",
  video: "e0",
  width: "b0",
  height: "ba",
} as const;

/**
 * @param bytes of a WebM: elements in elements, of which «Video» of a track says its size
 * @returns nothing where no track has one
 */
export function webmSize(bytes: Buffer): FilmSize | undefined {
  const path = [WEBM.segment, WEBM.tracks, WEBM.track, WEBM.video];
  const videos = path.reduce(
    (around, name) => around.flatMap((part) => within(elements(part), name)),
    [bytes],
  );
  const numberIn = (video: Buffer, name: string): number => {
    const [value] = within(elements(video), name);
    return value === undefined || value.length === 0 || value.length > 4
      ? 0
      : value.readUIntBE(0, value.length);
  };
  return videos
    .map((video) => ({ width: numberIn(video, WEBM.width), height: numberIn(video, WEBM.height) }))
    .find(isSize);
}

function elements(bytes: Buffer): Part[] {
  const found: Part[] = [];
  for (let at = 0; at < bytes.length && found.length < MOST_PARTS; ) {
    const sizeAt = at + lengthOf(bytes, at);
    const start = sizeAt + lengthOf(bytes, sizeAt);
    if (start > bytes.length) break;
    const end = start + sizeOfElement(bytes, sizeAt, start);
    found.push({ name: bytes.toString("hex", at, sizeAt), bytes: bytes.subarray(start, end) });
    at = end;
  }
  return found;
}

/** The zeros before the first one in a number's first byte say how many bytes follow. */
function lengthOf(bytes: Buffer, at: number): number {
  return Math.clz32(bytes[at] ?? 0) - 23;
}

/** All ones mean an unknown size: the file was written while it was recorded. */
function sizeOfElement(bytes: Buffer, at: number, start: number): number {
  const most = 2 ** (7 * (start - at)) - 1;
  let size = (bytes[at] ?? 0) & (0xff >> (start - at));
  for (let next = at + 1; next < start; next++) size = size * 256 + (bytes[next] ?? 0);
  return size === most ? bytes.length - start : size;
}

function within(parts: readonly Part[], name: string): Buffer[] {
  return parts.filter((part) => part.name === name).map(({ bytes }) => bytes);
}

function isSize(size: FilmSize | undefined): size is FilmSize {
  return size !== undefined && size.width > 0 && size.height > 0;
}
