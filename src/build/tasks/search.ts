import { join } from "node:path";
import { PUBLISHED, writeManifest } from "../../index/index.ts";

export interface SearchOrder {
  /** The folders of the segments, the newest first. */
  readonly segments: readonly string[];
}

/** Writes the search's manifest. */
export async function run({ segments }: SearchOrder, folder: string): Promise<void> {
  await writeManifest(segments, join(folder, PUBLISHED));
}
