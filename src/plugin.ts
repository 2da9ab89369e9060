import { resolve } from "node:path";
import { buildOptions, foldersOf, givenSite, loadTypeScript } from "./build/index.ts";
import { WholeSite } from "./build/whole-site.ts";
import { ContentError } from "./content/index.ts";
import type { EleventyConfig } from "./site/index.ts";
import { addSite } from "./site/rendered.ts";

export type { EleventyConfig } from "./site/index.ts";

/** What a project says of its site; folders are from that of the project. */
export interface VestnikOptions {
  /** The folder of the articles: content by default. */
  readonly content?: string;
  /** The folder of site.yaml, headlines.yaml and the other files of data: _data by default. */
  readonly data?: string;
  /** Where the site lives, instead of what site.yaml says: https://example.org */
  readonly url?: string;
  /** The folder of the site on its server, instead of what site.yaml says: /news/ */
  readonly pathPrefix?: string;
  /** Whether drafts and what waits for its time are shown. */
  readonly preview?: boolean;
  /** Where finished parts are kept. */
  readonly cache?: string;
}

/** The environment wins over what a configuration says, as it does for all commands. */
const VARIABLES = {
  content: "VESTNIK_CONTENT",
  data: "VESTNIK_DATA",
  url: "VESTNIK_URL",
  pathPrefix: "VESTNIK_PATH_PREFIX",
  cache: "VESTNIK_CACHE",
} as const;

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

function addWhole(eleventy: EleventyConfig, { preview, ...texts }: VestnikOptions): void {
  const said = Object.entries(VARIABLES).map(([name, variable]) => {
    return [variable, texts[name as keyof typeof texts]];
  });
  const environment = { ...Object.fromEntries(said), ...process.env };
  const folders = buildOptions({ preview }, environment);
  const output = resolve(eleventy.directories.output);
  loadTypeScript();
  const site = new WholeSite({ ...folders, output });
  addSite(eleventy, site);
  eleventy.on("eleventy.before", () => site.begin());
  eleventy.on("eleventy.after", ({ results }) => site.finish(results));
  for (const folder of Object.values(foldersOf(folders))) eleventy.addWatchTarget(folder);
}

const KNOWN = [...Object.keys(VARIABLES), "preview"];

function refuseUnknown(options: VestnikOptions): void {
  const unknown = Object.keys(options).filter((name) => !KNOWN.includes(name));
  if (unknown.length === 0) return;
  const message = `У плагина vestnik нет настройки «${unknown.join("», «")}».`;
  const mend = `уберите её или исправьте имя; есть такие: ${KNOWN.join(", ")}.`;
  throw new ContentError([{ file: "eleventy.config", message, mend }]);
}
