import { extname } from "node:path";
import { type FilmSize, mp4Size, webmSize } from "./film-size.ts";
import { ImageError, readBytes } from "./image-file.ts";
import { MEDIA_KINDS, type MediaEnding, type MediaKind } from "./media-names.ts";

/** Facts of a sound or a film that pages state before it is loaded. */
export interface MediaFacts {
  readonly kind: MediaKind;
  /** Of a film, in pixels, as it is shown. */
  readonly size?: FilmSize | undefined;
}

interface Format {
  /** How a file of it begins. */
  readonly begins: RegExp;
  readonly sizeOf?: (bytes: Buffer) => FilmSize | undefined;
}

const OGG: Format = { begins: /^OggS/ };

const FORMATS: Readonly<Record<MediaEnding, Format>> = {
  ".mp3": { begins: /^(?:ID3|\xff[\xe2-\xff])/ },
  ".m4a": { begins: /^.{4}ftyp/s },
  ".ogg": OGG,
  ".opus": OGG,
  ".wav": { begins: /^RIFF.{4}WAVE/s },
  ".mp4": { begins: /^.{4}ftyp/s, sizeOf: mp4Size },
  ".webm": { begins: /^.E\xdf\xa3/s, sizeOf: webmSize },
};

/** Of a file, for its signature. */
const BEGINNING = 16;

/**
 * @param file on disk
 * @param name how the editor calls it
 * @throws ImageError where browsers do not play it
 */
export function readMediaFacts(file: string, name: string): MediaFacts {
  const ending = extname(name).toLowerCase() as MediaEnding;
  const format = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
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
  if (format.sizeOf === undefined || size !== undefined) return { kind: MEDIA_KINDS[ending], size };
  const message = `запись «${name}» не читается: в файле не видно размеров кадра.`;
  throw new ImageError(message, `${MEND}.`);
}

const MEND = "сохраните её заново: звук — как MP3, фильм — как MP4 (H.264)";
