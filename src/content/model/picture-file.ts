import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, normalize, relative, sep } from "node:path";

export interface FoundFile {
  /** As the disk calls it. */
  readonly file: string;
  /** Its name as it should have been written, where that differs in capitals. */
  readonly meant?: string | undefined;
}

/**
 * Finds a file by the name that an editor wrote. Some disks take `й` of two signs for that of one, some
 * capitals for small letters. Here `й` is always one letter, and capitals always differ.
 *
 * @param folder where the name starts
 * @param name with «/» between folders: photo.jpg, ../photos/a.jpg
 * @returns nothing where there is none
 */
export function findFile(folder: string, name: string): FoundFile | undefined {
  const wanted = normalize(name);
  const file = join(folder, wanted);
  if (isFile(file) && isSpelled(folder, file, wanted)) return { file };
  const found = spellings(folder, wanted);
  if (found === undefined || !isFile(join(folder, found.path))) return undefined;
  const meant = found.isSame ? undefined : found.path.split(sep).join("/");
  return { file: join(folder, found.path), meant };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** The system tells how a name is spelled; where links are in the way, the folders have to be read. */
function isSpelled(folder: string, file: string, wanted: string): boolean {
  const real = relative(realpathSync.native(folder), realpathSync.native(file));
  return oneForm(real) === oneForm(wanted);
}

/** @returns how the folders on the way spell a path, and whether that is how it is written */
function spellings(folder: string, path: string): { path: string; isSame: boolean } | undefined {
  const names: string[] = [];
  let isSame = true;
  for (const name of path.split(sep)) {
    const found = name === ".." ? name : spelling(join(folder, ...names), name);
    if (found === undefined) return undefined;
    isSame &&= oneForm(found) === oneForm(name);
    names.push(found);
  }
  return { path: join(...names), isSame };
}

function spelling(folder: string, wanted: string): string | undefined {
  const names = namesIn(folder);
  if (names.includes(wanted)) return wanted;
  const [form, bare] = [oneForm(wanted), oneForm(wanted).toLowerCase()];
  return (
    names.find((name) => oneForm(name) === form) ??
    names.find((name) => oneForm(name).toLowerCase() === bare)
  );
}

/** A folder that is missing or unreadable has no names to suggest. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** `й` may be one sign or two. */
export function oneForm(name: string): string {
  return name.normalize("NFC");
}
