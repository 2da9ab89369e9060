import type { Volume } from "../../../src/search/engine/volume.ts";

/** Stands for the only volume of an archive where a test asks it for nothing. */
export const volume = {} as Volume;
