import type { EleventyConfig } from "../site/index.ts";
import { givenSite } from "./given-site.ts";

/** What a project without a configuration of Eleventy says to it: that it is a newspaper. */
export default function configure(eleventy: EleventyConfig): void {
  givenSite(eleventy)?.(eleventy);
}
