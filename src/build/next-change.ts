import { epochOf } from "../content/index.ts";
import { loadKnownFiles } from "./cache/known-files.ts";
import { openFor } from "./project/open-archive.ts";
import type { BuildOptions } from "./project/options.ts";

/**
 * @returns when the site is to change next by itself, in milliseconds since 1970: an article or a
 *   headline appears, or an article goes; nothing where none is waiting
 * @throws ContentError where the archive cannot be read
 */
export async function nextChange(options: BuildOptions): Promise<number | undefined> {
  const now = options.now ?? Date.now();
  const known = loadKnownFiles(options.cache);
  const { site, headlineMoments, ...open } = await openFor({ ...options, now }, known);
  const articles = [...open.articles, ...open.waiting, ...open.expired];
  const moments = [
    ...articles
      .flatMap(({ date, expires }) => [date, expires])
      .map((text) => epochOf(text, site.timeZone)),
    ...headlineMoments,
  ];
  const later = moments.filter((moment) => moment > now);
  return later.length === 0 ? undefined : later.reduce((least, moment) => Math.min(least, moment));
}
