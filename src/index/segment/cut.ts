import { createHash } from "node:crypto";

/**
 * Where files are cut: behind a least size at the next key whose hash says so. An edit that makes one
 * thing longer or shorter then moves no cut but those beside it, and leaves all other files as they
 * were.
 */
export interface CutRule {
  /** No file has less, but the last one. In bytes or characters. */
  readonly least: number;
  /** None has more, unless one thing alone has. */
  readonly most: number;
  /** One key in so many may begin a file. */
  readonly every: number;
}

/**
 * @param size of what the file holds already
 * @param next the size of what comes
 * @param key of what comes
 * @returns whether it begins a file
 */
export function cutsBefore(
  { least, most, every }: CutRule,
  size: number,
  next: number,
  key: string,
) {
  if (size < least) return size > 0 && size + next > most;
  return size + next > most || mayBegin(key, every);
}

function mayBegin(key: string, every: number): boolean {
  return createHash("sha1").update(key).digest().readUInt16BE(0) % every === 0;
}
