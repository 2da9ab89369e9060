import { join } from "node:path";
import type { Site } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import type { Assets, YearData } from "../../site/index.ts";
import { YEAR_PAGES } from "../../site/rendered.ts";
import { writeLinks } from "../pages/artifact-links.ts";
import { renderPages } from "../pages/render.ts";
import { readLists } from "./slice-files.ts";

export interface YearOrder {
  readonly site: Site;
  readonly assets: Assets;
  /** The folder whose pages take the place of ours, absolute. */
  readonly project: string;
  /** Everything but the articles. */
  readonly year: Omit<YearData, "articles">;
  /** The files in which slices list the year's articles. */
  readonly lists: readonly string[];
}

/** Renders the pages that list what was published in a year. */
export async function run(
  { site, assets, project, year, lists }: YearOrder,
  folder: string,
): Promise<void> {
  const articles = readLists(lists);
  const data = { site, assets, years: [{ ...year, articles }] };
  const source = { group: "year", modules: YEAR_PAGES, data } as const;
  writeLinks(await renderPages(source, join(folder, PUBLISHED), project), site, folder);
}
