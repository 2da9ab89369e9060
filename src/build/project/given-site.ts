import type { EleventyConfig } from "../../site/index.ts";

/** Adds to a run of Eleventy what its pages are made from. */
type AddSite = (eleventy: EleventyConfig) => void;

/** A global symbol: Eleventy and the build may load this module twice. */
const GIVEN = Symbol.for("vestnik.site");

interface Giving {
  [GIVEN]?: AddSite;
}

/** Hands the plugin what a run of Eleventy is about: a configuration takes no arguments. */
export function giveSite(eleventy: EleventyConfig, add: AddSite): void {
  (eleventy as Giving)[GIVEN] = add;
}

/** @returns what a run of the build is about; nothing in a run of Eleventy's own command */
export function givenSite(eleventy: EleventyConfig): AddSite | undefined {
  return (eleventy as Giving)[GIVEN];
}

/** The Eleventy configuration of a project that has none. */
export default function configure(eleventy: EleventyConfig): void {
  givenSite(eleventy)?.(eleventy);
}
