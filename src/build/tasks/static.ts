import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ContentError, fingerprintOf, type StaticFile } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";

export interface StaticOrder {
  readonly files: readonly StaticFile[];
}

/**
 * Publishes files as they are.
 *
 * @throws ContentError where one is changed meanwhile
 */
export async function run({ files }: StaticOrder, folder: string): Promise<void> {
  for (const { path, file, hash } of files) {
    const target = join(folder, PUBLISHED, path);
    await mkdir(dirname(target), { recursive: true });
    // A clone where the disk can; never a link, through which an edit would change the copy.
    await copyFile(file, target, constants.COPYFILE_FICLONE);
    if (fingerprintOf(target) === hash) continue;
    const message = "Файл изменился, пока строился сайт.";
    throw new ContentError([{ file, message, mend: "соберите сайт ещё раз." }]);
  }
}
