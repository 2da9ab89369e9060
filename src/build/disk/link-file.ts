import { copyFileSync, linkSync, statSync, utimesSync } from "node:fs";

/**
 * The same file under another name: on one disk, that takes no room and hardly any time. A copy has the times
 * of its file.
 *
 * @throws Error with code EEXIST where something stands there
 */
export function linkFileSync(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    copyFileSync(from, to);
    copyTimes(from, to);
  }
}

/** In seconds: as dates, which are rounded to milliseconds, some would be of the next second. */
export function copyTimes(from: string, to: string): void {
  const { atimeMs, mtimeMs } = statSync(from);
  utimesSync(to, atimeMs / 1000, mtimeMs / 1000);
}
