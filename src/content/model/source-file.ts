import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { findNoText, withoutOldBreaks } from "./control-characters.ts";
import { tooLarge } from "./file-sizes.ts";
import { positionIn } from "./position.ts";
import { ContentError } from "./problem.ts";
import { isInside } from "./real-path.ts";

/** A text file of the archive as it was read. */
export interface SourceFile {
  readonly path: string;
  /** Its text: no byte order mark, line ends as \n, none of the old kinds. */
  readonly text: string;
}

/**
 * Reads a UTF-8 text file.
 *
 * @param path the file
 * @returns its text, without a byte order mark and with \n at the ends of lines
 * @throws ContentError where the file cannot be read, is not UTF-8 or holds signs that are no text,
 *   with the place of the first wrong one
 */
export function readSource(path: string): SourceFile {
  const bytes = readBytes(path);
  if (!isUtf8(bytes)) throw new ContentError([encodingProblem(path, bytes)]);
  const text = decode(bytes);
  refuseNoText(path, text);
  return { path, text };
}

/**
 * Finds an optional file. Anything else under its name is an error: settings that are passed over make
 * another site.
 *
 * @param path the file; a symbolic link has to lead to a file in the same folder
 * @throws ContentError where something else stands there
 */
export function hasSource(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.isSymbolicLink()) refuseOutside(path);
  if (statSync(path).isFile()) return true;
  const mend = "положите на это место сам файл.";
  throw new ContentError([{ file: path, message: "Это не обычный файл.", mend }]);
}

function refuseOutside(link: string): void {
  const mend = "положите на её место сам файл.";
  const refuse = (message: string) => new ContentError([{ file: link, message, mend }]);
  let real: string;
  try {
    real = realpathSync(link);
  } catch {
    throw refuse("Символическая ссылка никуда не ведёт.");
  }
  const isOwn = isInside(real, realpathSync(dirname(link)));
  if (!isOwn) throw refuse("Символическая ссылка ведёт за пределы этой папки.");
}

/** @returns the text of UTF-8, without a byte order mark and with \n at the ends of lines */
export function decode(bytes: Buffer): string {
  const marked = bytes.toString("utf8").replace(/^\uFEFF/, "");
  return withoutOldBreaks(marked.replace(/\r\n?/g, "\n"));
}

/** Feeds and maps cannot hold such a sign, and a browser shows another one for it. */
function refuseNoText(file: string, text: string): void {
  const found = findNoText(text);
  if (found === undefined) return;
  const message = `В файле стоит служебный знак, которого не бывает в тексте: ${found.name}.`;
  const mend = "удалите его: поставьте курсор в это место и наберите слово заново.";
  throw new ContentError([{ file, ...positionIn(text, found.index), message, mend }]);
}

function readBytes(path: string): Buffer {
  const excess = tooLarge(path);
  if (excess !== undefined) {
    const mend = "проверьте, тот ли это файл; большой текст разделите на несколько.";
    throw new ContentError([{ file: path, message: `Файл слишком велик: ${excess}.`, mend }]);
  }
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const mend = "проверьте, что файл есть и что его можно читать.";
    throw new ContentError([{ file: path, message: `Файл не читается: ${reason}.`, mend }]);
  }
}

function encodingProblem(file: string, bytes: Buffer) {
  // The decoder puts U+FFFD where it meets a byte that is no UTF-8.
  const decoded = bytes.toString("utf8");
  return {
    file,
    ...positionIn(decoded, decoded.indexOf("\uFFFD")),
    message: "Файл не в кодировке UTF-8.",
    mend: "сохраните файл в редакторе в кодировке UTF-8 (возможно, сейчас это windows-1251).",
  };
}
