import { readFileSync, statSync } from "node:fs";
import { writeWhole } from "../model/write-file.ts";

/**
 * Puts a mended text into its file, with the line ends and the byte order mark that the file has. It
 * takes the place of the old one at once, so that a fault leaves one of the two whole.
 *
 * @param text with \n at the ends of lines
 */
export function writeMended(file: string, text: string): void {
  const before = readFileSync(file, "utf8");
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  const isDos = before.includes("\r\n");
  const bytes = mark + (isDos ? text.replaceAll("\n", "\r\n") : text);
  writeWhole(file, bytes, statSync(file).mode);
}
