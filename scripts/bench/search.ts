import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite, PROJECT, Progress } from "../../src/build/index.ts";
import { readArchive } from "../../src/content/index.ts";
import { toRecords } from "../../src/index/index.ts";
import { percentile, round } from "../figures.ts";
import { readOptions } from "../options.ts";
import { progressOf } from "../progress.ts";
import { makeArchive } from "./archive.ts";
import { paintings } from "./painting.ts";
import { lastLine, runMeasured } from "./process-tree.ts";
import { drawQueries } from "./queries.ts";
import { type FirstQuery, firstQueries, SEARCH_MODULE, warmQueries } from "./visits.ts";

const HELP = `npm run bench:search -- [options]

Measures what the search costs beside unmodified Pagefind over the same records: the processor and the
memory of making it, what a first query moves; and warm queries of two to four words, from key to painted
results on a slowed processor. The last line is one JSON object.

  --articles N  how many are made up  10000`;

const WARM_UP = 20;
const QUERIES = 200;
const FIRST_QUERIES = 20;
const PAINTED_QUERIES = 40;
/** A phone of some years ago beside the machine that measures, as Lighthouse has it. */
const SLOWDOWN = 4;

const options = readOptions(HELP, { articles: { type: "string", default: "10000" } });
const articles = Number(options.articles);
const folder = await mkdtemp(join(tmpdir(), "vestnik-bench-"));
try {
  const made = await makeArchive(articles, folder, progressOf(articles, "articles written"));
  const site = join(folder, "site");
  console.log("building the site");
  const folders = { project: PROJECT, cache: join(folder, "cache"), overrides: {} };
  const build = { ...made, ...folders, output: site, cacheLimit: Number.POSITIVE_INFINITY };
  await buildSite(build, new Progress(console.log));
  const records = toRecords(readArchive(made).articles, "ru");
  await writeFile(join(folder, "records"), records.map((one) => JSON.stringify(one)).join("\n"));
  const own = await indexCost("vestnik");
  const pagefind = await indexCost("pagefind");
  const queries = drawQueries(made.content, WARM_UP + QUERIES + FIRST_QUERIES);
  const warm = (await warmQueries(site, queries.slice(0, WARM_UP + QUERIES))).slice(WARM_UP);
  const firstOnes = queries.slice(-FIRST_QUERIES);
  const first = await firstQueries(site, firstOnes, SEARCH_MODULE);
  await writeFile(join(folder, "pagefind/index.html"), "<!doctype html><html lang=ru>");
  const plain = await firstQueries(join(folder, "pagefind"), firstOnes, "pagefind/pagefind.js");
  const painted = await paintings(site, queries.slice(0, WARM_UP + PAINTED_QUERIES), SLOWDOWN);
  const painting = painted.slice(WARM_UP);
  const figures = {
    articles,
    indexCpuSeconds: own.cpuSeconds,
    indexPeakMb: own.peakRssMb,
    pagefindCpuSeconds: pagefind.cpuSeconds,
    pagefindPeakMb: pagefind.peakRssMb,
    indexRatio: own.cpuSeconds / pagefind.cpuSeconds,
    warmP50Ms: percentile(warm, 0.5),
    warmP95Ms: percentile(warm, 0.95),
    slowedPaintingP50Ms: percentile(painting, 0.5),
    slowedPaintingP95Ms: percentile(painting, 0.95),
    ...figuresOf("first", first),
    ...figuresOf("pagefindFirst", plain),
    ...kindsOf(first),
  };
  const rounded = Object.entries(figures).map(([name, figure]) => [name, round(figure)]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What making records searchable takes, from nothing. */
async function indexCost(how: string): Promise<{ cpuSeconds: number; peakRssMb: number }> {
  const script = ["--import", "tsx", "scripts/bench/index-cost.ts", "--how", how];
  const places = ["--records", join(folder, "records"), "--site", join(folder, how)];
  const args = [...script, ...places];
  const run = await runMeasured(`indexing by ${how}`, process.execPath, args, PROJECT);
  const { cpuSeconds } = JSON.parse(lastLine(run)) as { cpuSeconds: number };
  return { cpuSeconds, peakRssMb: run.peakRssMb };
}

function figuresOf(name: string, queries: readonly FirstQuery[]): Record<string, number> {
  const kilobytes = queries.map((query) => query.kilobytes);
  return {
    [`${name}P50Kb`]: percentile(kilobytes, 0.5),
    [`${name}MaxKb`]: percentile(kilobytes, 1),
    [`${name}RequestsP50`]: percentile(
      queries.map(({ requests }) => requests),
      0.5,
    ),
  };
}

/** The median of what each kind of file has of a first query. */
function kindsOf(queries: readonly FirstQuery[]): Record<string, number> {
  const kinds = new Set(queries.flatMap(({ byKind }) => Object.keys(byKind)));
  const medians = [...kinds].sort().map((kind) => {
    const own = queries.map(({ byKind }) => byKind[kind] ?? 0);
    return [`first:${kind}P50Kb`, percentile(own, 0.5)] as const;
  });
  return Object.fromEntries(medians);
}
