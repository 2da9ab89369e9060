import type { OpenArchive } from "../../content/index.ts";
import type { Assets } from "../../site/index.ts";
import { keyOf } from "../cache/artifact-cache.ts";
import type { BuildLock } from "../processes/build-lock.ts";
import type { Progress } from "../processes/progress.ts";
import type { BuildOptions } from "../project/options.ts";
import { ownFiles } from "../project/own-pages.ts";
import type { Provenance } from "../project/provenance.ts";
import { inputsOfAssets, inputsOfPortraits, inputsOfStatics } from "../slices/shape-inputs.ts";
import type { Slice, SliceContext } from "../slices/slices.ts";
import type { CodeKeys } from "../tasks/code-keys.ts";
import type { Artifact } from "../tasks/maker.ts";

/** The context of a build. */
export interface BuildContext extends SliceContext {
  /** Its output is the folder itself, behind all links. */
  readonly options: BuildOptions;
  /** Where the next site is put together. */
  readonly staging: string;
  readonly progress: Progress;
  readonly lock: BuildLock;
  readonly slices: readonly Slice[];
  readonly assets: Assets;
  /** The styles and scripts. */
  readonly assetsArtifact: Artifact;
  readonly provenance: Provenance;
  /** Of all that the site depends on. */
  readonly key: string;
}

/** Names all that a site depends on, but for the images of its articles. */
export function siteKey(
  archive: OpenArchive,
  project: string,
  codes: CodeKeys,
  slices: readonly Slice[],
  provenance: Provenance,
): string {
  const { site, headlines, synonyms, about, topics, authors, sections, waitingUses } = archive;
  const told = { site, headlines, synonyms, about, topics, authors, sections };
  const later = waitingUses.map(({ path }) => path);
  const read = slices.map(({ reading }) => reading.inputs);
  const own = ownFiles(project, true);
  const shape = [inputsOfAssets(archive), inputsOfStatics(archive), inputsOfPortraits(archive)];
  return keyOf("site", codes, told, later, read, own, shape, provenance);
}
