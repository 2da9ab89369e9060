import { resolve } from "node:path";
import { BUILD_FLAGS, buildOptions, givenSite, projectOf, WholeSite } from "./build/index.ts";
import { ContentError } from "./content/index.ts";
import { addSite, type EleventyConfig } from "./site/index.ts";

export type { EleventyConfig } from "./site/index.ts";

/** What a project says of its site; folders are from that of the project. */
export interface VestnikOptions {
  /** The folder of the articles. */
  readonly content?: string;
  /** The folder of site.yaml, headlines.yaml and the other files of data. */
  readonly data?: string;
  /** Where the site lives: instead of what site.yaml says. */
  readonly url?: string;
  readonly "path-prefix"?: string;
  /** Whether drafts and what waits for its time are shown. */
  readonly preview?: boolean;
  /** Where finished parts are kept. */
  readonly cache?: string;
}

/**
 * Makes a newspaper of Eleventy: data and collections (articles, headlines, topics), Markdown with Russian
 * typography, filters and shortcodes, a layout, pages, feeds and maps (src/site/eleventy); and, in a run of
 * Eleventy's own command, what is beside pages: styles, scripts, pictures, cards, search, checks.
 *
 * @throws ContentError where there is no such option, or no such page to be replaced
 */
export default function vestnik(eleventy: EleventyConfig, options: VestnikOptions = {}): void {
  refuseUnknown(options);
  const given = givenSite(eleventy);
  if (given === undefined) addWhole(eleventy, options);
  else given(eleventy);
}

function addWhole(eleventy: EleventyConfig, options: VestnikOptions): void {
  const output = resolve(eleventy.directories.output);
  const folders = buildOptions(options, process.env);
  const site = new WholeSite({ ...folders, output, project: projectOf(process.cwd()) });
  addSite(eleventy, site);
  eleventy.on("eleventy.before", () => site.begin());
  eleventy.on("eleventy.after", ({ results }) => site.finish(results));
  for (const folder of [folders.content, folders.data]) eleventy.addWatchTarget(folder);
}

const KNOWN = Object.keys(BUILD_FLAGS).filter(
  (name) => !["help", "output", "now", "workers"].includes(name),
);

function refuseUnknown(options: VestnikOptions): void {
  const unknown = Object.keys(options).filter((name) => !KNOWN.includes(name));
  if (unknown.length === 0) return;
  const message = `У плагина vestnik нет настройки «${unknown.join("», «")}».`;
  const mend = `уберите её или исправьте имя; есть такие: ${KNOWN.join(", ")}.`;
  throw new ContentError([{ file: "eleventy.config", message, mend }]);
}
