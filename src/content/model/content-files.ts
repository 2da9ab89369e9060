import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { displayPath, type Problem } from "./problem.ts";
import { isInside } from "./real-path.ts";

/** The files in the folder of the articles and below. */
export interface ContentFiles {
  /** In the order of their paths, so that nothing depends on the file system. */
  readonly articles: readonly string[];
  /** Files that are no articles, in the same order. */
  readonly others: readonly string[];
  /** Files called as articles are, but with a dot at the front: nothing of that kind is read. */
  readonly hidden: readonly string[];
  /** What would be missing from the site without a word. */
  readonly problems: readonly Problem[];
}

/**
 * Lists the folder of the articles. A symbolic link is followed where it leads to something in the same
 * folder, and is a problem otherwise; files and folders with a dot at the front are left alone.
 *
 * @param folder has to be there
 */
export function listContent(folder: string): ContentFiles {
  const walk = new Walk(folder);
  return {
    articles: walk.articles.sort(),
    others: walk.others.sort(),
    hidden: walk.hidden.sort(),
    problems: walk.problems,
  };
}

/** @returns whether a file's name is that of an article */
function isArticle(name: string): boolean {
  return [".md", ".markdown"].includes(extname(name).toLowerCase());
}

/** What Emacs and macOS put beside a file is hidden, and meant to be. */
const MADE_BY_PROGRAMS = /^\.[_#]/;

/** Node puts this sign where a name's bytes are no UTF-8, and then does not find the file by it. */
const UNREADABLE_NAME = "\uFFFD";

class Walk {
  readonly articles: string[] = [];
  readonly others: string[] = [];
  readonly hidden: string[] = [];
  readonly problems: Problem[] = [];
  readonly #root: string;
  /** The folders that were read, by where they really lie: none is read twice. */
  readonly #seen = new Map<string, string>();
  /** The paths of folders with articles in them or below. */
  readonly #withArticles = new Set<string>();
  readonly #links: string[] = [];

  constructor(folder: string) {
    this.#root = realpathSync(folder);
    this.#enter(folder, this.#root);
    // Links come last: most lead to files that are found without them. New folders may bring new links.
    for (const link of this.#links) this.#follow(link);
  }

  #enter(folder: string, real: string): void {
    this.#seen.set(real, folder);
    const entries = this.#entriesOf(folder);
    this.#tellTwins(folder, entries);
    for (const entry of entries) this.#take(entry, folder, real);
  }

  #entriesOf(folder: string): Dirent[] {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell(folder, `Папка не читается: ${reason}.`, "дайте права на чтение папки.");
      return [];
    }
  }

  #take(entry: Dirent, folder: string, real: string): void {
    const { name } = entry;
    const path = join(folder, name);
    if (name.startsWith(".")) this.#hide(path, name);
    else if (name.includes(UNREADABLE_NAME)) this.#tell(path, ...NO_UTF8);
    else if (entry.isSymbolicLink()) this.#links.push(path);
    else if (entry.isDirectory()) this.#enter(path, join(real, name));
    else this.#add(path, entry);
  }

  #hide(path: string, name: string): void {
    if (isArticle(name) && !MADE_BY_PROGRAMS.test(name)) this.hidden.push(path);
  }

  #add(path: string, kind: Dirent | Stats): void {
    if (!isArticle(path)) this.others.push(path);
    else if (kind.isFile()) this.#addArticle(path);
    else this.#tell(path, ...NO_FILE);
  }

  #addArticle(path: string): void {
    this.articles.push(path);
    for (let up = dirname(path); !this.#withArticles.has(up); up = dirname(up)) {
      this.#withArticles.add(up);
    }
  }

  #follow(link: string): void {
    const real = this.#targetOf(link);
    if (real === undefined) return;
    const kind = statSync(real);
    if (kind.isDirectory()) this.#enterLinked(link, real);
    else this.#add(link, kind);
  }

  /** Pictures in a folder that is known already are found by any of its names. */
  #enterLinked(link: string, real: string): void {
    const known = this.#seen.get(real);
    if (known === undefined) this.#enter(link, real);
    if (known === undefined || !this.#withArticles.has(known)) return;
    const message = `Ссылка ведёт в папку ${displayPath(known)}, статьи которой сайт и так читает.`;
    this.#tell(link, message, "удалите ссылку; второй адрес статье даёт её поле aliases.");
  }

  /** @returns nothing for a link that was reported */
  #targetOf(link: string): string | undefined {
    try {
      const real = realpathSync(link);
      if (isInside(real, this.#root)) return real;
      this.#tell(link, ...OUTSIDE);
    } catch (error) {
      const isLoop = (error as NodeJS.ErrnoException).code === "ELOOP";
      const [message, mend] = isLoop ? LOOP : BROKEN;
      this.#tell(link, message, mend);
    }
    return undefined;
  }

  /** Most names are Latin, and there all forms are the same. */
  #tellTwins(folder: string, entries: readonly Dirent[]): void {
    const first = new Map<string, string>();
    for (const { name } of entries.filter((one) => /[^\0-\x7f]/.test(one.name))) {
      const key = name.normalize("NFC");
      const other = first.get(key);
      first.set(key, name);
      if (other === undefined) continue;
      const message = `Имя то же, что у соседа «${basename(other)}»: различаются только записью букв (й, ё — одним знаком или двумя).`;
      this.#tell(join(folder, name), message, "оставьте одно из двух или переименуйте.");
    }
  }

  #tell(file: string, message: string, mend: string): void {
    this.problems.push({ file, message, mend });
  }
}

const REMOVE = "положите на её место сам файл или удалите её.";
const BROKEN = ["Символическая ссылка никуда не ведёт.", REMOVE] as const;
const LOOP = ["Символическая ссылка ведёт по кругу.", REMOVE] as const;
const OUTSIDE = [
  "Символическая ссылка ведёт за пределы папки статей: оттуда ничего не публикуется.",
  "перенесите файлы в папку статей.",
] as const;
const NO_FILE = [
  "Названо статьёй, но это не обычный файл (канал, сокет или устройство).",
  "переименуйте или удалите.",
] as const;
const NO_UTF8 = [
  "Имя записано не в UTF-8 (возможно, в windows-1251), и файл не открыть.",
  "переименуйте: convmv -f cp1251 -t utf8 --notest ПАПКА -r.",
] as const;
