/** Media types of a site's files. Servers know most of them, but not the same ones. */
export const FILE_TYPES: Readonly<Record<string, readonly string[]>> = {
  "text/html": ["html"],
  "text/css": ["css"],
  "text/javascript": ["js"],
  "text/plain": ["txt"],
  "text/xml": ["xml"],
  "application/json": ["json"],
  "application/manifest+json": ["webmanifest"],
  "image/svg+xml": ["svg"],
  "image/avif": ["avif"],
  "image/gif": ["gif"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/x-icon": ["ico"],
  "font/woff2": ["woff2"],
  "audio/aac": ["aac"],
  "audio/flac": ["flac"],
  "audio/mp4": ["m4a"],
  "audio/mpeg": ["mp3"],
  "audio/ogg": ["oga", "ogg", "opus"],
  "audio/wav": ["wav"],
  "video/mp4": ["mp4"],
  "video/ogg": ["ogv"],
  "video/webm": ["webm"],
  "text/vtt": ["vtt"],
  "application/pdf": ["pdf"],
  "application/zip": ["zip"],
};

/** What gets smaller; pictures, fonts and the files of the search index are packed already. */
const TEXT =
  /^(?:text\/|image\/svg\+xml|application\/(?:(?:\w+\+)?(?:json|xml)|javascript|manifest\+json))/;

/** @param type as Content-Type names it, with or without a charset */
export function isText(type: string): boolean {
  return TEXT.test(type);
}

/** The types of all files that get smaller. */
export const TEXT_TYPES: readonly string[] = Object.keys(FILE_TYPES).filter(isText);

const TEXT_ENDS = TEXT_TYPES.flatMap((type) => FILE_TYPES[type] ?? []);

/** Smaller ones fit into a packet as they are. In bytes. */
export const SMALLEST_PACKED = 1024;

/**
 * @param path of a file
 * @param size in bytes
 * @returns whether packing it is worth it
 */
export function isWorthPacking(path: string, size: number): boolean {
  const end = /\.([^./]+)$/.exec(path)?.[1] ?? "";
  return size > SMALLEST_PACKED && TEXT_ENDS.includes(end);
}
