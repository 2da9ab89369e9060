import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildSite, Progress } from "../../src/build/index.ts";
import { type Article, readArchive } from "../../src/content/index.ts";
import {
  PUBLISHED,
  toRecords,
  writeFacts,
  writeLexicon,
  writeVolume,
} from "../../src/index/index.ts";
import { progressOf } from "../progress.ts";
import { makeArchive } from "./archive.ts";
import { percentile, round } from "./figures.ts";
import { paintings } from "./painting.ts";
import { drawQueries } from "./queries.ts";
import { filesIn } from "./site-figures.ts";
import { firstQueries, warmQueries } from "./visits.ts";

/**
 * Measures what the search costs: the lexicon's build beside Pagefind's own, warm queries of two to
 * four words, from key to painted results on a slowed processor, and what a first query moves; the
 * last line is one JSON object.
 */

const WARM_UP = 20;
const QUERIES = 200;
const FIRST_QUERIES = 20;
const PAINTED_QUERIES = 40;
/** A phone of some years ago beside the machine that measures, as Lighthouse has it. */
const SLOWDOWN = 4;

const { values } = parseArgs({ options: { articles: { type: "string", default: "10000" } } });
const articles = Number(values.articles);
const folder = await mkdtemp(join(tmpdir(), "vestnik-bench-"));
try {
  const made = await makeArchive(articles, folder, progressOf(articles, "articles written"));
  const site = join(folder, "site");
  console.log("building the site");
  const options = { ...made, output: site, cache: join(folder, "cache"), overrides: {} };
  await buildSite({ ...options, cacheLimit: Number.POSITIVE_INFINITY }, new Progress(console.log));
  const archive = readArchive(made);
  const { index, lexicon } = await indexSeconds(archive.articles);
  const queries = drawQueries(filesIn(made.content), WARM_UP + QUERIES + FIRST_QUERIES);
  const warm = (await warmQueries(site, queries.slice(0, WARM_UP + QUERIES))).slice(WARM_UP);
  const first = await firstQueries(site, queries.slice(-FIRST_QUERIES));
  const painted = await paintings(site, queries.slice(0, WARM_UP + PAINTED_QUERIES), SLOWDOWN);
  const painting = painted.slice(WARM_UP);
  const totals = first.map(({ kilobytes }) => kilobytes);
  const perWord = first.map(({ lexiconKilobytes, query }) => {
    return lexiconKilobytes / query.split(" ").length;
  });
  const figures = {
    articles,
    indexSeconds: index,
    lexiconSeconds: lexicon,
    lexiconRatio: lexicon / index,
    warmP50Ms: percentile(warm, 0.5),
    warmP95Ms: percentile(warm, 0.95),
    slowedPaintingP50Ms: percentile(painting, 0.5),
    slowedPaintingP95Ms: percentile(painting, 0.95),
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

/** What Pagefind takes for all articles as one index, and what the lexicon takes beside it. */
async function indexSeconds(all: readonly Article[]): Promise<{ index: number; lexicon: number }> {
  console.log("indexing once more, as one volume");
  const [volume, facts] = [join(folder, "volume"), join(folder, "facts")];
  const both = await secondsOf(() => writeVolume(toRecords(all, "ru"), "ru", volume));
  const bundle = join(volume, PUBLISHED, "pagefind");
  const own = await secondsOf(() => writeFacts(bundle, "ru", facts, join(folder, "tables")));
  const merged = await secondsOf(() =>
    writeLexicon([facts], [], join(folder, "lexicon"), join(folder, "words")),
  );
  return { index: both - own, lexicon: own + merged };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
