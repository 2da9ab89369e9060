import { join } from "node:path";
import type { ArchiveFolders } from "../archive/archive.ts";
import { DATE_FORMS, DateError, parseDate } from "../model/dates.ts";
import { ContentError } from "../model/problem.ts";
import { readSite } from "../model/settings.ts";
import { readSource } from "../model/source-file.ts";
import { writeWhole } from "../model/write-file.ts";
import { ArticleCheck } from "./archive/article-file.ts";
import { type ArticleFields, type ArticlePlan, planArticle } from "./article-import.ts";
import { type HeadlinesPlan, planHeadlines } from "./headlines-import.ts";
import { parseRawText } from "./raw-text.ts";

export {
  importSources,
  MAX_SOURCE_BYTES,
  type SourceOptions,
  type SourceProgress,
} from "./archive/import-sources.ts";
export type { Taxonomy } from "./archive/item-fields.ts";
export type { LostLinks } from "./archive/item-links.ts";
export type { Mention, NoteGroup, SourceReport } from "./archive/source-report.ts";
export type { ArticleFields } from "./article-import.ts";
export type { SiteFacts } from "./imported-item.ts";
export type { Harm } from "./note-kinds.ts";
export { SOURCE_ENDINGS } from "./source-files.ts";

export interface ImportReport {
  /** Absent where the text holds headlines only. */
  readonly article?: ArticlePlan | undefined;
  readonly headlines: HeadlinesPlan;
  readonly paragraphs: number;
  readonly lateParagraphs: number;
}

/**
 * Brings a raw text into an archive: one article, and its headlines. Doing it again changes
 * nothing. Everything is decided before the first file is written.
 *
 * @param file a raw text in UTF-8: paragraphs, then lines that begin with «- »
 * @param fields of the article; headlines get none of them
 * @param overwrite whether an article's file that holds another text may be replaced
 * @throws ContentError where the file is empty or unreadable, the date is none, a build would refuse
 *   the article, or something would be overwritten
 */
export function importRawText(
  file: string,
  fields: ArticleFields,
  folders: ArchiveFolders,
  overwrite: boolean,
): ImportReport {
  const site = readSite(folders.data, {});
  checkDate(fields.date, site.timeZone);
  const { paragraphs, headlines, lateParagraphs } = parseRawText(readSource(file).text);
  if (paragraphs.length + headlines.length === 0) throw empty(file);
  const article =
    paragraphs.length === 0
      ? undefined
      : planArticle(paragraphs, fields, folders.content, overwrite);
  if (article?.content !== undefined) new ArticleCheck(site).check(article.file, article.content);
  const plan = planHeadlines(headlines, join(folders.data, "headlines.yaml"));
  for (const part of [article, plan])
    if (part?.content !== undefined) writeWhole(part.file, part.content);
  return { article, headlines: plan, paragraphs: paragraphs.length, lateParagraphs };
}

function checkDate(date: string | undefined, zone: string): void {
  if (date === undefined) return;
  try {
    parseDate(date, zone);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const mend = `запишите дату так: ${DATE_FORMS}.`;
    throw new ContentError([{ file: "--date", message: error.message, mend }]);
  }
}

function empty(file: string): ContentError {
  const mend = "укажите файл с абзацами и строками вида «- Заголовок».";
  return new ContentError([{ file, message: "В файле нет текста.", mend }]);
}
