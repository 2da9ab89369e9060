import type { YearData } from "../../site/index.ts";
import { YEAR_PAGES } from "../../site/rendered.ts";
import { type PageOrder, renderArtifact } from "../pages/render.ts";
import { readLists } from "./slice-files.ts";

export interface YearOrder extends PageOrder {
  /** Everything but the articles. */
  readonly year: Omit<YearData, "articles">;
  /** The files in which slices list the year's articles. */
  readonly lists: readonly string[];
}

/** Renders the pages that list what was published in a year. */
export async function run({ year, lists, ...order }: YearOrder, folder: string): Promise<void> {
  const data = { years: [{ ...year, articles: readLists(lists) }] };
  await renderArtifact(order, { group: "year", modules: YEAR_PAGES, data }, folder);
}
