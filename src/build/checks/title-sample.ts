import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import { listFile } from "../volume.ts";
import type { MadeVolume } from "../volumes.ts";
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
  readonly volume: MadeVolume;
  /** Its place among those of its volume. */
  readonly turn: number;
}

/**
 * Chooses the articles whose titles are looked for before a site goes live: all of a small archive;
 * else some of each volume that was indexed for it, and where these are few, of others. Which ones
 * changes with the site, so that in time every article has its turn.
 *
 * @param content the folder of the articles, absolute
 * @param key of the site: the same choice for the same key and the same volumes made
 */
export function sampleOf(
  volumes: readonly MadeVolume[],
  { site, content, key }: { readonly site: Site; readonly content: string; readonly key: string },
): SampledArticle[] {
  const candidates = volumes
    .flatMap((volume) => candidatesOf(volume, key))
    .sort((a, b) => Number(b.volume.hasNewIndex) - Number(a.volume.hasNewIndex) || a.turn - b.turn);
  const made = volumes.filter(({ hasNewIndex }) => hasNewIndex).length;
  const usual = made === volumes.length || candidates.length <= MOST ? MOST : FEW;
  const chosen = candidates.slice(0, Math.max(usual, made));
  return volumes.flatMap((volume) => {
    const own = chosen.filter((one) => one.volume === volume);
    const summaries = own.length === 0 ? undefined : summariesOf(volume);
    return own.flatMap(({ path, file }): SampledArticle[] => {
      const summary = summaries?.get(path);
      if (summary === undefined) return [];
      const { title, date } = summary;
      const place = { path: withPrefix(site, path), file: join(content, file) };
      return [{ ...place, title, day: date?.day }];
    });
  });
}

function candidatesOf(volume: MadeVolume, key: string): Candidate[] {
  const articles = volume.manifest.slugs.filter(({ isAlias }) => !isAlias);
  const hashed = articles.map(({ path, file }) => {
    return { path, file, hash: createHash("sha1").update(`${key}\0${path}`).digest("hex") };
  });
  return hashed
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ path, file }, turn) => ({ path, file, volume, turn }));
}

/** By paths without the prefix. */
function summariesOf({ folder, manifest }: MadeVolume): Map<string, ArticleSummary> {
  const lists = Object.keys(manifest.years).map((year) => {
    return JSON.parse(readFileSync(listFile(folder, year), "utf8")) as ArticleSummary[];
  });
  return new Map(lists.flat().map((summary) => [summary.path, summary]));
}
