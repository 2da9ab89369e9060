import { statSync } from "node:fs";
import { join } from "node:path";
import { round } from "../figures.ts";
import { filesOf } from "../files.ts";
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
  const files = filesOf(site);
  const bytes = files.reduce((sum, file) => sum + statSync(join(site, file)).size, 0);
  return {
    seconds: round(seconds),
    processorSeconds: round(processorSeconds),
    peakRssMb: round(peakRssMb, 0),
    outputMb: round(bytes / 1024 ** 2),
    files: files.length,
  };
}
