import { hash } from "node:crypto";
import { join } from "node:path";
import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import type { MadeSlice } from "../slices/slice-making.ts";
import { summariesOf as readSummaries } from "../tasks/slice-files.ts";
import type { TitledPage } from "./title-search.ts";

/** An article whose title is looked for. */
export interface SampledArticle extends TitledPage {
  /** What it is made from, absolute. */
  readonly file: string;
}

/** So many of a large archive that is made from nothing; and all of an archive that has no more. */
const MOST = 50;
/** So many where some indexes are as they were: more would take longer than a small change may. */
const FEW = 8;

interface Candidate {
  readonly path: string;
  readonly file: string;
  readonly slice: MadeSlice;
  /** Its place among those of its slice. */
  readonly turn: number;
}

/**
 * Chooses the articles whose titles are looked for before a site goes live: all of a small archive;
 * else some of each slice that was indexed for it, and where these are few, of others. Which ones
 * changes with the site, so that in time every article has its turn.
 *
 * @param content the folder of the articles, absolute
 * @param key of the site: the same choice for the same key and the same slices made
 */
export function sampleOf(
  slices: readonly MadeSlice[],
  { site, content, key }: { readonly site: Site; readonly content: string; readonly key: string },
): SampledArticle[] {
  const candidates = slices
    .flatMap((slice) => candidatesOf(slice, key))
    .sort((a, b) => Number(b.slice.leaf.isNew) - Number(a.slice.leaf.isNew) || a.turn - b.turn);
  const made = slices.filter(({ leaf }) => leaf.isNew).length;
  const usual = made === slices.length || candidates.length <= MOST ? MOST : FEW;
  const chosen = candidates.slice(0, Math.max(usual, made));
  return slices.flatMap((slice) => {
    const own = chosen.filter((one) => one.slice === slice);
    const summaries = own.length === 0 ? undefined : summariesOf(slice);
    return own.flatMap(({ path, file }): SampledArticle[] => {
      const summary = summaries?.get(path);
      if (summary === undefined) return [];
      const { title, date } = summary;
      const place = { path: withPrefix(site, path), file: join(content, file) };
      return [{ ...place, title, day: date?.day }];
    });
  });
}

function candidatesOf(slice: MadeSlice, key: string): Candidate[] {
  const articles = slice.facts.slugs.filter(({ isAlias }) => !isAlias);
  const hashed = articles.map(({ path, file }) => {
    return { path, file, digest: hash("sha1", `${key}\0${path}`) };
  });
  return hashed
    .sort((a, b) => (a.digest < b.digest ? -1 : 1))
    .map(({ path, file }, turn) => ({ path, file, slice, turn }));
}

/** By paths without the prefix. */
function summariesOf({ folder, facts }: MadeSlice): Map<string, ArticleSummary> {
  const all = [...readSummaries(folder, facts), ...facts.standing];
  return new Map(all.map((summary) => [summary.path, summary]));
}
