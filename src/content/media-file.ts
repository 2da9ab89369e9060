import { extname } from "node:path";
import { type FilmSize, mp4Size, webmSize } from "./film-size.ts";
import { ImageError, readBytes } from "./image-file.ts";

/** What plays in a page. */
export type MediaKind = "audio" | "video";

/** What a browser has to know of a sound or a film before it has it. */
export interface MediaFacts {
  readonly kind: MediaKind;
  /** Of a film, in pixels, as it is shown. */
  readonly size?: FilmSize | undefined;
}

interface Format {
  readonly kind: MediaKind;
  /** How a file of it begins. */
  readonly begins: RegExp;
  readonly sizeOf?: (bytes: Buffer) => FilmSize | undefined;
}

const OGG: Format = { kind: "audio", begins: /^OggS/ };

/** By endings: what all browsers of the last years play. Servers know their types by them too. */
const FORMATS: Readonly<Record<string, Format>> = {
  ".mp3": { kind: "audio", begins: /^(?:ID3|\xff[\xe2-\xff])/ },
  ".m4a": { kind: "audio", begins: /^.{4}ftyp/s },
  ".ogg": OGG,
  ".opus": OGG,
  ".wav": { kind: "audio", begins: /^RIFF.{4}WAVE/s },
  ".mp4": { kind: "video", begins: /^.{4}ftyp/s, sizeOf: mp4Size },
  ".webm": { kind: "video", begins: /^.E\xdf\xa3/s, sizeOf: webmSize },
};

export const MEDIA_ENDINGS: readonly string[] = Object.keys(FORMATS);

/** What editors have besides, and browsers do not play. */
const UNPLAYED = /^\.(?:3gp|aac|aiff?|avi|flac|flv|m4v|mkv|mov|mpe?g|oga|ogv|wma|wmv)$/;

/** Of a file, for its signature. */
const BEGINNING = 16;

/** @param name of a file; @returns whether it is called as a sound or a film, be it one that plays or not */
export function isNamedMedia(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return Object.hasOwn(FORMATS, ending) || UNPLAYED.test(ending);
}

/**
 * @param file on disk
 * @param name how the editor calls it
 * @throws ImageError where browsers do not play it
 */
export function readMediaFacts(file: string, name: string): MediaFacts {
  const format = FORMATS[extname(name).toLowerCase()];
  if (format === undefined) {
    const message = `запись «${name}» браузеры не проигрывают.`;
    throw new ImageError(message, `${MEND}.`);
  }
  const bytes = readBytes(file, name, "запись");
  if (!format.begins.test(bytes.toString("latin1", 0, BEGINNING))) {
    const message = `запись «${name}» внутри не то, чем названа: её имя кончается на «${extname(name)}».`;
    throw new ImageError(message, `назовите файл по его формату или ${MEND}.`);
  }
  const size = format.sizeOf?.(bytes);
  if (format.sizeOf === undefined || size !== undefined) return { kind: format.kind, size };
  const message = `запись «${name}» не читается: в файле не видно размеров кадра.`;
  throw new ImageError(message, `${MEND}.`);
}

const MEND = "сохраните её заново: звук — как MP3, фильм — как MP4 (H.264)";
