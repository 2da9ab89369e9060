import { join } from "node:path";
import { PUBLISHED, writeManifest } from "../index/index.ts";
import { makeAdmin } from "./admin.ts";
import { writeSiteCard } from "./cards.ts";
import { hashOfIndex, hashOfPages } from "./code-hash.ts";
import { writePages } from "./pages.ts";
import { keyOf } from "./part-cache.ts";
import { makeSegments } from "./segments.ts";
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

/** Makes what looks over all volumes: lists of years, front pages, the segments of the search. */
export async function makeShelf(
  volumes: readonly MadeVolume[],
  context: VolumeContext,
): Promise<MadeShelf> {
  const { archive, assets, cache } = context;
  const shelf = new Shelf(volumes, archive.headlines, archive.about, archive.topics);
  const data = shelf.data();
  const [years, segments, admin] = await Promise.all([
    makeYears(shelf, data, context),
    makeSegments(volumes, context),
    makeAdmin(cache, archive.site),
  ]);
  const code = [hashOfPages(), hashOfIndex()];
  const key = keyOf("shelf", code, archive.site, assets, data, segments);
  if ((await cache.find(key)) === undefined) {
    const draft = join(await cache.begin(key), PUBLISHED);
    await writePages("shelf", { site: archive.site, assets, shelf: data }, draft);
    await writeSiteCard(archive.site, draft);
    const folders = segments.map((segment) => cache.folderOf(segment));
    if (folders.length > 0) await writeManifest(folders, draft);
    await cache.finish(key);
  }
  const pages = years.pages + countPages(cache, key);
  return { parts: [...years.keys, ...segments, ...admin, key], pages };
}
