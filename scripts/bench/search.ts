import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeEngine } from "../../src/build/index.ts";
import { type Archive, readArchive } from "../../src/content/index.ts";
import { writeIndex, writeLexicon, writeVolume } from "../../src/index/index.ts";
import { isStopWord, words } from "../../src/language/index.ts";
import { progressOf } from "../progress.ts";
import { randomNumbers } from "../random.ts";
import { makeArchive } from "./archive.ts";
import { percentile, round } from "./figures.ts";
import { firstQueries, warmQueries } from "./visits.ts";

/**
 * Measures what the search costs: the lexicon's build beside Pagefind's own, warm queries of two to
 * four words, and what a first query moves; the last line is one JSON object.
 */

const SEED = 20_261_125;
const WARM_UP = 20;
const QUERIES = 200;
const FIRST_QUERIES = 20;

const { values } = parseArgs({ options: { articles: { type: "string", default: "10000" } } });
const articles = Number(values.articles);
const folder = await mkdtemp(join(tmpdir(), "vestnik-bench-"));
try {
  const made = await makeArchive(articles, folder, progressOf(articles, "articles written"));
  const archive = readArchive(made);
  const site = join(folder, "site");
  console.log("indexing");
  const languages: string[] = [];
  const both = await secondsOf(() =>
    writeIndex(archive, site, async (plans, synonyms) => {
      languages.push(...plans.map(({ language }) => language));
      const folders = plans.map(({ language }) => join(folder, language));
      for (const [index, plan] of plans.entries()) {
        await writeVolume(plan, folders[index] ?? folder, synonyms);
      }
      return folders;
    }),
  );
  console.log("making the lexicons once more, alone");
  const lexicon = await secondsOf(async () => {
    const [bundle, lexicons] = [join(site, "pagefind"), join(site, "search/lexicon")];
    for (const language of languages) await writeLexicon(bundle, language, lexicons, []);
  });
  await writeEngine(site);
  await writeFile(join(site, "index.html"), "<!doctype html><html lang=ru><title>bench</title>");
  const queries = drawQueries(archive, WARM_UP + QUERIES + FIRST_QUERIES);
  const warm = (await warmQueries(site, queries.slice(0, WARM_UP + QUERIES))).slice(WARM_UP);
  const first = await firstQueries(site, queries.slice(-FIRST_QUERIES));
  const totals = first.map(({ kilobytes }) => kilobytes);
  const perWord = first.map(({ lexiconKilobytes, query }) => {
    return lexiconKilobytes / query.split(" ").length;
  });
  const figures = {
    articles,
    indexSeconds: both - lexicon,
    lexiconSeconds: lexicon,
    lexiconRatio: lexicon / (both - lexicon),
    warmP50Ms: percentile(warm, 0.5),
    warmP95Ms: percentile(warm, 0.95),
    firstQueryP50Kb: percentile(totals, 0.5),
    firstQueryMaxKb: percentile(totals, 1),
    lexiconKbPerWordP50: percentile(perWord, 0.5),
    lexiconKbPerWordMax: percentile(perWord, 1),
  };
  const rounded = Object.entries(figures).map(([name, figure]) => [name, round(figure)]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Two to four words that stand in one article, so that they are as common as words of texts are. */
function drawQueries(archive: Archive, count: number): string[] {
  const random = randomNumbers(SEED);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  return Array.from({ length: count }, () => {
    const text = (pick(archive.articles)?.html ?? "").replace(/<[^>]*>/g, " ").toLowerCase();
    const telling = words(text).filter((word) => !isStopWord(word));
    const length = 2 + Math.floor(random() * 3);
    return Array.from({ length }, () => pick(telling) ?? "").join(" ");
  });
}
