import { closeSync, openSync, readSync } from "node:fs";
import { fileSlug } from "../archive/articles.ts";
import { articlePath } from "../model/paths.ts";
import { type Schedule, scanSchedule } from "../model/schedule.ts";
import { isStanding, standingPath, standingSlug } from "../model/standing-pages.ts";

/** Facts of an article that is not parsed: an archive has tens of thousands. */
export interface ScannedArticle extends Schedule {
  readonly file: string;
  readonly slug: string;
  /** Its place in the site: /articles/most/, or /kontakty/ of a page that is no news. */
  readonly path: string;
  readonly isStanding: boolean;
  readonly isDraft: boolean;
  /** As it stands in one line; nothing where it is written otherwise. */
  readonly title?: string | undefined;
  /** The line of the title, from 1. */
  readonly titleLine: number;
  /** The lines between the fences. */
  readonly frontMatter: string;
}

/** In bytes; longer front matter is not read. */
const MOST_BYTES = 4096;

const TITLE = /^title:[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\n]|'')*)'|([^\s"'|>][^\n]*))[ \t]*$/m;
const SLUG = /^slug:[ \t]*["']?([a-z0-9-]+)/m;
const DRAFT = /^draft:[ \t]*true\b/m;

const buffer = Buffer.alloc(MOST_BYTES);

/**
 * @param file of an article, or of a page that is no news
 * @param content the folder of the articles
 */
export function scanArticle(file: string, content: string): ScannedArticle {
  const text = beginningOf(file)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  const end = text.indexOf("\n---", 3);
  const frontMatter = text.startsWith("---") ? text.slice(3, end === -1 ? undefined : end) : "";
  const title = TITLE.exec(frontMatter);
  return {
    file,
    ...addressOf(file, content, frontMatter),
    isDraft: DRAFT.test(frontMatter),
    title: unquoted(title),
    titleLine: frontMatter.slice(0, title?.index ?? 0).split("\n").length,
    frontMatter,
    ...scanSchedule(frontMatter),
  };
}

function addressOf(file: string, content: string, frontMatter: string) {
  if (isStanding(file, content)) {
    const slug = standingSlug(file, content);
    return { slug, path: standingPath(slug), isStanding: true };
  }
  const slug = SLUG.exec(frontMatter)?.[1] ?? fileSlug(file);
  return { slug, path: articlePath(slug), isStanding: false };
}

/** An unreadable file is reported where it is read whole. */
function beginningOf(file: string): string {
  let handle: number | undefined;
  try {
    handle = openSync(file, "r");
    return buffer.toString("utf8", 0, readSync(handle, buffer, 0, MOST_BYTES, 0));
  } catch {
    return "";
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function unquoted(match: RegExpExecArray | null): string | undefined {
  const [, double, single, plain] = match ?? [];
  return double?.replace(/\\(.)/g, "$1") ?? single?.replaceAll("''", "'") ?? plain?.trim();
}
