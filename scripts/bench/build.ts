import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { round } from "../figures.ts";
import { readOptions } from "../options.ts";
import { progressOf } from "../progress.ts";
import { makeArchive } from "./archive.ts";
import { runHugo, runNaive } from "./baselines.ts";
import { type ChangeName, changesOf } from "./changes.ts";
import type { SiteFigures } from "./site-figures.ts";
import { buildOnce, copyProject, type Place, warmUp } from "./vestnik.ts";

const HELP = `npm run bench:build -- [options]

Measures builds of a made-up archive: ours from nothing and after small changes, and beside them what an
archive costs without us. The last line is one JSON object. Linux alone.

  --articles N    how many                            10000
  --against NAME  naive, hugo or none; again for two  naive and hugo
  --keep          leave the archive and what was built`;

const BASELINES = ["naive", "hugo"];
const NONE = "none";

const values = readOptions(HELP, {
  articles: { type: "string", default: "10000" },
  against: { type: "string", multiple: true, default: BASELINES },
  keep: { type: "boolean", default: false },
});
const articles = Number(values.articles);
const unknown = values.against.find((name) => ![...BASELINES, NONE].includes(name));
if (unknown !== undefined) throw new Error(`--against takes naive, hugo or none, not ${unknown}`);
if (!Number.isInteger(articles) || articles < 2) throw new Error("--articles takes 2 or more");

const folder = await mkdtemp(join(tmpdir(), "vestnik-bench-"));
try {
  const made = await makeArchive(articles, folder, progressOf(articles, "articles written"));
  const project = join(folder, "project");
  const place = { project, made, site: join(folder, "site"), cache: join(folder, "cache") };
  await copyProject(project);
  const vestnik = await measureVestnik(place);
  const naive = await measureBaseline("naive", () => runNaive(place, join(folder, "naive")));
  const hugo = await measureBaseline("hugo", () =>
    runHugo(place, join(folder, "hugo-source"), join(folder, "hugo")),
  );
  const baselines = { ...(naive && { naive }), ...(hugo && { hugo }) };
  console.table({ ...vestnik, ...baselines }, Object.keys(vestnik.clean ?? {}));
  const ratios = { naive: ratiosOf(vestnik, naive), hugo: ratiosOf(vestnik, hugo) };
  console.log(JSON.stringify({ articles, vestnik, naive, hugo, ratios }));
} finally {
  if (values.keep) console.log(`kept: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}

/** Our builds, by what came before them. */
async function measureVestnik(place: Place): Promise<Readonly<Record<string, SiteFigures>>> {
  await warmUp(place);
  const clean = await buildOnce(place, "clean");
  const changes = changesOf(place);
  const after = async (name: ChangeName): Promise<SiteFigures> => {
    await changes[name].make();
    const figures = await buildOnce(place, name);
    if (await changes[name].isShown()) return figures;
    throw new Error(`The site does not show the change ${name}`);
  };
  const nothing = await after("nothing");
  // The first change after a clean build makes the second of two sites that take turns.
  const [oneNewFirst, oneNew] = [await after("oneNew"), await after("oneNew")];
  const [oneOld, template] = [await after("oneOld"), await after("template")];
  return { clean, nothing, oneNewFirst, oneNew, oneOld, template };
}

/** The figures of our own builds must survive whatever else fails; why it did is printed. */
async function measureBaseline<Figures>(
  name: string,
  run: () => Promise<Figures>,
): Promise<Figures | undefined> {
  if (!values.against.includes(name)) return undefined;
  try {
    return await run();
  } catch (error) {
    console.log(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** How many times as long as a baseline our builds take; nothing where it was not measured. */
function ratiosOf(ours: Readonly<Record<string, SiteFigures>>, baseline: SiteFigures | undefined) {
  if (baseline === undefined) return undefined;
  const ratios = Object.entries(ours).map(([step, { seconds, processorSeconds }]) => {
    const wall = round(seconds / baseline.seconds, 3);
    return [step, { wall, processor: round(processorSeconds / baseline.processorSeconds, 3) }];
  });
  return Object.fromEntries(ratios) as Readonly<Record<string, object>>;
}
