import { jsonFile, relatedArticles } from "../../index/index.ts";
import { articlesOf, type SliceOrder } from "./slice-files.ts";

/** How many articles a page names that speak of the same things. */
const RELATED = 3;

/** From slugs to the slugs of what speaks of the same, the nearest first. */
export type Related = Readonly<Record<string, readonly string[]>>;

/** What the task leaves. */
export const RELATIVES = jsonFile<Related>("related.json");

/** Finds articles of a slice that speak of the same: what another slice holds changes nothing here. */
export async function run(order: SliceOrder, folder: string): Promise<void> {
  const articles = articlesOf(order).filter(({ standing }) => !standing);
  const related = await relatedArticles(articles, RELATED);
  const slugs = [...related].map(([slug, own]) => [slug, own.map((article) => article.slug)]);
  RELATIVES.write(folder, Object.fromEntries(slugs));
}
