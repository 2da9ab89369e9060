import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ContentError, displayPath } from "../content/index.ts";
import { causesOf } from "./causes.ts";
import { exchange } from "./exchange.ts";

/** Every finished site holds this file; a folder without it is not ours to replace. */
export const MANIFEST = "build.json";

/**
 * Makes a folder beside the place where it is to stand, and puts it there only when it is whole.
 * Where the work fails, what stands there stays as it is.
 *
 * @param output the folder
 * @param mark the file by which a folder that may be replaced is known
 * @param work fills the folder that it is given
 * @throws ContentError where the output cannot be written or is not ours; whatever the work throws
 */
export async function replaceFolder<Result>(
  output: string,
  mark: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  checkReplaceable(output, mark);
  const staging = stagingOf(output);
  await tellingWhere(output, async () => {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
  });
  try {
    const result = await work(staging);
    await tellingWhere(output, () => swap(output));
    return result;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** @returns where the next folder is made */
export function stagingOf(output: string): string {
  return `${output}.next`;
}

/**
 * Puts the next folder in the place of the one that stands there, which becomes the next one: it is
 * not the newest any more, but little has to be changed to make it that. Where the system cannot do
 * that in one step, nothing stands there for some millionths of a second.
 */
export async function swap(output: string): Promise<void> {
  const [next, previous] = [stagingOf(output), `${output}.previous`];
  await rm(previous, { recursive: true, force: true });
  if (!existsSync(output)) return rename(next, output);
  if (await exchange(next, output)) return;
  await rename(output, previous);
  await rename(next, output);
  await rename(previous, next);
}

/** After a build that was ended between the renames: the last good folder stands again. */
export async function recover(output: string): Promise<void> {
  const previous = `${output}.previous`;
  if (!existsSync(output) && existsSync(previous)) await rename(previous, output);
}

/**
 * A wrong --output must not cost anybody a folder.
 *
 * @throws ContentError where something stands there that is not ours
 */
export function checkReplaceable(output: string, mark: string): void {
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
  EDQUOT: "место, отведённое на диске, кончилось",
  ENOTDIR: "часть пути — файл, а не папка",
  EEXIST: "часть пути — файл, а не папка",
};

/** Whatever could not be written, it was for one of these: «ENOSPC: no space left on device, write». */
const DISK_FAULT = /\b(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)\b/;

/**
 * What a disk refuses while parts are made, in this process or another, is no fault of the program.
 *
 * @param cache where parts are made
 * @returns what an editor can mend; any other error as it is
 */
export function explainDisk(error: unknown, cache: string): unknown {
  if (error instanceof ContentError || !(error instanceof Error)) return error;
  const said = causesOf(error).map((cause) => (cause instanceof Error ? cause.message : ""));
  const [, code = ""] = DISK_FAULT.exec(said.join("\n")) ?? [];
  const reason = REASONS[code];
  if (reason === undefined) return error;
  const message = `Части сайта нельзя записать в ${displayPath(cache)}: ${reason}.`;
  const mend = "освободите место, дайте права или укажите другую папку: --cache ПАПКА.";
  return new ContentError([{ file: cache, message, mend }]);
}

/** @throws ContentError that says where and why it cannot be written */
export async function tellingWhere<Result>(
  output: string,
  step: () => Promise<Result>,
): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ContentError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
    const message = `Сайт нельзя записать в ${displayPath(output)}: ${reason}.`;
    const mend = "освободите место, дайте права или укажите другую папку: --output ПАПКА.";
    throw new ContentError([{ file: output, message, mend }]);
  }
}
