import { createHash } from "node:crypto";
import {
  closeSync,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { NO_NAME, PACKED_TWIN } from "./aliases.ts";
import type { Problem } from "./problem.ts";
import type { KnownFile, KnownFiles } from "./scan.ts";

/** A file that is published as it is. */
export interface StaticFile {
  /** Its place in the site, without «/» in front: price.pdf */
  readonly path: string;
  readonly file: string;
  /** SHA-256 of its bytes, in base 64. */
  readonly hash: string;
}

export interface StaticFiles {
  /** In the order of their paths. */
  readonly files: readonly StaticFile[];
  /** Files with a dot at the front, which are not published. */
  readonly hidden: readonly string[];
  readonly problems: readonly Problem[];
  /** For the next look. */
  readonly known: KnownFiles;
}

/** The newspaper's own styles, in a folder with the files that they use. */
export const CUSTOM_STYLES = "custom.css";

/** Folders of the site whose files are kept, or told of, by rules of their own. */
const OWN_FOLDERS = new Set(["admin", "assets", "pagefind", "search", "sitemaps", "sums"]);

/** Proofs that a site is one's own, and other agreements between machines (RFC 8615). */
const FOR_MACHINES = ".well-known";

/** What systems and Git leave in folders. */
const MADE_BY_PROGRAMS = /^\.(?:DS_Store|gitkeep|gitignore|_.*)$/;

/**
 * Lists the files of a newspaper that are published as they are.
 *
 * @param folder its subfolders are looked through too; it may be missing
 * @param known what an earlier look left: a file with the same size and times is not read again
 * @param taken folders that its own may not be called as; those of the site by default
 */
export function listStatic(
  folder: string | undefined,
  known: KnownFiles = new Map(),
  taken: ReadonlySet<string> = OWN_FOLDERS,
): StaticFiles {
  const walk = new Walk(known, taken);
  const isThere =
    folder !== undefined && lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (isThere) walk.begin(folder);
  return walk.found();
}

class Walk {
  readonly #files: StaticFile[] = [];
  readonly #hidden: string[] = [];
  readonly #problems: Problem[] = [];
  readonly #before: KnownFiles;
  readonly #taken: ReadonlySet<string>;
  readonly #known = new Map<string, KnownFile>();

  constructor(before: KnownFiles, taken: ReadonlySet<string>) {
    this.#before = before;
    this.#taken = taken;
  }

  begin(folder: string): void {
    const kind = lstatSync(folder);
    if (kind.isDirectory()) this.#enter(folder, "");
    else {
      const [message, mend] = kind.isSymbolicLink() ? LINK : NO_FOLDER;
      this.#problems.push({ file: folder, message, mend });
    }
  }

  found(): StaticFiles {
    const files = this.#files.sort((a, b) => (a.path < b.path ? -1 : 1));
    const problems = [...this.#problems, ...twinProblems(files)];
    return { files, hidden: this.#hidden.sort(), problems, known: this.#known };
  }

  #enter(folder: string, place: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      this.#take(entry, join(folder, entry.name), place);
    }
  }

  #take(entry: Dirent, file: string, place: string): void {
    const { name } = entry;
    const isHidden = name.startsWith(".") && !(place === "" && name === FOR_MACHINES);
    if (isHidden) {
      if (!MADE_BY_PROGRAMS.test(name)) this.#hidden.push(file);
      return;
    }
    const path = `${place}${name.normalize("NFC")}`;
    const wrong = wrongWith(entry, path, this.#taken);
    if (wrong !== undefined) this.#problems.push({ file, ...wrong });
    else if (entry.isDirectory()) this.#enter(file, `${path}/`);
    else this.#files.push({ path, file, hash: this.#hashOf(file) });
  }

  #hashOf(file: string): string {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    const before = this.#before.get(file);
    const isSame = before?.[0] === size && before[1] === mtimeMs && before[2] === ctimeMs;
    const hash = isSame ? before[3] : fingerprintOf(file);
    // A file that is changed twice within the clock's tick looks the same.
    const isSettled = Math.max(mtimeMs, ctimeMs) < Date.now() - TICK_MS;
    if (isSettled) this.#known.set(file, [size, mtimeMs, ctimeMs, hash, null, null, [], [], []]);
    return hash;
  }
}

const TICK_MS = 2000;

function wrongWith(
  entry: Dirent,
  path: string,
  taken: ReadonlySet<string>,
): Pick<Problem, "message" | "mend"> | undefined {
  const [root = ""] = path.split("/");
  const told = ([message, mend]: readonly [string, string]) => ({ message, mend });
  if (entry.isSymbolicLink()) return told(LINK);
  if (!entry.isFile() && !entry.isDirectory()) return told(NO_FILE);
  if (!isName(entry.name)) return told(NO_ADDRESS);
  if (!taken.has(root.toLowerCase())) return undefined;
  const message = `Имя «${root}» в корне занято самим сайтом.`;
  return { message, mend: "положите файлы в папку с другим именем." };
}

/** Node puts a sign of its own where a name's bytes are no UTF-8. */
function isName(name: string): boolean {
  return name.trim() === name && !NO_NAME.test(name) && !name.includes("\uFFFD");
}

/** Two names of one form; and what servers would send instead of another file. */
function twinProblems(files: readonly StaticFile[]): Problem[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, file }, index): Problem[] => {
    if (files[index - 1]?.path === path) {
      const message = "Имя то же, что у соседа: различаются только записью букв (й, ё).";
      return [{ file, message, mend: "оставьте одно из двух или переименуйте." }];
    }
    const base = path.replace(PACKED_TWIN, "");
    const isTwin = base !== path && (paths.has(base) || /\.html?$/i.test(base));
    if (!isTwin) return [];
    const message = `Серверы отдали бы этот файл вместо «/${base}»: так называется сжатая копия.`;
    return [{ file, message, mend: "переименуйте его; сжатые копии делает npm run compress." }];
  });
}

const CHUNK = 1 << 20;

/** @returns SHA-256 in base 64; a file of any size is read piece by piece */
export function fingerprintOf(file: string): string {
  const [hash, buffer, handle] = [createHash("sha256"), Buffer.alloc(CHUNK), openSync(file, "r")];
  try {
    for (let read = CHUNK; read > 0; ) {
      read = readSync(handle, buffer, 0, CHUNK, null);
      hash.update(buffer.subarray(0, read));
    }
    return hash.digest("base64");
  } finally {
    closeSync(handle);
  }
}

const LINK = [
  "Символическая ссылка: публикуются только сами файлы.",
  "положите на её место сам файл.",
] as const;
const NO_FOLDER = ["Это не папка.", "сделайте static папкой или переименуйте файл."] as const;
const NO_FILE = ["Это не обычный файл (канал, сокет или устройство).", "удалите его."] as const;
const NO_ADDRESS = [
  "Такое имя не может быть адресом.",
  'переименуйте без пробелов по краям и без знаков \\ : * ? " < > | % #.',
] as const;
