import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { relatedArticles } from "../../index/index.ts";
import { readSliceArticles } from "./slice-files.ts";

/** How many articles a page names that speak of the same things. */
const RELATED = 3;

const FILE = "related.json";

/** From slugs to the slugs of what speaks of the same, the nearest first. */
export type Related = Readonly<Record<string, readonly string[]>>;

export interface RelatedOrder {
  /** What the reading of the slice has left. */
  readonly slice: string;
  /** The folder of the articles, absolute. */
  readonly content: string;
}

/** Finds articles of a slice that speak of the same: what another slice holds changes nothing here. */
export async function run({ slice, content }: RelatedOrder, folder: string): Promise<void> {
  const all = readSliceArticles(slice, content).map(({ article }) => article);
  const articles = all.filter(({ standing }) => !standing);
  const related = await relatedArticles(articles, RELATED);
  const slugs = [...related].map(([slug, own]) => [slug, own.map((article) => article.slug)]);
  writeFileSync(join(folder, FILE), JSON.stringify(Object.fromEntries(slugs)));
}

/** @param folder that the task has filled */
export function readRelated(folder: string): Related {
  return JSON.parse(readFileSync(join(folder, FILE), "utf8")) as Related;
}
