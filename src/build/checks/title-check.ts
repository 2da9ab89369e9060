import { join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  ContentError,
  type OpenArchive,
  type Problem,
  throwIfAny,
  withPrefix,
} from "../../content/index.ts";
import type { ArtifactCache } from "../cache/artifact-cache.ts";
import { markUnfinished } from "../disk/ownership.ts";
import { LOADER } from "../processes/process.ts";
import type { Progress } from "../processes/progress.ts";
import { SilenceWatch } from "../processes/thread-silence.ts";
import { MODULES, moduleFile } from "../project/project.ts";
import { SITE_MARK } from "../site/site-manifest.ts";
import type { MadeSlice } from "../slices/slice-making.ts";
import { noticesOfTitles } from "./notices.ts";
import type { PublishedSite } from "./published-search.ts";
import { type SampledArticle, sampleOf } from "./title-sample.ts";
import type { Outcome } from "./title-search.ts";
import type { TitleAnswer, TitleOrder } from "./title-worker.ts";

/**
 * How much of the processor loading the search, and the search for one title, may use, and how long
 * they may use nothing of it, in milliseconds.
 */
const PATIENCE_MS = 60_000;

const FLAGS = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", ...LOADER];

/** By the exit code of Node: 13 is of a module that waits where nothing is left that could answer. */
const ENDS: Readonly<Record<number, string>> = { 13: "он не отвечает" };

/** Artifacts that the search consists of; its module is among the assets. */
const OF_SEARCH = /^(?:assets|leaf|segment|search)-/;

const MEND =
  "соберите сайт ещё раз: npm run build сделает поиск заново. Если не поможет, это ошибка программы: сообщите о ней разработчикам.";

/** What is to go live. */
interface ReadySite {
  readonly archive: Pick<OpenArchive, "site">;
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** Its folder. */
  readonly staging: string;
  readonly cache: ArtifactCache;
  /** Of all that the site depends on. */
  readonly key: string;
  readonly progress: Progress;
}

/**
 * Looks for articles by their titles in the folder of the next site. Where that fails, the next build
 * makes the search anew.
 *
 * @param parts all that the site is made of, as keys of the cache
 * @returns notices, in Russian
 * @throws ContentError as checkTitles does
 */
export async function checkSearch(
  slices: readonly MadeSlice[],
  parts: readonly string[],
  { archive, content, staging, cache, key, progress }: ReadySite,
): Promise<string[]> {
  const { site } = archive;
  progress.step("Проверяю поиск");
  const address = site.address + withPrefix(site, "/");
  try {
    const articles = sampleOf(slices, { site, content, key });
    return await checkTitles({ folder: staging, address, language: site.language }, articles);
  } catch (error) {
    // The next build must not start from this folder.
    markUnfinished(staging, SITE_MARK);
    for (const part of parts) if (OF_SEARCH.test(part)) await cache.drop(part);
    throw error;
  }
}

/**
 * Looks for articles by their titles on a site that is finished and not live yet, by the search that
 * it will give to its readers.
 *
 * @param patience how much of the processor the search may use without an answer, or how long use none of it, before
 *   it is taken to hang, in milliseconds
 * @returns notices, in Russian, of titles that the search cannot find though nothing is broken
 * @throws ContentError where an article is not found, or where the search does not work at all
 */
export async function checkTitles(
  site: PublishedSite,
  articles: readonly SampledArticle[],
  patience: number = PATIENCE_MS,
): Promise<string[]> {
  if (articles.length === 0) return [];
  const outcomes = await searchApart({ site, pages: articles }, patience).catch((error: Error) => {
    const message = `Поиск собранного сайта не работает: ${error.message}. Сайт не обновлён.`;
    throw new ContentError([
      { file: join(site.folder, "search/pagefind.js"), message, mend: MEND },
    ]);
  });
  const having = (outcome: Outcome): SampledArticle[] =>
    articles.filter((_, index) => outcomes[index] === outcome);
  throwIfAny(having("missing").map(problemOf));
  return noticesOfTitles(having("by-words"), having("no-words"));
}

function problemOf({ file, title }: SampledArticle): Problem {
  const message = `Поиск собранного сайта не находит статью по её названию «${title}». Сайт не обновлён.`;
  return { file, message, mend: MEND };
}

/** In a thread of its own, which is a page of the site for good and may hang. It always ends. */
async function searchApart(order: TitleOrder, patience: number): Promise<Outcome[]> {
  const file = join(MODULES, moduleFile("build/checks/title-worker"));
  // What the search prints is not the build's.
  const thread = new Worker(file, { workerData: order, execArgv: FLAGS, stdout: true });
  try {
    return await answersOf(thread, order.pages.length, patience);
  } finally {
    await thread.terminate();
  }
}

function answersOf(thread: Worker, count: number, patience: number): Promise<Outcome[]> {
  let watch: SilenceWatch | undefined;
  return new Promise<Outcome[]>((resolve, reject) => {
    const outcomes: Outcome[] = [];
    watch = new SilenceWatch(thread, patience, () =>
      reject(new Error(`нет ответа дольше ${patience / 1000} с`)),
    );
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(ENDS[code] ?? `поиск прервался (${code})`)));
    thread.on("message", (answer: TitleAnswer) => {
      watch?.alive();
      if ("fault" in answer) return reject(new Error(answer.fault));
      outcomes.push(answer.outcome);
      if (outcomes.length === count) resolve(outcomes);
    });
  }).finally(() => watch?.stop());
}
