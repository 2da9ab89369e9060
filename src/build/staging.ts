import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ContentError, displayPath } from "../content/index.ts";

/** Every finished site holds this file; a folder without it is not ours to replace. */
export const MANIFEST = "build.json";

/**
 * Makes a site beside the place where it is to stand, and puts it there only when it is whole.
 * Where the work fails, the site that stands there stays as it is.
 *
 * @param output the folder of the finished site
 * @param work fills the folder that it is given
 * @param mark the file by which a folder that may be replaced is known
 * @throws ContentError where the output cannot be written or is not a site of ours; whatever
 *   the work throws
 */
export async function replaceSite<Result>(
  output: string,
  work: (folder: string) => Promise<Result>,
  mark: string = MANIFEST,
): Promise<Result> {
  checkReplaceable(output, mark);
  const staging = `${output}.next`;
  await tellingWhere(output, async () => {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
  });
  try {
    const result = await work(staging);
    await tellingWhere(output, () => swap(staging, output));
    return result;
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

async function swap(staging: string, output: string): Promise<void> {
  const previous = `${output}.previous`;
  await rm(previous, { recursive: true, force: true });
  if (existsSync(output)) await rename(output, previous);
  await rename(staging, output);
  await rm(previous, { recursive: true, force: true });
}

/** A wrong --output must not cost anybody a folder. */
function checkReplaceable(output: string, mark: string): void {
  if (!existsSync(output)) return;
  const mend = "укажите другую папку: --output ПАПКА.";
  if (!statSync(output).isDirectory()) {
    throw new ContentError([{ file: output, message: "Это файл, а не папка.", mend }]);
  }
  const foreign = readdirSync(output).length > 0 && !existsSync(join(output, mark));
  if (!foreign) return;
  const message = `Папка не пуста, и это не сайт, собранный раньше (нет ${mark}).`;
  throw new ContentError([{ file: output, message, mend }]);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "нет прав на запись",
  EPERM: "нет прав на запись",
  EROFS: "диск открыт только для чтения",
  ENOSPC: "на диске нет места",
  ENOTDIR: "часть пути — файл, а не папка",
  EEXIST: "часть пути — файл, а не папка",
};

async function tellingWhere(output: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    const message = `Сайт нельзя записать в ${displayPath(output)}: ${reason}.`;
    const mend = "освободите место, дайте права или укажите другую папку: --output ПАПКА.";
    throw new ContentError([{ file: output, message, mend }]);
  }
}
