import { copyFile, link } from "node:fs/promises";

/** The same file under another name costs no space; where disks cannot do that, it is copied. */
export async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}
