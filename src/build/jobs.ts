import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ArticleSummary,
  ContentError,
  newestFirst,
  type Problem,
  readArticles,
  type Site,
  type TopicTable,
} from "../content/index.ts";
import { PUBLISHED, type SegmentSource, writeSegment } from "../index/index.ts";
import type { Assets, YearData } from "../site/index.ts";
import { type LinksJob, writeLinks } from "./checks/part-links.ts";
import { type LeafOrder, writeLeaves } from "./leaves.ts";
import { writePages } from "./pages.ts";
import { writeVolumePages } from "./volume.ts";

/** Work that can be done in a process of its own. Folders are filled; what they hold is kept. */
export type Job = VolumeJob | YearJob | SegmentJob | LinksJob;

/** Makes what is missing of a volume. */
export interface VolumeJob {
  readonly kind: "volume";
  readonly site: Site;
  readonly assets: Assets;
  /** The folder of the articles. */
  readonly content: string;
  /** The files of its articles. */
  readonly files: readonly string[];
  /** By what articles that name no topic get theirs. */
  readonly topicTable: TopicTable;
  /** The folder of the parts that were made before. */
  readonly cache: string;
  /** Where its pages go; none where there are some. */
  readonly pages?: string | undefined;
  /** Those of its leaves that are missing. */
  readonly leaves: readonly LeafOrder[];
}

/** Makes the pages that list what was published in a year. */
export interface YearJob {
  readonly kind: "year";
  readonly site: Site;
  readonly assets: Assets;
  /** Everything but the articles. */
  readonly year: Omit<YearData, "articles">;
  /** The files that volumes have written of the year's articles. */
  readonly lists: readonly string[];
  readonly folder: string;
}

/** Packs leaves into a segment of the search. */
export interface SegmentJob extends SegmentSource {
  readonly kind: "segment";
  readonly folder: string;
}

/** @returns what an editor has to mend; then nothing in the folders is of use */
export async function runJob(job: Job): Promise<readonly Problem[]> {
  try {
    await run(job);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

function run(job: Job): Promise<void> {
  if (job.kind === "volume") return makeVolume(job);
  if (job.kind === "year") return makeYear(job);
  if (job.kind === "links") return writeLinks(job);
  return writeSegment(job, job.folder);
}

/** Pagefind works in a process of its own, so that pages are rendered meanwhile. */
async function makeVolume({ files, leaves, ...job }: VolumeJob): Promise<void> {
  const needed = job.pages === undefined ? leaves.flatMap((leaf) => leaf.files) : files;
  const source = { ...job, articles: readArticles(needed, job.site, job.topicTable, job.content) };
  // Both to their ends: Pagefind would still be at work where the next job of this process begins.
  const outcomes = await Promise.allSettled([
    job.pages === undefined ? undefined : writeVolumePages(source, job.assets, job.pages),
    writeLeaves(leaves, source.articles, job.site),
  ]);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

async function makeYear({ site, assets, year, lists, folder }: YearJob): Promise<void> {
  const parts = await Promise.all(lists.map(readList));
  const articles = newestFirst(parts.flat(), ({ slug }) => slug);
  const years = [{ ...year, articles }] as const;
  await writePages("year", { site, assets, years }, join(folder, PUBLISHED));
}

async function readList(file: string): Promise<ArticleSummary[]> {
  return JSON.parse(await readFile(file, "utf8")) as ArticleSummary[];
}
