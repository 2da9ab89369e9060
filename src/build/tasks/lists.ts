import { join } from "node:path";
import type { Site } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import type { ArchiveLists, Assets, Collections } from "../../site/index.ts";
import { LIST_PAGES } from "../../site/rendered.ts";
import { writeLinks } from "../pages/artifact-links.ts";
import { renderPages } from "../pages/render.ts";
import { readLists } from "./slice-files.ts";

export interface ListsOrder {
  readonly site: Site;
  readonly assets: Assets;
  /** The folder whose own pages are rendered too, absolute. */
  readonly project: string;
  readonly lists: ArchiveLists;
  /** The files in which slices list all articles: what a project's own pages may show. */
  readonly all: readonly string[];
}

/** Renders the pages and maps that look over the whole archive, and a project's own pages. */
export async function run(
  { site, assets, project, lists, all }: ListsOrder,
  folder: string,
): Promise<void> {
  const collections = async (): Promise<Collections> => ({
    articles: readLists(all),
    headlines: lists.headlines,
    topics: lists.topics,
  });
  const data = { site, assets, lists };
  const source = { group: "lists", modules: LIST_PAGES, data, collections } as const;
  writeLinks(await renderPages(source, join(folder, PUBLISHED), project), site, folder);
}
