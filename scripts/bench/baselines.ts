import { totalmem } from "node:os";
import { join } from "node:path";
import { round } from "../figures.ts";
import { ensureHugo, writeHugoSite } from "./hugo.ts";
import { lastLine, type Measured, runMeasured } from "./process-tree.ts";
import { type SiteFigures, siteFigures } from "./site-figures.ts";
import type { Place } from "./vestnik.ts";

/** What a build without anything of ours took. */
export interface NaiveFigures extends SiteFigures {
  readonly eleventySeconds: number;
  readonly pagefindSeconds: number;
  /** HTML files that Eleventy wrote. */
  readonly pages: number;
}

export interface HugoFigures extends SiteFigures {
  readonly hugoSeconds: number;
  readonly pagefindSeconds: number;
}

/** One run keeps every page of 100,000 articles, which Node's own limit does not let it. */
const HEAP = `--max-old-space-size=${Math.floor(totalmem() / 2 / 1024 ** 2)}`;

/**
 * Renders every page in one run of Eleventy, then runs Pagefind's command over them.
 *
 * @param folder where the site goes
 */
export async function runNaive(place: Place, folder: string): Promise<NaiveFigures> {
  const { content, data } = place.made;
  const script = [HEAP, "--import", "tsx", "scripts/bench/naive/run.ts"];
  const flags = ["--content", content, "--data", data, "--output", folder];
  const args = [...script, ...flags];
  const eleventy = await runMeasured("naive, Eleventy", process.execPath, args, place.project);
  const pagefind = await runPagefind("naive, Pagefind", place.project, folder);
  return {
    ...siteFigures(together(eleventy, pagefind), folder),
    eleventySeconds: round(eleventy.seconds),
    pagefindSeconds: round(pagefind.seconds),
    pages: Number(lastLine(eleventy)),
  };
}

/**
 * Renders the same articles with Hugo and plain templates, then runs Pagefind's command over them.
 *
 * @param source where Hugo's configuration and templates go
 * @param folder where the site goes
 * @throws Error where there is no Hugo
 */
export async function runHugo(place: Place, source: string, folder: string): Promise<HugoFigures> {
  const program = ensureHugo();
  await writeHugoSite(source);
  const { content } = place.made;
  const flags = ["--source", source, "--contentDir", content, "--destination", folder, "--quiet"];
  const hugo = await runMeasured("hugo, Hugo", program, flags, place.project);
  const pagefind = await runPagefind("hugo, Pagefind", place.project, folder);
  return {
    ...siteFigures(together(hugo, pagefind), folder),
    hugoSeconds: round(hugo.seconds),
    pagefindSeconds: round(pagefind.seconds),
  };
}

function runPagefind(name: string, project: string, site: string): Promise<Measured> {
  const program = join(project, "node_modules/pagefind/lib/runner/bin.cjs");
  const args = [program, "--site", site, "--force-language", "ru"];
  return runMeasured(name, process.execPath, args, project);
}

/** Two commands, one after the other. */
function together(first: Measured, second: Measured): Measured {
  return {
    ...second,
    seconds: first.seconds + second.seconds,
    processorSeconds: first.processorSeconds + second.processorSeconds,
    peakRssMb: Math.max(first.peakRssMb, second.peakRssMb),
  };
}
