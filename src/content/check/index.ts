import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { repeatedSlugs, type SlugUse, toSlugUses } from "../archive/addresses.ts";
import type { ArchiveFolders } from "../archive/archive.ts";
import { articleReader } from "../archive/articles.ts";
import { repeatedSeries, type SeriesUse, toSeriesUses } from "../archive/series.ts";
import { listContent } from "../model/content-files.ts";
import { readHeadlines } from "../model/headlines.ts";
import { labelPath, labelsOf } from "../model/labels.ts";
import { readMessages } from "../model/own-messages.ts";
import { topicPath } from "../model/paths.ts";
import { attempt, type Problem } from "../model/problem.ts";
import { timingOf } from "../model/schedule.ts";
import { readSiteLeniently } from "../model/settings.ts";
import { type TopicUse, usesInHeadlines } from "../model/settle-topics.ts";
import type { SiteOverrides } from "../model/site-address.ts";
import { NO_TOPICS, type TopicTable } from "../model/topic-words.ts";
import type { Site } from "../model/types.ts";
import { type CheckContext, type CheckedFile, checkArticle } from "./article-check.ts";
import { type ChangedLine, changedLines } from "./changed-lines.ts";
import { dataFindings, readLabels, shapeFindings } from "./data-findings.ts";
import { Lines } from "./edits.ts";
import { byHarm, type Finding, isAsked, type Kind, toErrors } from "./finding.ts";
import { checkHeadlines } from "./headlines-check.ts";
import { LinkTargets } from "./links.ts";
import { mend, type Repair, toFinding } from "./repairs.ts";
import { repeatedTitles } from "./repeated-titles.ts";
import { type ScannedArticle, scanArticle } from "./scanned-article.ts";
import { clashFindings, topicsOf } from "./topic-findings.ts";
import { writeMended } from "./write-mended.ts";

/** What is checked, and how. */
export interface CheckOptions {
  readonly folders: ArchiveFolders;
  readonly overrides?: SiteOverrides | undefined;
  /** Absolute paths of the files to check; all by default. */
  readonly files?: readonly string[] | undefined;
  /** By what articles that name no topic get theirs. */
  readonly topicTable?: TopicTable | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether safe repairs are made in the files. */
  readonly fix?: boolean | undefined;
  /** Whether repairs are reported and not made. */
  readonly dryRun?: boolean | undefined;
  /** The kinds to report and mend; all by default. */
  readonly only?: readonly Kind[] | undefined;
  /** Whether templates of the project add pages: then a menu may lead to one of them. */
  readonly hasOwnPages?: boolean | undefined;
  /** Is told of each article that was checked. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

export interface CheckReport {
  /** The worst first, without mended ones and other kinds than asked for. */
  readonly findings: readonly Finding[];
  /** How many there are that were not asked for. */
  readonly hidden: number;
  /** How many articles were read, and lists of headlines. */
  readonly files: number;
  /** The files that were mended, with how many places. */
  readonly mended: ReadonlyMap<string, number>;
  /** Of a dry run, the lines that would be changed. */
  readonly changes?: readonly ChangedLine[];
}

/**
 * Checks an archive, or some of its files, before it is published: what would stop a build, and what
 * an editor would rather know. Other articles than those named are only scanned; where the settings
 * are wrong, the rest is held against what of them is right.
 */
export function checkArchive(options: CheckOptions): CheckReport {
  const { folders, now, topicTable = NO_TOPICS, only } = options;
  const faults: Problem[] = [];
  const given = readSiteLeniently(folders.data, options.overrides ?? {}, faults);
  // Their faults are reported with those of the editor's other files.
  const messages = attempt([], () => readMessages(folders.data, given.language));
  const site: Site = { ...given, messages };
  const listed = existsSync(folders.content) ? listContent(folders.content) : undefined;
  const scanned = (listed?.articles ?? []).map((file) => scanArticle(file, folders.content));
  const links = new LinkTargets(site, scanned, now);
  const labelFaults: Problem[] = [];
  const labels = readLabels(folders, scanned, site, labelFaults);
  const context = { site, now, links, topics: topicsOf(topicTable), labels };
  const isNamed = toNamed(options.files);
  const run: Run = { options, context, isNamed, mended: new Map(), changes: [] };
  const articles = checkArticles(scanned, run);
  const list = join(folders.data, "headlines.yaml");
  const headlines = isNamed(list)
    ? fixed(list, () => checkHeadlines(list, context), run)
    : undefined;
  const topicUses = headlines?.topicUses ?? topicUsesIn(list, site);
  const hasAll = options.files === undefined;
  const known = {
    labels: hasAll ? labelPathsOf(articles.labels, topicUses, context) : undefined,
    hasOwnPages: options.hasOwnPages ?? false,
  };
  const findings = [
    ...toErrors(faults),
    ...articles.findings,
    ...toErrors(labelFaults).filter(({ file }) => isNamed(file)),
    ...(headlines?.findings ?? []),
    ...toErrors(listed?.problems ?? []).filter(({ file }) => isNamed(file)),
    ...dataFindings(folders, site).filter(({ file }) => isNamed(file)),
    ...shapeFindings(folders, scanned, context, known).filter(({ file }) => isNamed(file)),
    ...addressFindings(articles.uses, scanned, context, isNamed),
    ...toErrors(repeatedSeries(articles.series)),
    ...clashFindings(scanned, topicUses, topicTable).filter(({ file }) => isNamed(file)),
    ...repeatedTitles(scanned, headlines?.titles ?? [], site, isNamed),
  ];
  const files = articles.count + (headlines === undefined ? 0 : 1);
  const asked = findings.filter((finding) => isAsked(finding, only));
  const hidden = findings.length - asked.length;
  const { mended, changes } = run;
  return { findings: asked.sort(byHarm), hidden, files, mended, changes };
}

