import { join } from "node:path";
import { FACTS, isRussian, PUBLISHED, writeShelf } from "../index/index.ts";
import { makeAdmin } from "./admin.ts";
import { writeSiteCard } from "./cards.ts";
import { hashOfIndex, hashOfPages } from "./code-hash.ts";
import { writePages } from "./pages.ts";
import { keyOf } from "./part-cache.ts";
import { Shelf } from "./shelf.ts";
import type { MadeVolume, VolumeContext } from "./volumes.ts";
import { countPages, makeYears } from "./years.ts";

/** What looks over all volumes. */
export interface MadeShelf {
  /** The keys of its parts. */
  readonly parts: readonly string[];
  /** How many pages there are. */
  readonly pages: number;
}

/** Makes what looks over all volumes: lists of years, front pages, the search's lexicons. */
export async function makeShelf(
  volumes: readonly MadeVolume[],
  context: VolumeContext,
): Promise<MadeShelf> {
  const { archive, assets, cache } = context;
  const shelf = new Shelf(volumes, archive.headlines, archive.about, archive.topics);
  const data = shelf.data();
  const indexed = volumes.filter(
    ({ manifest, headlines }) => manifest.articles + headlines.length > 0,
  );
  const [years, lexicons, admin] = await Promise.all([
    makeYears(shelf, data, context),
    makeLexicons(indexed, context),
    makeAdmin(cache, archive.site),
  ]);
  const code = [hashOfPages(), hashOfIndex()];
  const indexes = indexed.map(({ indexKey }) => indexKey);
  const key = keyOf("shelf", code, archive.site, assets, data, indexes, lexicons);
  if ((await cache.find(key)) === undefined) {
    const draft = join(await cache.begin(key), PUBLISHED);
    await writePages("shelf", { site: archive.site, assets, shelf: data }, draft);
    await writeSiteCard(archive.site, draft);
    const finished = indexed.map(({ indexName: name, indexFolder: folder }) => ({ name, folder }));
    await writeShelf(
      finished,
      lexicons.map((lexicon) => cache.folderOf(lexicon)),
      draft,
    );
    await cache.finish(key);
  }
  const pages = years.pages + countPages(cache, key);
  return { parts: [...years.keys, ...lexicons, ...admin, key], pages };
}

/**
 * The volume of the latest days has a lexicon of its own, so that a commit makes that one only; in a
 * preview each volume has one, so that no change waits for the words of all others.
 */
async function makeLexicons(
  volumes: readonly MadeVolume[],
  context: VolumeContext,
): Promise<string[]> {
  if (!volumes.every(({ indexName }) => isRussian(indexName))) return [];
  const isFresh = ({ name }: MadeVolume): boolean => name === "fresh";
  const groups = context.archive.site.preview
    ? volumes.map((volume) => [volume])
    : [volumes.filter(isFresh), volumes.filter((volume) => !isFresh(volume))];
  const some = groups.filter((group) => group.length > 0);
  return Promise.all(some.map((group) => makeLexicon(group, context)));
}

async function makeLexicon(
  volumes: readonly MadeVolume[],
  { archive, cache, workers }: VolumeContext,
): Promise<string> {
  const { synonyms } = archive;
  const indexes = volumes.map(({ indexKey }) => indexKey);
  const key = keyOf("lexicon", hashOfIndex(), synonyms, indexes);
  if ((await cache.find(key)) !== undefined) return key;
  const facts = volumes.map(({ indexFolder }) => join(indexFolder, FACTS));
  const folder = await cache.begin(key);
  await workers.run({ kind: "lexicon", volumes: facts, synonyms, folder });
  await cache.finish(key);
  return key;
}
