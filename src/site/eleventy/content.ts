import type { ArticleSummary, Headline, Site } from "../../content/index.ts";
import type { PageGroup, PageModules } from "../pages/page-names.ts";
import type { LabelSummary } from "../types.ts";
import { ownPages } from "./overrides.ts";
import type { EleventyConfig } from "./types.ts";

/** The source of the pages of a run of Eleventy. */
export interface PageSource {
  /** The modules of those groups of pages whose data are there. */
  readonly groups: { readonly [Group in PageGroup]?: PageModules<Group> };
  /** The names of the data: templates find them by these. */
  readonly names: readonly string[];
  data(name: string): Promise<unknown>;
  /** The settings; they are asked for when pages are rendered. */
  site(): Site;
  /** What pages of a project's own may list. */
  collections(): Promise<Collections>;
}

/** All of an archive: the newest first; topics in the order of the alphabet. */
export interface Collections {
  readonly articles: readonly ArticleSummary[];
  readonly headlines: readonly Headline[];
  readonly topics: readonly LabelSummary[];
}

const COLLECTIONS = ["articles", "headlines", "topics"] as const;

/** Adds the data of pages; and the collections, where there are pages that may show them. */
export function content(eleventy: EleventyConfig, source: PageSource): void {
  for (const name of source.names) eleventy.addGlobalData(name, () => source.data(name));
  const hasOwn = ownPages(eleventy.directories.input).length > 0;
  if (!hasOwn || source.groups.lists === undefined) return;
  for (const name of COLLECTIONS) {
    eleventy.addCollection(name, async () => (await source.collections())[name]);
  }
}
