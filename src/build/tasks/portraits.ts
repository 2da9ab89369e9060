import { join } from "node:path";
import type { Portrait } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { ArtifactCache } from "../cache/artifact-cache.ts";
import type { CodeKeys } from "./code-keys.ts";
import * as image from "./image.ts";
import { Maker } from "./maker.ts";
import { publishImages } from "./pictures.ts";

export interface PortraitsOrder {
  readonly portraits: readonly Portrait[];
  /** The cache: what was made of an image is kept there under its bytes. */
  readonly cache: string;
  readonly codes: CodeKeys;
}

/**
 * Publishes the photos of authors with their variants.
 *
 * @throws ContentError with every one that is damaged
 */
export async function run(
  { portraits, cache, codes }: PortraitsOrder,
  folder: string,
): Promise<void> {
  const maker = new Maker(new ArtifactCache(cache), codes, (job) =>
    image.run(job.order as image.ImageOrder, job.folder),
  );
  await publishImages(portraits, join(folder, PUBLISHED), maker);
}
