import type { OpenArchive } from "../content/index.ts";
import type { BuildLock } from "./build-lock.ts";
import { hashOfIndex, hashOfPages } from "./code-hash.ts";
import type { BuildOptions } from "./options.ts";
import { keyOf } from "./part-cache.ts";
import type { Progress } from "./progress.ts";
import type { Provenance } from "./provenance.ts";
import { type KeyedVolume, partsOf, type VolumeContext } from "./volumes.ts";

/** What a build goes by. */
export interface Work extends VolumeContext {
  /** Its output is the folder itself, behind all links. */
  readonly options: BuildOptions;
  /** Where the next site is put together. */
  readonly staging: string;
  readonly progress: Progress;
  readonly lock: BuildLock;
  readonly volumes: readonly KeyedVolume[];
  readonly assetsKey: string;
  readonly provenance: Provenance;
  /** Of all that the site depends on. */
  readonly key: string;
}

/**
 * Names all that a site depends on.
 *
 * @param assetsKey says more than their addresses: some files of theirs have fixed names
 */
export function siteKey(
  { site, headlines, synonyms, about, topics, waitingUses }: OpenArchive,
  assetsKey: string,
  volumes: readonly KeyedVolume[],
  provenance: Provenance,
): string {
  const keys = volumes.map(partsOf);
  const code = [hashOfPages(), hashOfIndex(), assetsKey];
  const later = waitingUses.map(({ path }) => path);
  const made = [code, site, headlines, synonyms, about, topics, later, keys, provenance];
  return keyOf("site", ...made);
}
