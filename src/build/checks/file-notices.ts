import { realpathSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import {
  dataFileLike,
  displayPath,
  isNamedMedia,
  type OpenArchive,
  oneForm,
} from "../../content/index.ts";
import type { Cleaned } from "../tasks/pictures.ts";

/** What programs leave beside a file that they change. */
const BACKUP = /~$|^#.*#$|\.(?:bak|old|orig|rej|save|swo|swp|tmp)$/i;

/** Texts that would be articles under another name. */
const TEXT = /\.(?:mdown|mdtext|mdtxt|mdwn|mdx|mkd|mkdn|te?xt)$/i;

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/**
 * @param shown the files of pictures that articles show
 * @returns a line for each file of the archive that the site does without, in Russian
 */
export function strayNotices(
  { others, waiting, expired, strayData }: OpenArchive,
  shown: readonly string[],
): string[] {
  // Pictures, sounds and films of articles that are not shown now.
  const hidden = new Set([...waiting, ...expired].map(({ file }) => dirname(file)));
  const isExpected = (file: string): boolean =>
    (PICTURE.test(file) || isNamedMedia(file)) && hidden.has(dirname(file));
  const left = unused(others, shown).filter((file) => !BACKUP.test(basename(file)));
  return [
    ...left.filter((file) => !isExpected(file)).map(strayNotice),
    ...strayData.filter((file) => !BACKUP.test(basename(file))).map(strayDataNotice),
  ];
}

/** One picture may be shown by the name of a link to it, and its name may be written in two ways. */
function unused(others: readonly string[], shown: readonly string[]): string[] {
  const used = new Set(shown.map(oneForm));
  const left = others.filter((file) => !used.has(oneForm(file)));
  if (left.length === 0) return left;
  const listed = new Set(others.map(oneForm));
  const byLinks = shown.filter((file) => !listed.has(oneForm(file)));
  const real = new Set(byLinks.map((file) => realpathSync(file)));
  return left.filter((file) => !real.has(realpathSync(file)));
}

function strayNotice(file: string): string {
  const name = displayPath(file);
  if (!TEXT.test(file)) return `${name}: не статья и не картинка статьи, на сайт не попадёт.`;
  return `${name}: на сайт не попадёт: статья — файл .md, а не ${extname(file)}.`;
}

function strayDataNotice(file: string): string {
  const meant = dataFileLike(basename(file));
  const why = meant === undefined ? "" : `; имя должно быть ${meant}`;
  return `${displayPath(file)}: сайт этот файл не читает${why}.`;
}

/** @returns what is left out by its name alone, in a line for each kind, in Russian */
export function ignoredNotices({ hidden, others }: OpenArchive): string[] {
  const backups = others.filter((file) => BACKUP.test(basename(file)));
  return [
    ...inOneLine("Скрытые статьи (имя с точки) сайт не читает", hidden),
    ...inOneLine("Резервные копии редакторов сайт не читает", backups),
  ];
}

/**
 * @param cleaned the drawings of which something is left out
 * @param content the folder of the articles
 * @returns which they are and what that is, in a line, in Russian
 */
export function cleanedNotices(cleaned: Cleaned, content: string): string[] {
  const kinds = [...new Set(cleaned.flatMap(([, leftOut]) => leftOut))].sort();
  const files = cleaned.map(([file]) => join(content, file));
  return inOneLine(`Из рисунков SVG не публикуется то, чего не видно (${kinds.join(", ")})`, files);
}

/** So many are named. */
const NAMED = 3;

function inOneLine(what: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const names = files.slice(0, NAMED).map(displayPath).join(", ");
  const rest = files.length - NAMED;
  return [`${what}: ${names}${rest > 0 ? ` и ещё ${rest}` : ""}.`];
}
