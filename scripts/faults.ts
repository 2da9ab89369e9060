import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { serveSite } from "../src/serve/index.ts";
import { FaultArchive } from "./faults/archive.ts";
import { killGroup, runBuild } from "./faults/build-process.ts";
import { built, bytesOf } from "./faults/built-site.ts";
import { PLACES, Place } from "./faults/place.ts";
import { Readers } from "./faults/readers.ts";
import { sufferAll } from "./faults/suffer.ts";
import { readOptions } from "./options.ts";
import { progressOf } from "./progress.ts";

const HELP = `npm run faults -- [options]

Changes an archive, starts a build and kills it with all its processes at a random moment, every fifth
one just when the new site has taken the place of the old one, again and again, while readers ask a
server for pages. After each kill the site has to be the old or the new one,
whole, and the next build has to succeed; at the end the site has to equal one that is built from
nothing, byte for byte. Then single processes of builds are killed, stopped and ended, and builds find
locks that others left: each has to end with a message, leave no process and the old site.

  --kills N     how many builds are killed   50
  --articles N  in the archive, 24 at least where faults of processes are tried   24
  --seed N      of the random moments        1
  --processes N how many of the faults of single processes and locks, from the first on   all
  --place KIND  of the output: folder, link, mount; on a mount every second kill comes while files
                are exchanged, and the site may then say of itself that it is not whole   folder`;

const values = readOptions(HELP, {
  kills: { type: "string", default: "50" },
  articles: { type: "string", default: "24" },
  processes: { type: "string", default: "99" },
  seed: { type: "string", default: "1" },
  place: { type: "string", default: "folder" },
});

const PATHS = ["", "articles/statia-1/", "archive/", "search/", "search/pagefind.js", "rss.xml"];

/** The same seed, the same moments, as parts of a span. @see Park and Miller 1988, «minimal standard» */
function* moments(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** @param moment milliseconds after the start; right after the swap by default */
function killedBuild(options: readonly string[], place: Place, moment?: number) {
  return runBuild(options, async (pid, isOver) => {
    const over = new Promise((done) => isOver.addEventListener("abort", done));
    await Promise.race([over, moment === undefined ? place.swap(isOver) : wait(moment)]);
    killGroup(pid);
  });
}

/** What came of one kill. */
interface Outcome {
  /** Not where the build was over before. */
  readonly isKilled: boolean;
  readonly site: "old" | "new" | "unfinished" | "torn";
}

/** Kills a build, lets the next one succeed, and tells by that what the killed one left. */
async function killOnce(
  options: readonly string[],
  place: Place,
  moment?: number,
): Promise<Outcome> {
  const { site } = place;
  const before = bytesOf(site);
  const { signal } = await killedBuild(options, place, moment);
  const after = bytesOf(site);
  const isUnfinished = place.isUnfinished;
  await built(options);
  const isNew = after === bytesOf(site);
  const isKilled = signal === "SIGKILL";
  if (isUnfinished) return { isKilled, site: "unfinished" };
  return { isKilled, site: after === before ? "old" : isNew ? "new" : "torn" };
}

/** What is not killed needs no processes besides its own, which take seconds to start. */
const ALONE = ["--workers", "1"];

/** Kills whole builds while readers ask for pages. */
async function killAll(
  archive: FaultArchive,
  place: Place,
  kills: number,
  seed: number,
): Promise<string[]> {
  if (kills === 0) return [];
  const [options, { site }] = [archive.options("site"), place];
  await built([...options, ...ALONE]);
  const server = await serveSite({ folder: site, pathPrefix: "/", port: 0 });
  const readers = new Readers(server.address, PATHS);
  archive.change(1);
  // With the readers at work, as the builds that are killed.
  const duration = await built(options);
  const outcomes: Outcome[] = [];
  const tell = progressOf(kills, "builds killed");
  const random = moments(seed);
  for (let number = 0; number < kills; number++) {
    archive.change(number);
    const moment = (random.next().value ?? 0) * duration;
    const isAtSwap = number % place.swapKill === place.swapKill - 1;
    outcomes.push(await killOnce(options, place, isAtSwap ? undefined : moment));
    tell(number + 1);
  }
  const { requests, broken } = await readers.end();
  await server.close();
  await built([...archive.options("clean"), ...ALONE]);
  const isSame = bytesOf(site) === bytesOf(join(archive.folder, "clean"));
  report(outcomes, duration);
  console.log(`  requests meanwhile: ${requests}, broken: ${broken.length}`);
  const torn = outcomes.filter((one) => one.site === "torn").length;
  return [
    ...(torn > 0 ? [`the site was neither the old nor the new one ${torn} times`] : []),
    ...(isSame ? [] : ["the site differs from one that is built from nothing"]),
    // The server may ask for the size of a file and read the one that has just taken its place.
    ...(place.isMount ? [] : broken.slice(0, 10)),
  ];
}

function report(outcomes: readonly Outcome[], duration: number): void {
  const killed = outcomes.filter(({ isKilled }) => isKilled);
  const count = (site: Outcome["site"]): number => killed.filter((one) => one.site === site).length;
  console.log(`\n${outcomes.length} builds of about ${Math.round(duration)} ms`);
  console.log(`  killed before the swap ${count("old")}, after it ${count("new")}`);
  console.log(`  killed while files were exchanged: ${count("unfinished")}`);
  console.log(`  over before their moment: ${outcomes.length - killed.length}`);
}

const kind = PLACES.find((one) => one === values.place);
if (kind === undefined) throw new Error(`--place takes ${PLACES.join(", ")}, not ${values.place}`);
const archive = new FaultArchive(Number(values.articles));
const place = new Place(kind, join(archive.folder, "site"));
const faults = [
  ...(await killAll(archive, place, Number(values.kills), Number(values.seed))),
  ...(await sufferAll(archive, Number(values.processes))),
];
place.remove();
archive.remove();
for (const fault of faults) console.error(`FAULT: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
