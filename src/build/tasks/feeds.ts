import { join } from "node:path";
import type { Site } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import type { Assets, FeedSource } from "../../site/index.ts";
import { FEED_PAGES, toFeedHtml } from "../../site/rendered.ts";
import { writeLinks } from "../pages/artifact-links.ts";
import { renderPages } from "../pages/render.ts";
import { readSliceArticles } from "./slice-files.ts";

export interface FeedsOrder {
  readonly site: Site;
  readonly assets: Assets;
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** The folder whose pages take the place of ours, absolute. */
  readonly project: string;
  /** Everything but the texts. */
  readonly feeds: Omit<FeedSource, "texts">;
  /** Of what the texts are told, by the paths of the pages; and what the reading of their slices has left. */
  readonly paths: readonly string[];
  readonly slices: readonly string[];
}

/** Renders the feeds of the site and of its labels. */
export async function run(order: FeedsOrder, folder: string): Promise<void> {
  const { site, assets, project } = order;
  const texts = readFeedTexts(order.slices, order.content, order.paths, site);
  const data = { site, assets, feeds: { ...order.feeds, texts } };
  const source = { group: "feeds", modules: FEED_PAGES, data } as const;
  writeLinks(await renderPages(source, join(folder, PUBLISHED), project), site, folder);
}

/**
 * @param folders that the reading of slices has left
 * @param content the folder of the articles, absolute
 * @returns from paths of articles to their texts as feeds hold them
 */
export function readFeedTexts(
  folders: readonly string[],
  content: string,
  paths: readonly string[],
  site: Site,
): FeedSource["texts"] {
  const wanted = new Set(paths);
  const articles = folders.flatMap((folder) =>
    readSliceArticles(folder, content).map(({ article }) => article),
  );
  const own = articles.filter(({ path }) => wanted.has(path));
  return Object.fromEntries(own.map((article) => [article.path, toFeedHtml(site, article)]));
}
