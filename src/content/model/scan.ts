import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { type ContentFiles, listContent } from "./content-files.ts";
import { dayInWords } from "./dates.ts";
import { MOST_FILE_BYTES } from "./file-sizes.ts";
import { frontMatterIn, scanNames } from "./name-scan.ts";
import { ContentError } from "./problem.ts";
import { remembering } from "./remembering.ts";
import { type Schedule, scanSchedule } from "./schedule.ts";
import { topicNamed } from "./topic-names.ts";
import type { TopicName } from "./types.ts";

/** An article's file before its text is parsed. */
export interface SourceRef extends Schedule {
  readonly file: string;
  /** SHA-256 of its bytes, in base 64. */
  readonly hash: string;
  /**
   * The calendar day of its date field as written, 2026-11-24; nothing where a scan does not see
   * one. It only decides with which other articles it is built.
   */
  readonly day?: string | undefined;
  /** Those that it names, as their names alone make them. */
  readonly topics: readonly TopicName[];
  /** The names that it gives its authors and its section, as they are typed. */
  readonly authors: readonly string[];
  readonly sections: readonly string[];
}

/** The size and times of a file, and the fields that a scan found. */
export type KnownFile = readonly [
  size: number,
  modifiedMs: number,
  changedMs: number,
  hash: string,
  date: string | null,
  expires: string | null,
  topics: readonly string[],
  authors: readonly string[],
  sections: readonly string[],
];

/** By their paths. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

export interface ScannedContent extends Omit<ContentFiles, "articles"> {
  /** In the order of their names, so that a build does not depend on the file system. */
  readonly articles: readonly SourceRef[];
  /** For the next look: articles that were not changed just now. */
  readonly known: KnownFiles;
}

/**
 * Lists the articles with the hashes of their bytes.
 *
 * @param folder its subfolders are looked through too
 * @param known what an earlier look left; a file with the same size and times is not read again
 * @throws ContentError where there is no such folder
 */
export function scanContent(folder: string, known: KnownFiles = new Map()): ScannedContent {
  if (!existsSync(folder)) {
    const message = "Папки со статьями нет.";
    const mend = "создайте её (для одних заголовков — пустую) или укажите другую: --content ПАПКА.";
    throw new ContentError([{ file: folder, message, mend }]);
  }
  const { articles, ...files } = listContent(folder);
  const now = Date.now();
  const scans = FIELDS.map((field) => [field, scanNames(field)] as const);
  const seen = articles.map((file) => [file, look(file, known.get(file), scans)] as const);
  const named = remembering(topicNamed);
  return {
    ...files,
    articles: seen.map(([file, known]) => toSource(file, known, named)),
    known: new Map(seen.filter(([, file]) => isSettled(file, now))),
  };
}

function toSource(
  file: string,
  [, , , hash, date, expires, topics, authors, sections]: KnownFile,
  named: (topic: string) => TopicName,
): SourceRef {
  const schedule = { date: date ?? undefined, expires: expires ?? undefined };
  const day = date === null ? undefined : dayOf(date);
  return { file, hash, day, topics: topics.map(named), authors, sections, ...schedule };
}

/** The fields by which articles are listed. */
const FIELDS = ["topics", "authors", "section"] as const;

type FieldScan = readonly [field: string, scan: ReturnType<typeof scanNames>];

function namesIn(bytes: Buffer, scans: readonly FieldScan[]) {
  const there = scans.some(([field]) => bytes.includes(field));
  const frontMatter = there ? frontMatterIn(bytes) : "";
  const [topics = [], authors = [], sections = []] = scans.map(([, scan]) => {
    return scan(frontMatter);
  });
  return [topics, authors, sections] as const;
}

/** An unread file is looked at again by every build. */
const UNREAD: KnownFile = [0, Number.POSITIVE_INFINITY, 0, "", null, null, [], [], []];

/** An unreadable or too large file is reported where it is read whole. */
function look(file: string, known: KnownFile | undefined, scans: readonly FieldScan[]): KnownFile {
  try {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    const isSame = known?.[0] === size && known[1] === mtimeMs && known[2] === ctimeMs;
    if (isSame) return known;
    if (size > MOST_FILE_BYTES) return UNREAD;
    const bytes = readFileSync(file);
    const hash = createHash("sha256").update(bytes).digest("base64");
    const { date, expires } = scanSchedule(frontMatterOf(bytes));
    const [topics, authors, sections] = namesIn(bytes, scans);
    const schedule = [utf8(date), utf8(expires)] as const;
    return [size, mtimeMs, ctimeMs, hash, ...schedule, topics, authors, sections];
  } catch {
    return UNREAD;
  }
}

/** A file that is changed twice within the clock's tick looks the same: wait until it is older. */
const TICK_MS = 2000;

function isSettled([, modified, changed]: KnownFile, now: number): boolean {
  return modified < now - TICK_MS && changed < now - TICK_MS;
}

/** In bytes; a date that stands behind so much front matter is not seen. */
const LONGEST_FRONT_MATTER = 4096;

/** Of the few bytes of a date only: «23 ноября 2026». @param text whose bytes were taken for characters */
function utf8(text: string | undefined): string | null {
  return text === undefined ? null : Buffer.from(text, "latin1").toString("utf8");
}

/** The lines between the fences of front matter, if there are any. */
function frontMatterOf(bytes: Buffer): string {
  const text = bytes.toString("latin1", 0, LONGEST_FRONT_MATTER);
  const end = text.indexOf("\n---", 3);
  return end === -1 ? text : text.slice(0, end);
}

const DAY = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))/;

/** @returns the calendar day of a date as written, 2026-11-24; nothing where none is seen */
export function dayOf(date: string): string | undefined {
  const [, year, month, day, russianDay = "", russianMonth = "", russianYear] =
    DAY.exec(date) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  if (russianYear === undefined) return dayInWords(date);
  return `${russianYear}-${russianMonth.padStart(2, "0")}-${russianDay.padStart(2, "0")}`;
}
