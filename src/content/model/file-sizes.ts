import { statSync } from "node:fs";

/**
 * No file of an archive that is read as a whole is larger, in bytes: a text of that size is ten Bibles,
 * and one eight times as large is more than JavaScript can hold in a string.
 */
export const MOST_FILE_BYTES = 64_000_000;

/**
 * Looks before a file is read.
 *
 * @param most bytes
 * @returns what is wrong with it: «700 МБ, а читается не больше 64 МБ»; nothing where it may be read, or
 *   is not there
 */
export function tooLarge(file: string, most: number = MOST_FILE_BYTES): string | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size > most
    ? `${megabytes(size)} МБ, а читается не больше ${megabytes(most)} МБ`
    : undefined;
}

/** @returns whole megabytes, so many that it fits */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
