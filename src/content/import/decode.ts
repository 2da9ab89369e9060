import { isUtf8 } from "node:buffer";
import { ContentError } from "../model/problem.ts";
import { russianScore } from "./russian-letters.ts";

/** A text and how its bytes were understood. */
export interface DecodedText {
  /** Line ends as \n, no byte order mark. */
  readonly text: string;
  /** As TextDecoder calls it: windows-1251. */
  readonly encoding: string;
  /** The encoding that the file names, if that is a wrong one. */
  readonly contradicted?: string | undefined;
  /** Whether the encoding was guessed by the letters. */
  readonly isGuess: boolean;
}

/** Single-byte encodings of Russian that are tried. */
const RUSSIAN_ENCODINGS = ["windows-1251", "koi8-r"];

/** Bytes that an encoding is told by. */
const SAMPLE = 200_000;

/** The lowest score of a text that passes for Russian. */
const RUSSIAN_ENOUGH = -5;

const MEND =
  "сохраните файл в UTF-8 или назовите его кодировку: --encoding windows-1251 (или koi8-r).";

/**
 * Turns bytes into text: by the byte order mark, as UTF-8 if they are that, by the encoding in an XML
 * declaration or an HTML meta element, else by the letters as windows-1251 or KOI8-R.
 *
 * @param file the name that messages carry
 * @param asked wins over all of this
 * @throws ContentError where the encoding is unknown, or none fits
 */
export function decodeText(file: string, bytes: Buffer, asked?: string): DecodedText {
  const mark = byteOrderMark(bytes);
  const declared = declaredEncoding(bytes);
  const known = asked ?? mark;
  if (known !== undefined) return decodeAs(file, bytes, known, declared, false);
  if (bytes.subarray(0, SAMPLE).includes(0)) throw binary(file);
  if (isUtf8(bytes)) return decodeAs(file, bytes, "utf-8", declared, false);
  if (declared !== undefined && fits(file, bytes, declared.label)) {
    return decodeAs(file, bytes, declared.label, declared, false);
  }
  return decodeAs(file, bytes, guess(file, bytes), declared, true);
}

interface Declaration {
  readonly label: string;
  readonly line: number;
  readonly column: number;
}

function byteOrderMark(bytes: Buffer): string | undefined {
  const head = bytes.toString("latin1", 0, 3);
  if (head === "\xef\xbb\xbf") return "utf-8";
  if (head.startsWith("\xff\xfe")) return "utf-16le";
  return head.startsWith("\xfe\xff") ? "utf-16be" : undefined;
}

const DECLARATIONS = [
  /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']{1,40})["']/,
  /<meta\b[^>]*?\bcharset\s*=\s*["']?([\w-]{1,40})/i,
];

function declaredEncoding(bytes: Buffer): Declaration | undefined {
  const head = bytes.toString("latin1", 0, 4096).replace(/^\xef\xbb\xbf/, "");
  if (!/^\s*</.test(head)) return undefined;
  const match = DECLARATIONS.map((form) => form.exec(head)).find((found) => found !== null);
  const label = match?.[1];
  if (match === undefined || label === undefined) return undefined;
  const before = head.slice(0, match.index + match[0].lastIndexOf(label)).split("\n");
  return { label, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function fits(file: string, bytes: Buffer, label: string): boolean {
  const encoding = decoderOf(file, label).encoding;
  if (encoding === "utf-8" || encoding.startsWith("utf-16")) return false;
  const score = russianScore(decoderOf(file, label).decode(bytes.subarray(0, SAMPLE)));
  return score === undefined || score >= RUSSIAN_ENOUGH || bestGuess(bytes).score <= score;
}

function guess(file: string, bytes: Buffer): string {
  const { encoding, score } = bestGuess(bytes);
  if (score >= RUSSIAN_ENOUGH) return encoding;
  const message = "Кодировка файла не опознана: это не UTF-8, не windows-1251 и не KOI8-R.";
  throw new ContentError([{ file, message, mend: MEND }]);
}

function bestGuess(bytes: Buffer): { readonly encoding: string; readonly score: number } {
  const sample = bytes.subarray(0, SAMPLE);
  const scored = RUSSIAN_ENCODINGS.map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return { encoding, score: russianScore(text) ?? Number.NEGATIVE_INFINITY };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best));
}

function decodeAs(
  file: string,
  bytes: Buffer,
  label: string,
  declared: Declaration | undefined,
  isGuess: boolean,
): DecodedText {
  const decoder = decoderOf(file, label, declared?.label === label ? declared : undefined);
  const text = decodeWhole(file, decoder, bytes).replace(/\r\n?/g, "\n");
  const isOther = declared !== undefined && encodingOf(declared.label) !== decoder.encoding;
  // A text of ASCII is the same in all of them.
  const contradicted = isOther && /[^\0-\x7f]/.test(text) ? declared.label : undefined;
  return { text, encoding: decoder.encoding, contradicted, isGuess };
}

function decodeWhole(file: string, decoder: TextDecoder, bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    const message = `Файл не в кодировке ${decoder.encoding}: в нём есть байты, которых в ней нет.`;
    throw new ContentError([{ file, message, mend: MEND }]);
  }
}

function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

function decoderOf(file: string, label: string, place: Partial<Declaration> = {}): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    const { line, column } = place;
    const at = line === undefined || column === undefined ? {} : { line, column };
    const message = `Кодировки «${label}» эта программа не знает.`;
    throw new ContentError([{ file, ...at, message, mend: MEND }]);
  }
}

function binary(file: string): ContentError {
  const message = "Это не текст: в файле есть нулевые байты.";
  return new ContentError([{ file, message, mend: "укажите файл с текстом." }]);
}
