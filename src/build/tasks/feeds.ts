import type { Site } from "../../content/index.ts";
import type { FeedSource } from "../../site/index.ts";
import { FEED_PAGES, toFeedHtml } from "../../site/rendered.ts";
import { type PageOrder, renderArtifact } from "../pages/render.ts";
import { articlesOf } from "./slice-files.ts";

export interface FeedsOrder extends PageOrder {
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** Everything but the texts. */
  readonly feeds: Omit<FeedSource, "texts">;
  /** Of what the texts are told, by the paths of the pages; and what the reading of their slices has left. */
  readonly paths: readonly string[];
  readonly slices: readonly string[];
}

/** Renders the feeds of the site and of its labels. */
export async function run(order: FeedsOrder, folder: string): Promise<void> {
  const texts = readFeedTexts(order.slices, order.content, order.paths, order.site);
  const data = { feeds: { ...order.feeds, texts } };
  await renderArtifact(order, { group: "feeds", modules: FEED_PAGES, data }, folder);
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
  const articles = folders.flatMap((slice) => articlesOf({ slice, content }));
  const own = articles.filter(({ path }) => wanted.has(path));
  return Object.fromEntries(own.map((article) => [article.path, toFeedHtml(site, article)]));
}
