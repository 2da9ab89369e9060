import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { ContentError } from "./problem.ts";

/** An article's file, before it is read for what it says. */
export interface SourceRef {
  readonly file: string;
  /** SHA-256 of its bytes, in base 64. */
  readonly hash: string;
  /**
   * The calendar day of its date field as written, 2026-11-24; nothing where a glance does not see
   * one. It only decides with which other articles it is built.
   */
  readonly day?: string | undefined;
}

export interface ScannedContent {
  /** In the order of their names, so that a build does not depend on the file system. */
  readonly articles: readonly SourceRef[];
  /** Files that are no articles. */
  readonly others: readonly string[];
}

/**
 * Looks through the folder of the articles: which there are, and what their bytes are.
 *
 * @param folder its subfolders are looked through too
 * @throws ContentError where there is no such folder
 */
export function scanContent(folder: string): ScannedContent {
  if (!existsSync(folder)) {
    const message = "Папки со статьями нет.";
    const mend = "создайте её или укажите другую: --content ПАПКА.";
    throw new ContentError([{ file: folder, message, mend }]);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const isMarkdown = (file: string): boolean => [".md", ".markdown"].includes(extname(file));
  return {
    articles: files.filter(isMarkdown).map(glance),
    others: files.filter((file) => !isMarkdown(file)),
  };
}

/** An unreadable file is told of where it is read whole. */
function glance(file: string): SourceRef {
  try {
    const bytes = readFileSync(file);
    const hash = createHash("sha256").update(bytes).digest("base64");
    return { file, hash, day: dayIn(bytes.toString("latin1", 0, LONGEST_FRONT_MATTER)) };
  } catch {
    return { file, hash: "", day: undefined };
  }
}

/** In bytes; a date that stands behind so much front matter is not seen. */
const LONGEST_FRONT_MATTER = 4096;

const DATE = /^date:[ \t]*["']?(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))/m;

function dayIn(text: string): string | undefined {
  const [, year, month, day, russianDay = "", russianMonth = "", russianYear] =
    DATE.exec(text.slice(0, endOfFrontMatter(text))) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  if (russianYear === undefined) return undefined;
  return `${russianYear}-${russianMonth.padStart(2, "0")}-${russianDay.padStart(2, "0")}`;
}

function endOfFrontMatter(text: string): number {
  const end = text.indexOf("\n---", 3);
  return end === -1 ? text.length : end;
}
