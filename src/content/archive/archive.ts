import { join } from "node:path";
import { strayDataFiles } from "../model/data-files.ts";
import { newestFirst } from "../model/dates.ts";
import { isShown, readHeadlines } from "../model/headlines.ts";
import { readMessages, untranslated } from "../model/own-messages.ts";
import { attempt, ContentError, type Problem, throwIfAny } from "../model/problem.ts";
import {
  type KnownFiles,
  type ScannedContent,
  type SourceRef,
  scanContent,
} from "../model/scan.ts";
import { partByTime } from "../model/schedule.ts";
import { readSections, type Section } from "../model/sections.ts";
import { readSite } from "../model/settings.ts";
import {
  settleTopics,
  type TopicClash,
  type TopicUse,
  usesInHeadlines,
} from "../model/settle-topics.ts";
import type { SiteOverrides } from "../model/site-address.ts";
import { filesOfMarks } from "../model/site-marks.ts";
import { isStanding } from "../model/standing-pages.ts";
import { readSynonyms } from "../model/synonyms.ts";
import { NO_TOPICS, type Topic, TopicFinder, type TopicTable } from "../model/topic-words.ts";
import { readTopics } from "../model/topics.ts";
import type { Article, Headline, Site, SynonymGroup } from "../model/types.ts";
import { readAbout } from "./about.ts";
import { type SlugUse, toSlugUses } from "./addresses.ts";
import type { ArticleFile } from "./articles.ts";
import { type Author, type Portrait, readAuthors } from "./authors.ts";
import { type LabelTable, labelTable } from "./label-table.ts";
import { readArticles } from "./read-articles.ts";
import { type SeriesUse, toSeriesUses } from "./series.ts";
import { openShape, type Shape } from "./shape.ts";

/** Where an archive lies. */
export interface ArchiveFolders {
  /** The folder of the articles; folders inside it are read too. */
  readonly content: string;
  /** The folder of site.yaml, headlines.yaml, topics.yaml, sections.yaml, authors.yaml and others. */
  readonly data: string;
  /** The folder of files that are published as they are; nothing is by default. */
  readonly statics?: string | undefined;
  /** The folder of the newspaper's own styles; there are none by default. */
  readonly styles?: string | undefined;
}

