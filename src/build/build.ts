import { cp, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Archive, readArchive } from "../content/index.ts";
import { writeIndex } from "../index/index.ts";
import { writeAssets } from "./assets.ts";
import { writeManifest } from "./manifest.ts";
import type { BuildOptions } from "./options.ts";
import { writePages } from "./pages.ts";
import { replaceSite } from "./staging.ts";
import { cachedVolumes, type VolumeReport } from "./volumes.ts";

/** What a build did. */
export interface BuildReport {
  readonly archive: Archive;
  /** HTML files. */
  readonly pages: number;
  /** Records that the search can find. */
  readonly records: number;
  readonly volumes: VolumeReport;
}

/** A step begins; told in Russian, for whoever waits. */
export type Progress = (step: string) => void;

/**
 * Builds a site from an archive: reads and checks all of it, makes the pages and the index beside
 * the old site, and puts them in its place.
 *
 * @param options where things lie
 * @param progress is told each step
 * @throws ContentError with all that an editor can mend; the old site then stays as it is
 */
export async function buildSite(options: BuildOptions, progress: Progress): Promise<BuildReport> {
  progress("Читаю и проверяю архив");
  const archive = readArchive(options, options.overrides);
  return replaceSite(options.output, async (folder) => {
    progress(`Верстаю страницы: статей ${archive.articles.length}`);
    const assets = await writeAssets(folder);
    const pages = await writePages({ archive, assets }, folder);
    await copyImages(archive, folder);
    progress("Строю поисковый указатель");
    const volumes = { made: 0, reused: 0 };
    const tell = (ready: number, all: number): void => progress(`Томов готово: ${ready} из ${all}`);
    const maker = cachedVolumes({ ...options, progress: tell }, volumes);
    const records = await writeIndex(archive, folder, maker);
    await writeManifest(archive, folder);
    return { archive, pages, records, volumes };
  });
}

async function copyImages(archive: Archive, folder: string): Promise<void> {
  for (const { file, path } of archive.articles.flatMap((article) => article.images)) {
    const target = join(folder, decodeURI(path));
    await mkdir(dirname(target), { recursive: true });
    await cp(file, target);
  }
}
