import type { EleventyConfig } from "../../site/index.ts";
import { givenSite } from "./given-site.ts";

/** The Eleventy configuration of a project that has none. */
export default function configure(eleventy: EleventyConfig): void {
  givenSite(eleventy)?.(eleventy);
}
