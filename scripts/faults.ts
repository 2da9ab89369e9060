import { join } from "node:path";
import { parseArgs } from "node:util";
import { KEPT, readHashes, readKept } from "../src/build/index.ts";
import { serveSite } from "../src/serve/index.ts";
import { FaultArchive } from "./faults/archive.ts";
import { runBuild } from "./faults/build-process.ts";
import { Readers } from "./faults/readers.ts";
import { progressOf } from "./progress.ts";

const HELP = `npm run faults -- [options]

Changes an archive, starts a build and kills it with all its processes at a random moment, again and
again, while readers ask a server for pages. After each kill the site has to be the old or the new one,
whole, and the next build has to succeed; at the end the site has to equal one that is built from
nothing, byte for byte.

  --kills N    how many builds are killed   50
  --seed N     of the random moments        1`;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean" },
  },
});

/** Part of the duration of a build in which it is killed; the last kills come after its end. */
const SPAN = 1.3;

const PATHS = ["", "articles/statia-1/", "archive/", "search/", "search/pagefind.js", "rss.xml"];

/** The same seed, the same moments, as parts of a span. @see Park and Miller 1988, «minimal standard» */
function* moments(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** What a site is made of: files of earlier ones that stay for a while are none of it. */
function bytesOf(folder: string): string {
  const kept = readKept(folder);
  const own = [...readHashes(folder)].filter(([path]) => !kept.has(path) && path !== KEPT);
  return JSON.stringify(own);
}

async function built(options: readonly string[]): Promise<number> {
  const { code, text, milliseconds } = await runBuild(options);
  if (code !== 0) throw new Error(`A build failed that nobody had killed:\n${text}`);
  return milliseconds;
}

async function main(kills: number, seed: number): Promise<string[]> {
  const archive = new FaultArchive();
  const [options, site] = [archive.options("site"), join(archive.folder, "site")];
  await built(options);
  archive.change(1);
  const duration = await built(options);
  const server = await serveSite({ folder: site, pathPrefix: "/", port: 0 });
  const readers = new Readers(server.address, PATHS);
  const faults: string[] = [];
  const counts = { old: 0, new: 0 };
  const tell = progressOf(kills, "builds killed");
  const random = moments(seed);
  for (let number = 0; number < kills; number++) {
    const before = bytesOf(site);
    archive.change(number);
    const moment = (random.next().value ?? 0) * SPAN * duration;
    await runBuild(options, moment);
    const after = bytesOf(site);
    await built(options);
    const wanted = bytesOf(site);
    if (after === before) counts.old++;
    else if (after === wanted) counts.new++;
    else faults.push(`after ${Math.round(moment)} ms the site is neither the old nor the new one`);
    tell(number + 1);
  }
  const { requests, broken } = await readers.end();
  await server.close();
  await built(archive.options("clean"));
  if (bytesOf(site) !== bytesOf(join(archive.folder, "clean")))
    faults.push("the site differs from one that is built from nothing");
  archive.remove();
  console.log(`\n${kills} builds killed within ${Math.round(duration * SPAN)} ms of their start`);
  console.log(`  the site was the old one ${counts.old} times, the new one ${counts.new} times`);
  console.log(`  requests meanwhile: ${requests}, broken: ${broken.length}`);
  return [...faults, ...broken.slice(0, 10)];
}

if (values.help) console.log(HELP);
else {
  const faults = await main(Number(values.kills), Number(values.seed));
  for (const fault of faults) console.error(`FAULT: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
