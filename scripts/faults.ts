import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { KEPT, readHashes, readKept } from "../src/build/index.ts";
import { serveSite } from "../src/serve/index.ts";
import { FaultArchive } from "./faults/archive.ts";
import { killGroup, runBuild } from "./faults/build-process.ts";
import { lockFaults } from "./faults/lock-faults.ts";
import { FaultOnce, PROCESS_FAULTS, type ProcessFault } from "./faults/process-faults.ts";
import { Readers } from "./faults/readers.ts";
import { progressOf } from "./progress.ts";

const HELP = `npm run faults -- [options]

Changes an archive, starts a build and kills it with all its processes at a random moment, every fifth
one just when the new site has taken the place of the old one, again and again, while readers ask a
server for pages. After each kill the site has to be the old or the new one,
whole, and the next build has to succeed; at the end the site has to equal one that is built from
nothing, byte for byte. Then single processes of builds are killed, stopped and ended, and builds find
locks that others left: each has to end with a message, leave no process and the old site.

  --kills N     how many builds are killed   50
  --articles N  in the archive               24
  --seed N      of the random moments        1
  --processes N how many of the faults of single processes and locks, from the first on   all`;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    articles: { type: "string", default: "24" },
    processes: { type: "string", default: "99" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean" },
  },
});

/** Of so many kills one comes right after the swap, which random moments hardly ever meet. */
const SWAP_KILL = 5;

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

/** Waits until another folder stands at the place of the site. */
async function swapOf(site: string, isOver: AbortSignal): Promise<void> {
  const old = statSync(site).ino;
  while (!isOver.aborted && statSync(site).ino === old) await wait(1);
}

/** @param moment milliseconds after the start; right after the swap by default */
function killedBuild(options: readonly string[], site: string, moment?: number) {
  return runBuild(options, async (pid, isOver) => {
    const over = new Promise((done) => isOver.addEventListener("abort", done));
    await Promise.race([over, moment === undefined ? swapOf(site, isOver) : wait(moment)]);
    killGroup(pid);
  });
}

/** What came of one kill. */
interface Outcome {
  /** Not where the build was over before. */
  readonly isKilled: boolean;
  readonly site: "old" | "new" | "torn";
}

/** Kills a build, lets the next one succeed, and tells by that what the killed one left. */
async function killOnce(
  options: readonly string[],
  site: string,
  moment?: number,
): Promise<Outcome> {
  const before = bytesOf(site);
  const { signal } = await killedBuild(options, site, moment);
  const after = bytesOf(site);
  await built(options);
  const isNew = after === bytesOf(site);
  const isKilled = signal === "SIGKILL";
  return { isKilled, site: after === before ? "old" : isNew ? "new" : "torn" };
}

/** @returns what is wrong with how a build took a fault */
async function sufferOnce(fault: ProcessFault, archive: FaultArchive, number: number) {
  const [options, site] = [archive.options("site"), join(archive.folder, "site")];
  if (fault.isLarge) archive.changeAll(number);
  else archive.change(number);
  const before = bytesOf(site);
  const once = new FaultOnce(fault);
  const { code, signal, text } = await runBuild(options, (pid, over) => once.act(pid, over));
  const isLocked = existsSync(`${site}.lock`) && fault.signal !== "SIGKILL";
  const living = await once.livingOn();
  const wrong = [
    ...(once.hasHappened ? [] : ["it did not happen"]),
    ...(code === 0 ? ["the build succeeded"] : []),
    ...(fault.victim === undefined && signal !== fault.signal ? ["the build went on"] : []),
    ...(fault.told.test(text) ? [] : [`an editor was told:\n${text}`]),
    ...(living === 0 ? [] : [`${living} processes live on`]),
    ...(isLocked ? ["its lock stayed"] : []),
    ...(bytesOf(site) === before ? [] : ["the site changed"]),
  ];
  await built(options);
  return wrong.map((one) => `${fault.name}: ${one}`);
}

/** @returns what is wrong with how a build took a lock that it found */
async function findLocks(archive: FaultArchive): Promise<string[]> {
  const [options, site] = [archive.options("site"), join(archive.folder, "site")];
  const wrong: string[] = [];
  for (const { name, lock } of lockFaults()) {
    archive.change(0);
    writeFileSync(`${site}.lock`, lock);
    const milliseconds = await built(options);
    console.log(`  ${name}: taken over, built in ${(milliseconds / 1000).toFixed(1)} s`);
    if (existsSync(`${site}.lock`)) wrong.push(`${name}: it stayed`);
  }
  return wrong;
}

/** So many articles that change are made by several processes. */
const PROCESS_ARTICLES = 24;

/** Faults of single processes, and locks that are left; the system has to tell of processes. */
async function sufferAll(most: number): Promise<string[]> {
  const faults = existsSync("/proc/self/stat") ? PROCESS_FAULTS.slice(0, most) : [];
  if (faults.length === 0) return [];
  const archive = new FaultArchive(PROCESS_ARTICLES);
  await built(archive.options("site"));
  const wrong: string[] = [];
  for (const [number, fault] of faults.entries()) {
    const faulty = await sufferOnce(fault, archive, number);
    if (faulty.length === 0) console.log(`  ${fault.name}: told, nothing lives on, then built`);
    wrong.push(...faulty);
  }
  if (faults.length === PROCESS_FAULTS.length) wrong.push(...(await findLocks(archive)));
  archive.remove();
  return wrong;
}

/** Kills whole builds while readers ask for pages. */
async function killAll(kills: number, articles: number, seed: number): Promise<string[]> {
  if (kills === 0) return [];
  const archive = new FaultArchive(articles);
  const [options, site] = [archive.options("site"), join(archive.folder, "site")];
  await built(options);
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
    const isAtSwap = number % SWAP_KILL === SWAP_KILL - 1;
    outcomes.push(await killOnce(options, site, isAtSwap ? undefined : moment));
    tell(number + 1);
  }
  const { requests, broken } = await readers.end();
  await server.close();
  await built(archive.options("clean"));
  const isSame = bytesOf(site) === bytesOf(join(archive.folder, "clean"));
  archive.remove();
  report(outcomes, duration);
  console.log(`  requests meanwhile: ${requests}, broken: ${broken.length}`);
  const torn = outcomes.filter((one) => one.site === "torn").length;
  return [
    ...(torn > 0 ? [`the site was neither the old nor the new one ${torn} times`] : []),
    ...(isSame ? [] : ["the site differs from one that is built from nothing"]),
    ...broken.slice(0, 10),
  ];
}

function report(outcomes: readonly Outcome[], duration: number): void {
  const killed = outcomes.filter(({ isKilled }) => isKilled);
  const count = (site: Outcome["site"]): number => killed.filter((one) => one.site === site).length;
  console.log(`\n${outcomes.length} builds of about ${Math.round(duration)} ms`);
  console.log(`  killed before the swap ${count("old")}, after it ${count("new")}`);
  console.log(`  over before their moment: ${outcomes.length - killed.length}`);
}

if (values.help) console.log(HELP);
else {
  const faults = [
    ...(await killAll(Number(values.kills), Number(values.articles), Number(values.seed))),
    ...(await sufferAll(Number(values.processes))),
  ];
  for (const fault of faults) console.error(`FAULT: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
