import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { round } from "./figures.ts";
import type { Measured } from "./process-tree.ts";

/** What one build took and left. */
export interface SiteFigures {
  readonly seconds: number;
  /** Of the processor. */
  readonly processorSeconds: number;
  readonly peakRssMb: number;
  readonly outputMb: number;
  readonly files: number;
}

/** @param site the folder that was built */
export function siteFigures(
  { seconds, processorSeconds, peakRssMb }: Measured,
  site: string,
): SiteFigures {
  const files = filesIn(site);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return {
    seconds: round(seconds),
    processorSeconds: round(processorSeconds),
    peakRssMb: round(peakRssMb, 0),
    outputMb: round(bytes / 1024 ** 2),
    files: files.length,
  };
}

/** All files in a folder and the folders inside it, in the order of their paths. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const NAME_WIDTH = 18;
const COLUMNS = {
  seconds: "seconds",
  processorSeconds: "processor",
  peakRssMb: "peak MB",
  outputMb: "output MB",
  files: "files",
};

/** One line for each build, under a line of headings. */
export function tableOf(builds: ReadonlyMap<string, SiteFigures>): string {
  const keys = Object.keys(COLUMNS) as (keyof SiteFigures)[];
  const line = (name: string, cell: (key: keyof SiteFigures) => string | number): string =>
    name.padEnd(NAME_WIDTH) + keys.map((key) => String(cell(key)).padStart(11)).join("");
  const lines = [...builds].map(([name, figures]) => line(name, (key) => figures[key]));
  return [line("", (key) => COLUMNS[key]), ...lines].join("\n");
}

/** Tells in English how a long build gets on. */
export function tellAbout(name: string): (seconds: number, rssMb: number) => void {
  console.log(`${name}: begins`);
  return (seconds, rssMb) => console.log(`${name}: ${round(seconds, 0)} s, ${round(rssMb, 0)} MB`);
}
