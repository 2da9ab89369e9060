import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../../content/index.ts";
import { FILE_MODE } from "./modes.ts";

/** The file that marks a folder as ours, by its content and not by its presence. */
export interface Mark {
  readonly file: string;
  /** What we write into the file of a finished folder. */
  readonly schema: z.ZodType;
  /** What such a folder is, for messages. */
  readonly what: string;
  /** The mend to tell an editor where another folder stands there. */
  readonly elsewhere: string;
}

/** The mark of a folder that is being filled, so that a killed build leaves a folder that is still ours. */
const UNFINISHED = { generator: "vestnik", isUnfinished: true } as const;
const unfinishedSchema = z.object({
  generator: z.literal("vestnik"),
  isUnfinished: z.literal(true),
});

/** Of a folder that nothing can be made beside, the lock lies in it, under this name. */
export const LOCK_INSIDE = ".vestnik.lock";

/** @returns whether a name at the top of a folder is of its lock, which is none of its contents */
export function isLockInside(name: string): boolean {
  return name === LOCK_INSIDE || name.startsWith(`${LOCK_INSIDE}.`);
}

/** The prefix of the mark's draft, which a killed writer may leave; its process number follows. */
function draftOf(mark: Mark): string {
  return `.${mark.file}.unfinished`;
}

/** What stands at a place. */
type Standing = "nothing" | "a link" | "a file" | "an empty folder" | "ours" | "foreign";

function standingAt(folder: string, mark: Mark): Standing {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return "nothing";
  if (found.isSymbolicLink()) return "a link";
  if (!found.isDirectory()) return "a file";
  const isNothing = (name: string): boolean => name.startsWith(draftOf(mark)) || isLockInside(name);
  if (readdirSync(folder).every(isNothing)) return "an empty folder";
  const form = z.union([mark.schema, unfinishedSchema]);
  return isWritten(join(folder, mark.file), form) ? "ours" : "foreign";
}

/** @returns whether a folder has the mark of a finished one */
export function isMarkedWhole(folder: string, { file, schema }: Mark): boolean {
  return isWritten(join(folder, file), schema);
}

/** A link would lead to the mark of another folder. */
function isWritten(file: string, schema: z.ZodType): boolean {
  try {
    if (!lstatSync(file).isFile()) return false;
    return schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).success;
  } catch {
    return false;
  }
}

/**
 * Nothing that is not ours is replaced or removed, whatever the options say.
 *
 * @throws ContentError where something stands there that is not ours
 */
export function checkReplaceable(folder: string, mark: Mark): void {
  const standing = standingAt(folder, mark);
  if (["nothing", "an empty folder", "ours"].includes(standing)) return;
  const mend = `перенесите это или ${mark.elsewhere}.`;
  throw new ContentError([{ file: folder, message: foreign(standing, mark), mend }]);
}

function foreign(standing: Standing, { file, what }: Mark): string {
  if (standing === "a file") return "Это файл, а не папка.";
  if (standing === "a link") return "Это ссылка, а не папка.";
  return `Папка не пуста, и это не ${what}, собранный раньше (нет нашего ${file}). Она не тронута.`;
}

/**
 * Removes a folder of ours, its mark last, so that what a killed build leaves of it is still ours.
 *
 * @throws ContentError where something else stands there
 */
export async function removeOwn(folder: string, mark: Mark): Promise<void> {
  checkReplaceable(folder, mark);
  if (standingAt(folder, mark) === "nothing") return;
  const others = readdirSync(folder).filter((name) => name !== mark.file);
  for (const name of others) await rm(join(folder, name), { recursive: true, force: true });
  await rm(join(folder, mark.file), { force: true });
  await rmdir(folder);
}

/** Says that a folder is ours and not whole. */
export function markUnfinished(folder: string, mark: Mark): void {
  writeMark(folder, mark, `${JSON.stringify(UNFINISHED)}\n`);
}

/** Writes a mark whole, on the disk too: the other files of the folder may still be in memory only. */
export function writeMark(folder: string, mark: Mark, text: string): void {
  const draft = join(folder, `${draftOf(mark)}.${process.pid}`);
  const file = openSync(draft, "w");
  try {
    writeFileSync(file, text);
    fchmodSync(file, FILE_MODE);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, join(folder, mark.file));
}