/** A check that goes on. */
interface Run {
  readonly options: CheckOptions;
  readonly context: CheckContext;
  readonly isNamed: (file: string) => boolean;
  /** Receives the files that are mended, with how many places. */
  readonly mended: Map<string, number>;
  /** Receives the lines that would be changed. */
  readonly changes: ChangedLine[];
}

/** Keeps the findings alone, for there may be a hundred thousand articles. */
function checkArticles(scanned: readonly ScannedArticle[], run: Run) {
  const { options, context, isNamed } = run;
  const read = articleReader(
    context.site,
    context.topics.finder,
    options.folders.content,
    context.labels.finder,
  );
  const named = scanned.filter(({ file }) => isNamed(file));
  const findings: Finding[] = [];
  const uses: SlugUse[] = [];
  const series: SeriesUse[] = [];
  const labels = new Set<string>();
  for (const [index, scan] of named.entries()) {
    const { file } = scan;
    const timing = timingOf(scan, context.now, context.site.timeZone);
    const checked = fixed(file, () => checkArticle(file, read, context, timing), run);
    findings.push(...checked.findings);
    const hasAddress = checked.article?.draft === false && timing !== "expired";
    if (hasAddress) {
      uses.push(...toSlugUses(checked.article));
      series.push(...toSeriesUses([checked.article]));
      if (timing === "due") {
        for (const label of labelsOf(checked.article.article)) labels.add(labelPath(label));
      }
    }
    options.progress?.(index + 1, named.length);
  }
  return { findings, uses, series, labels, count: named.length };
}

/** @returns the pages of what articles and headlines are listed by */
function labelPathsOf(
  ofArticles: ReadonlySet<string>,
  uses: readonly TopicUse[],
  { topics }: CheckContext,
): Set<string> {
  const ofHeadlines = topics.finder.named(uses.map(({ topic }) => topic));
  return new Set([...ofArticles, ...ofHeadlines.map(({ slug }) => topicPath(slug))]);
}

function toNamed(files: readonly string[] | undefined): (file: string) => boolean {
  if (files === undefined) return () => true;
  const isIn = (file: string, folder: string): boolean => !relative(folder, file).startsWith("..");
  return (file) => files.some((one) => file === one || isIn(file, one));
}

/**
 * Checks a file, and mends it where that is asked for.
 *
 * @returns what is found in the file as it is then
 */
function fixed<Checked extends CheckedFile | undefined>(
  file: string,
  check: () => Checked,
  { options, mended, changes }: Run,
): Checked {
  const checked = check();
  const isWrong = checked?.findings.some(({ rule }) => rule === "schema") ?? true;
  if (checked === undefined || isWrong || options.fix !== true) return checked;
  const { text, places } = mend(
    checked.source,
    (source) => asked(checked.repairsOf(source), file, source, options.only),
    checked.publish,
  );
  if (places === 0) return checked;
  if (options.dryRun === true) {
    changes.push(...changedLines(file, checked.source, text));
    return checked;
  }
  writeMended(file, text);
  mended.set(file, places);
  return check();
}

function asked(
  repairs: readonly Repair[],
  file: string,
  source: string,
  only: readonly Kind[] | undefined,
): readonly Repair[] {
  const lines = new Lines(source);
  return repairs.filter((repair) => isAsked(toFinding(repair, source, lines, file), only));
}

/** Of headlines that are not checked. */
function topicUsesIn(list: string, site: Site): TopicUse[] {
  return usesInHeadlines(attempt([], () => readHeadlines(list, site)) ?? [], list);
}

/** Finds repeated addresses; those of unread articles are today's only. */
function addressFindings(
  uses: readonly SlugUse[],
  scanned: readonly ScannedArticle[],
  { now, site }: CheckContext,
  isNamed: (file: string) => boolean,
): Finding[] {
  const others = scanned
    .filter(({ file, isDraft }) => !isDraft && !isNamed(file))
    .filter((scan) => timingOf(scan, now, site.timeZone) !== "expired")
    .map(({ file, slug, path, isStanding }): SlugUse => {
      const own = { file, slug, path, ...(isStanding ? { standing: true as const } : {}) };
      return { ...own, isAlias: false, line: 1, column: 1 };
    });
  const problems = repeatedSlugs([...others, ...uses]);
  return toErrors(problems).filter(({ file }) => isNamed(file));
}

export { KINDS, type Kind } from "./finding.ts";
export { type CheckFormat, formatReport } from "./format.ts";
