import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { filesIn } from "./changes.ts";
import { copyTimes } from "./link-file.ts";
import { FILE_MODE, FOLDER_MODE, setMode } from "./modes.ts";
import { isLockInside, type Mark, markUnfinished, writeMark } from "./ownership.ts";

/** What a copy that was killed leaves beside its file. */
const HALF = ".vestnik-half";

/**
 * Copies a site into a folder that cannot be renamed: a mount, a volume of a container, a folder in a
 * read-only one. Meanwhile it holds files of both sites; its mark says so, and is written last. Each file is
 * replaced whole, and pages come after the files that they load.
 *
 * @param from a finished folder, which stays
 * @param to the folder, which is ours
 */
export function exchangeContents(from: string, to: string, mark: Mark): void {
  markUnfinished(to, mark);
  const wanted = filesIn(from).filter((path) => path !== mark.file);
  for (const path of wanted.sort(pagesLast)) copyTo(join(from, path), join(to, path));
  removeOthers(to, new Set([...wanted, mark.file]));
  writeMark(to, mark, readFileSync(join(from, mark.file), "utf8"));
}

/** What bundles and the search are made of goes first, then what names it. */
function pagesLast(a: string, b: string): number {
  const rank = (path: string): number =>
    Number(path.endsWith(".html")) + Number(!/^(?:assets|pagefind|search\/pack)\//.test(path));
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Bytes are compared, for a file may be damaged and still have its size and its time. */
function copyTo(source: string, target: string): void {
  makeFolder(dirname(target));
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found?.isFile() !== true || !readFileSync(source).equals(readFileSync(target))) {
    const half = `${target}${HALF}`;
    rmSync(half, { recursive: true, force: true });
    copyFileSync(source, half);
    if (found?.isDirectory() === true) rmSync(target, { recursive: true });
    renameSync(half, target);
  }
  setMode(target, FILE_MODE);
  copyTimes(source, target);
}

/** A file or a link of the site before may stand where a folder has to be. */
function makeFolder(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found !== undefined) rmSync(folder);
  else makeFolder(dirname(folder));
  mkdirSync(folder);
  setMode(folder, FOLDER_MODE);
}

/** Removes all but some files, and the lock of the folder. */
function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  const folders = new Set<string>();
  for (const path of wanted) for (let up = path; up !== "."; up = dirname(up)) folders.add(up);
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const own = join(path, entry.name);
      if (isLockInside(own)) continue;
      if (!folders.has(own)) rmSync(join(folder, own), { recursive: true });
      else if (entry.isDirectory()) walk(own);
    }
  };
  walk("");
}
