import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assets } from "../../site/index.ts";

/** Lies in the artifact of the assets: their addresses. */
const FILE = "assets.json";

export function writeAssetsFile(assets: Assets, folder: string): void {
  writeFileSync(join(folder, FILE), JSON.stringify(assets));
}

/** @param folder that the task «assets» has filled */
export function readAssets(folder: string): Assets {
  return JSON.parse(readFileSync(join(folder, FILE), "utf8")) as Assets;
}
