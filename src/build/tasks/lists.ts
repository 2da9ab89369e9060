import type { ArchiveLists, Collections } from "../../site/index.ts";
import { LIST_PAGES } from "../../site/rendered.ts";
import { type PageOrder, renderArtifact } from "../pages/render.ts";
import { readLists } from "./slice-files.ts";

export interface ListsOrder extends PageOrder {
  readonly lists: ArchiveLists;
  /** The files in which slices list all articles: what a project's own pages may show. */
  readonly all: readonly string[];
}

/** Renders the pages and maps that look over the whole archive, and a project's own pages. */
export async function run({ lists, all, ...order }: ListsOrder, folder: string): Promise<void> {
  const collections = async (): Promise<Collections> => ({
    articles: readLists(all),
    headlines: lists.headlines,
    topics: lists.topics,
  });
  const pages = { group: "lists", modules: LIST_PAGES, data: { lists }, collections } as const;
  await renderArtifact(order, pages, folder);
}
