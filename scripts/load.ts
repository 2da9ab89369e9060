import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PROJECT, SITE_MARK, stagingOf, swap } from "../src/build/index.ts";
import { AUDIT_ARCHIVE, writeArchive } from "./archive/index.ts";
import { filesOf } from "./files.ts";
import { startNginx } from "./load/nginx.ts";
import { type Load, loadWith } from "./load/wrk.ts";
import { readOptions } from "./options.ts";

const HELP = `npm run load -- [options]

Builds an archive of 1,000 articles, packs it, puts it behind nginx with our configuration, and loads it
with wrk: kinds of files one by one, then all of them while the site is exchanged for another one all
the time. Needs nginx and wrk, as Debian's packages of these names. An error makes the exit code 1.

  --seconds N       of each load                    10
  --connections N   at once                         64
  --workers N       processes of nginx              1; wrk needs a core too`;

const values = readOptions(HELP, {
  seconds: { type: "string", default: "10" },
  connections: { type: "string", default: "64" },
  workers: { type: "string", default: "1" },
});

/** Between two exchanges of the site; milliseconds. */
const SWAP_EVERY_MS = 50;
/** Of each kind so many files are asked for, spread over all of them. */
const MOST_PATHS = 200;

const KINDS: Readonly<Record<string, RegExp>> = {
  "front page": /^\/$/,
  articles: /^\/articles\/[^/]+\/$/,
  "topics, archive, headlines": /^\/(?:topics|archive|headlines)\/(?:[^.]*\/)?$/,
  "search script": /^\/search\/pagefind\.js$/,
  "files of the search": /\.pack$/,
  pictures: /\.(?:avif|webp|png)$/,
};

function run(script: string, ...flags: string[]): void {
  const command = [join(PROJECT, "scripts/vestnik.js"), script, ...flags];
  const { status } = spawnSync(process.execPath, command, { cwd: PROJECT, stdio: "inherit" });
  if (status !== 0) throw new Error(`scripts/${script}.ts ended with ${status}`);
}

/** @returns the folder of a packed site, which another one like it lies beside, to take its place */
async function twoSites(folder: string): Promise<string> {
  const { content, data } = await writeArchive(join(folder, "source"), AUDIT_ARCHIVE);
  const [built, site] = [join(folder, "built"), join(folder, "site")];
  const cache = join(folder, "cache");
  run("build", "--content", content, "--data", data, "--output", built, "--cache", cache);
  run("compress", built, "--to", site);
  cpSync(site, stagingOf(site), { recursive: true });
  return site;
}

function pathsOf(site: string, kind: RegExp): string[] {
  const all = filesOf(site).map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);
  const paths = all.filter((path) => kind.test(path));
  const step = Math.max(1, Math.floor(paths.length / MOST_PATHS));
  return paths.filter((_, index) => index % step === 0);
}

/** Exchanges the site for the one beside it until it is told to stop. */
async function swapping(site: string, isOver: AbortSignal): Promise<number> {
  for (let swaps = 0; ; swaps++) {
    if (isOver.aborted) return swaps;
    await swap(site, stagingOf(site), SITE_MARK);
    await wait(SWAP_EVERY_MS);
  }
}

function row(name: string, load: Load): string {
  const { perSecond, megabytesPerSecond, p99, requests, errors } = load;
  const figures = [perSecond, megabytesPerSecond, p99.toFixed(1), requests, errors];
  return `| ${[name, ...figures.map((one) => one.toLocaleString("en"))].join(" | ")} |`;
}

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "vestnik-load-"));
  const work = join(folder, "nginx");
  mkdirSync(work);
  try {
    const site = await twoSites(folder);
    const server = await startNginx(site, work, Number(values.workers));
    const how = { seconds: Number(values.seconds), connections: Number(values.connections), work };
    console.log("\n| what | requests/s | MB/s | p99, ms | requests | errors |");
    console.log("| --- | --- | --- | --- | --- | --- |");
    const paths = Object.values(KINDS).flatMap((kind) => pathsOf(site, kind));
    let errors = 0;
    const tell = (name: string, load: Load): void => {
      errors += load.errors;
      console.log(row(name, load));
    };
    for (const [name, kind] of Object.entries(KINDS)) {
      tell(name, await loadWith(server.address, pathsOf(site, kind), how));
    }
    const over = new AbortController();
    const swaps = swapping(site, over.signal);
    const load = await loadWith(server.address, paths, how);
    over.abort();
    tell(`all of them, ${await swaps} exchanges of the site`, load);
    await server.stop();
    return errors === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!(await main())) process.exitCode = 1;
