import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { ContentError, displayPath } from "../../content/index.ts";
import { causesOf } from "./causes.ts";
import { exchange } from "./exchange.ts";
import { exchangeContents } from "./in-place.ts";
import { FOLDER_MODE, setMode } from "./modes.ts";
import { checkReplaceable, type Mark, markUnfinished, removeOwn } from "./ownership.ts";

/**
 * Makes a folder beside the place where it is to stand, and puts it there only when it is whole.
 * Where the work fails, what stands there stays as it is.
 *
 * @param output the folder
 * @param mark by which a folder that may be replaced is known
 * @param work fills the folder that it is given, its mark last
 * @param staging where it is made
 * @throws ContentError where the output cannot be written or is not ours; whatever the work throws
 */
export async function replaceFolder<Result>(
  output: string,
  mark: Mark,
  work: (folder: string) => Promise<Result>,
  staging: string = stagingOf(output),
): Promise<Result> {
  checkReplaceable(output, mark);
  await tellingWhere(output, () => beginFolder(staging, mark));
  try {
    const result = await work(staging);
    await tellingWhere(output, () => swap(output, staging, mark));
    return result;
  } finally {
    await removeOwn(staging, mark);
  }
}

/** An empty folder that is known to be ours from the beginning; what stood there is removed. */
export async function beginFolder(folder: string, mark: Mark): Promise<void> {
  await removeOwn(folder, mark);
  await mkdir(folder, { recursive: true });
  setMode(folder, FOLDER_MODE);
  markUnfinished(folder, mark);
}

/** @returns where the next folder is made, where one can be made beside it */
export function stagingOf(output: string): string {
  return `${output}.next`;
}

/** @returns where the folder before stands for a moment */
export function previousOf(output: string): string {
  return `${output}.previous`;
}

/** Error codes for a folder that cannot be renamed: a mount, a layer of a container, no rights. */
const CANNOT_RENAME = ["EXDEV", "EBUSY", "EACCES", "EPERM", "EROFS", "EINVAL"];

/**
 * How a folder took its place: whole, or file by file, so that for a time files of both stood there.
 */
export type Swap = "whole" | "by files";

/**
 * Puts the next folder in the place of the one that stands there, which becomes the next one: it is
 * not the newest any more, but little has to be changed to make it that. Where the system cannot do
 * that in one step, nothing stands there for some millionths of a second. Where the folder cannot be
 * renamed at all, it gets the contents of the next one, which stays.
 */
export async function swap(output: string, staging: string, mark: Mark): Promise<Swap> {
  const previous = previousOf(output);
  await removeOwn(previous, mark);
  if (!existsSync(output)) {
    await rename(staging, output);
    return "whole";
  }
  if (await exchange(staging, output)) return "whole";
  if (!(await isMoved(output, previous))) {
    exchangeContents(staging, output, mark);
    return "by files";
  }
  await rename(staging, output).catch(async (error: unknown) => {
    await rename(previous, output);
    throw error;
  });
  await rename(previous, staging);
  return "whole";
}

async function isMoved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!CANNOT_RENAME.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return false;
  }
}

/** After a build that was ended between the renames: the last good folder stands again. */
export async function recover(output: string, mark: Mark): Promise<void> {
  const previous = previousOf(output);
  if (existsSync(output) || !existsSync(previous)) return;
  checkReplaceable(previous, mark);
  await rename(previous, output);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "нет прав на запись",
  EPERM: "нет прав на запись",
  EROFS: "диск открыт только для чтения",
  // The same word is said where there is room, but no number for another file.
  ENOSPC: "на диске нет места или кончились номера файлов (inode)",
  EDQUOT: "место, отведённое на диске, кончилось",
  ENOTDIR: "часть пути — файл, а не папка",
  EEXIST: "часть пути — файл, а не папка",
};

/** Whatever could not be written, it was for one of these: «ENOSPC: no space left on device, write». */
const DISK_FAULT = /\b(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)\b/;

/** What Node says of a folder with those above it where the disk takes no more files. */
const NO_FOLDER = /\bENOENT: no such file or directory, mkdir\b/;

/**
 * Turns a refusal of the disk, in this process or another, into a message that an editor can act on.
 *
 * @param cache where artifacts are made
 * @returns what an editor can mend; any other error as it is
 */
export function explainDisk(error: unknown, cache: string): unknown {
  if (error instanceof ContentError || !(error instanceof Error)) return error;
  const said = causesOf(error).map((cause) => (cause instanceof Error ? cause.message : ""));
  const text = said.join("\n");
  const [, code = ""] = DISK_FAULT.exec(text) ?? [];
  const reason = REASONS[NO_FOLDER.test(text) ? "ENOSPC" : code];
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
