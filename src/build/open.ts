import { type KnownFiles, type OpenArchive, openArchive } from "../content/index.ts";
import type { BuildOptions } from "./options.ts";

/**
 * Opens the archive that a build is asked for.
 *
 * @param known what an earlier look through the articles left
 * @throws ContentError as openArchive does
 */
export function openFor(options: BuildOptions, known?: KnownFiles): OpenArchive {
  return openArchive(options, options.overrides, known, options.now);
}
