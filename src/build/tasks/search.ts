import { join } from "node:path";
import { PUBLISHED, writeManifest } from "../../index/index.ts";

export interface SearchOrder {
  /** The folders of the segments, the newest first. */
  readonly segments: readonly string[];
}

/** Writes what the search starts from. */
export async function run({ segments }: SearchOrder, folder: string): Promise<void> {
  await writeManifest(segments, join(folder, PUBLISHED));
}
