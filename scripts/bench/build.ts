import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { progressOf } from "../progress.ts";
import { makeArchive } from "./archive.ts";
import { type HugoFigures, type NaiveFigures, runHugo, runNaive } from "./baselines.ts";
import { type ChangeName, changesOf } from "./changes.ts";
import { round } from "./figures.ts";
import { type SiteFigures, tableOf } from "./site-figures.ts";
import { buildOnce, copyProject, type Place, searchFirst, warmUp } from "./vestnik.ts";

/**
 * Measures builds of a made-up archive: ours from nothing and after small changes, and beside them
 * what an archive costs without us. The last line is one JSON object. Linux alone.
 */

const BASELINES = ["naive", "hugo"];
const NONE = "none";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    against: { type: "string", multiple: true, default: BASELINES },
    keep: { type: "boolean", default: false },
  },
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
  const { vestnik, search } = await measureVestnik(place);
  const naive = await measureBaseline("naive", () => runNaive(place, join(folder, "naive")));
  const hugo = await measureBaseline("hugo", () =>
    runHugo(place, join(folder, "hugo-source"), join(folder, "hugo")),
  );
  const ratios = ratiosOf(vestnik, naive, hugo);
  const builds = Object.entries({ ...vestnik, naive, hugo }).filter(
    (build): build is [string, SiteFigures] => build[1] !== undefined && build[1] !== null,
  );
  console.log(`\n${tableOf(new Map(builds))}\n`);
  console.log(JSON.stringify({ articles, vestnik, naive, hugo, ratios, search }));
} finally {
  if (values.keep) console.log(`kept: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}

/** Our builds, by what came before them. */
type Steps = Readonly<Record<"clean" | "oneNewFirst" | ChangeName, SiteFigures>>;

async function measureVestnik(place: Place) {
  await warmUp(place);
  const clean = await buildOnce(place, "clean");
  const search = await nullIfFails("first searches", () => searchFirst(place));
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
  return { vestnik: { clean, nothing, oneNewFirst, oneNew, oneOld, template }, search };
}

function measureBaseline<Figures>(
  name: string,
  run: () => Promise<Figures>,
): Promise<Figures | null | undefined> {
  return values.against.includes(name) ? nullIfFails(name, run) : Promise.resolve(undefined);
}

/** The figures of our own builds must survive whatever else fails; why it did is printed. */
async function nullIfFails<Figures>(
  name: string,
  run: () => Promise<Figures>,
): Promise<Figures | null> {
  try {
    return await run();
  } catch (error) {
    console.log(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** How many times as long as a baseline our builds take; what was not measured is left out. */
function ratiosOf(
  { clean, nothing, oneNewFirst, oneNew, oneOld, template }: Steps,
  naive: NaiveFigures | null | undefined,
  hugo: HugoFigures | null | undefined,
) {
  const ratio = (ours: SiteFigures, theirs: SiteFigures | null | undefined) =>
    theirs && {
      wall: round(ours.seconds / theirs.seconds, 3),
      processor: round(ours.processorSeconds / theirs.processorSeconds, 3),
    };
  return {
    cleanToNaive: ratio(clean, naive),
    cleanToHugo: ratio(clean, hugo),
    oneNewFirstToNaive: ratio(oneNewFirst, naive),
    oneNewToNaive: ratio(oneNew, naive),
    oneOldToNaive: ratio(oneOld, naive),
    nothingToNaive: ratio(nothing, naive),
    templateToNaive: ratio(template, naive),
  };
}