/** An archive of which everything is read but the articles. */
export interface OpenArchive extends ScannedContent, Shape {
  readonly site: Site;
  /** Articles whose time has not come; `articles` are those that are due. */
  readonly waiting: readonly SourceRef[];
  /** Articles whose time is over. */
  readonly expired: readonly SourceRef[];
  /** The newest first, those without a date last, in the editor's own order. */
  readonly headlines: readonly Headline[];
  /** Headlines whose time is over. */
  readonly expiredHeadlines: readonly Headline[];
  /** When headlines appear and go, in milliseconds since 1970. */
  readonly headlineMoments: readonly number[];
  /** The addresses that articles will have whose time has not come; none in a preview. */
  readonly waitingUses: readonly SlugUse[];
  /** The series that they name. */
  readonly waitingSeries: readonly SeriesUse[];
  /** Words and phrases that mean the same to the search. */
  readonly synonyms: readonly SynonymGroup[];
  /** The topics that the editor has described, in the editor's order. */
  readonly topics: readonly Topic[];
  /** The words that give topics to articles without any, and the names of topics. */
  readonly topicTable: TopicTable;
  /** The authors whom the editor has described, in the editor's order, and their photos. */
  readonly authors: readonly Author[];
  readonly portraits: readonly Portrait[];
  /** The sections of the newspaper, in the editor's order. */
  readonly sections: readonly Section[];
  /** By what articles get their labels besides topics. */
  readonly labelTable: LabelTable;
  /** Files beside site.yaml that are not read, and hidden ones among published files. */
  readonly strayData: readonly string[];
  /** Topics that have no plain address, for others have it. */
  readonly topicClashes: readonly TopicClash[];
  /** What the editor says of the site, as HTML. */
  readonly about?: string | undefined;
  /** Strings of the interface that readers would see in another language than the site's. */
  readonly untranslated?: Problem | undefined;
  /** Problems so far, to be reported with those of the articles. */
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks an archive's settings, headlines, synonyms and page about the site, and looks
 * which articles there are.
 *
 * @param folders where the archive lies
 * @param overrides replaces settings for this build
 * @param known what an earlier look through the articles left
 * @param now milliseconds since 1970: what has a later date is not published yet
 * @param topicTable what readTopicTable made of the same folder; without it nothing gets topics that
 *   it does not name
 * @throws ContentError where nothing else can be read because of what is wrong
 */
export function openArchive(
  folders: ArchiveFolders,
  overrides: SiteOverrides = {},
  known?: KnownFiles,
  now: number = Date.now(),
  topicTable: TopicTable = NO_TOPICS,
): OpenArchive {
  const given = readSite(folders.data, overrides);
  const scanned = scanContent(folders.content, known);
  const { due, waiting, expired } = partByTime(scanned.articles, now, given.timeZone);
  const problems: Problem[] = [...scanned.problems];
  const messages = attempt(problems, () => readMessages(folders.data, given.language));
  const settings: Site = messages === undefined ? given : { ...given, messages };
  // Reported now, and not when their time comes and nobody is there; a preview reads them with the others.
  const checked = settings.preview ? [] : filesOf(waiting);
  const described = attempt(problems, () => readAuthors(folders.data, settings)) ?? NO_AUTHORS;
  const standing = filesOf(scanned.articles).filter((one) => isStanding(one, folders.content));
  const findSections = () => readSections(folders.data, standing, folders.content);
  const sections = attempt(problems, findSections) ?? [];
  const labels = labelTable(described, sections);
  const readLater = () => readArticles(checked, settings, NO_TOPICS, folders.content, labels);
  const later = attempt(problems, readLater) ?? [];
  const file = join(folders.data, "headlines.yaml");
  const all =
    attempt(problems, () => readHeadlines(file, settings, new TopicFinder(topicTable))) ?? [];
  const uses = [...scanned.articles.flatMap(usesIn), ...usesInHeadlines(all, file)];
  const { meant, clashes } = settleTopics(uses, topicTable.topics);
  const settled = { ...topicTable, meant };
  const finder = new TopicFinder(settled);
  const pages = filesOf(due).filter((one) => isStanding(one, folders.content));
  const opened = openShape(
    folders,
    { pages, topics: finder, sections, wording: settings },
    problems,
    known,
  );
  const { shown, hidden, known: knownOfShape, ...shape } = opened;
  const site: Site = { ...settings, ...shown };
  const headlines = all
    .filter((headline) => isShown(headline, now, site))
    .map((headline): Headline => ({ ...headline, topics: finder.named(headline.topics) }));
  if (scanned.articles.length + headlines.length === 0) {
    throwIfAny(problems);
    throw emptyArchive(folders.content, 0);
  }
  const synonyms = attempt(problems, () => readSynonyms(folders.data)) ?? [];
  const topics = attempt(problems, () => readTopics(folders.data)) ?? [];
  const about = attempt(problems, () => readAbout(folders.data, site));
  // Of headlines without a date the editor's own order is the only one there is: keep it.
  const position = new Map(headlines.map((headline, index) => [headline, index]));
  const key = (headline: Headline): string => String(position.get(headline)).padStart(9, "0");
  const gone = new Set(expired);
  const photos = described.portraits.map(({ file }) => file);
  return {
    ...scanned,
    articles: site.preview ? scanned.articles.filter((article) => !gone.has(article)) : due,
    waiting,
    waitingUses: later.flatMap(toSlugUses),
    waitingSeries: toSeriesUses(later),
    expired,
    site,
    headlines: newestFirst(headlines, key),
    expiredHeadlines: all.filter(({ expires }) => expires !== undefined && expires.epoch <= now),
    headlineMoments: all
      .flatMap(({ date, expires }) => [date, expires])
      .flatMap((moment) => moment?.epoch ?? []),
    synonyms,
    untranslated: untranslated(settings, folders.data),
    topics,
    topicTable: settled,
    topicClashes: clashes,
    ...described,
    sections,
    labelTable: labels,
    ...shape,
    strayData: [
      ...strayDataFiles(folders.data, [...filesOfMarks(shape.marks), ...photos]),
      ...hidden,
    ],
    known: new Map([...scanned.known, ...knownOfShape]),
    about,
    problems,
  };
}

const NO_AUTHORS = { authors: [], portraits: [] };

/** Drafts and articles that wait count too, so that no address changes when they are published. */
function usesIn({ file, day, topics }: SourceRef): TopicUse[] {
  return topics.map((topic) => ({ topic, day, file }));
}

function filesOf(sources: readonly SourceRef[]): string[] {
  return sources.map(({ file }) => file);
}

/**
 * Reads a whole archive at once, for one that is small enough.
 *
 * @throws ContentError with every problem of every file; nothing is left out silently
 */
export function readArchive(
  folders: ArchiveFolders,
  overrides: SiteOverrides = {},
  topicTable: TopicTable = NO_TOPICS,
): Pick<OpenArchive, "site" | "headlines" | "synonyms"> & { readonly articles: Article[] } {
  const archive = openArchive(folders, overrides, undefined, undefined, topicTable);
  const { site, articles: sources, headlines, synonyms, topicTable: settled, ...open } = archive;
  const { labelTable: labels } = open;
  const problems = [...open.problems];
  const read = (): ArticleFile[] =>
    readArticles(
      sources.map(({ file }) => file),
      site,
      settled,
      folders.content,
      labels,
    );
  const files = attempt(problems, read) ?? [];
  throwIfAny(problems);
  if (files.length + headlines.length === 0) throw emptyArchive(folders.content, sources.length);
  const articles = newestFirst(
    files.map(({ article }) => article),
    ({ slug }) => slug,
  );
  return { site, articles, headlines, synonyms };
}

/**
 * Of an archive that has neither articles nor headlines to show.
 *
 * @param content the folder of the articles
 * @param total how many files there are; all of them are drafts
 */
export function emptyArchive(content: string, total: number): ContentError {
  const articles = total === 0 ? "В папке нет ни одной статьи" : "Все статьи — черновики";
  const message = `${articles}, и заголовков тоже нет: публиковать нечего.`;
  const mend =
    total === 0
      ? "положите в неё файл .md, импортируйте текст: npm run import -- ФАЙЛ, или напишите заголовок в headlines.yaml."
      : "уберите строку draft: true хотя бы из одной.";
  return new ContentError([{ file: content, message, mend }]);
}
