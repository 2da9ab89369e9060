import { existsSync } from "node:fs";
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeShelf } from "./lexicon/index.ts";

const ENTRY = "pagefind-entry.json";

/** Pagefind's own code: alike for all volumes, and kept once. */
const CODE = /\.(?:js|css|pagefind)$/;

/** A volume that writeVolume has made. */
export interface FinishedVolume {
  /** As Pagefind calls it. */
  readonly language: string;
  readonly folder: string;
}

/**
 * Puts volumes together into a site: each into a folder of its own under /pagefind/, but for one that
 * is alone and lies there itself.
 *
 * @param volumes the newest first
 * @param siteFolder the folder of the site
 */
export async function assembleVolumes(
  volumes: readonly FinishedVolume[],
  siteFolder: string,
): Promise<void> {
  const bundle = join(siteFolder, "pagefind");
  const alone = volumes.length === 1;
  for (const { language, folder } of volumes) {
    const own = alone ? bundle : join(bundle, language);
    await linkFolder(join(folder, "pagefind"), own, (name) => alone || !CODE.test(name));
    if (!alone) await linkFolder(join(folder, "pagefind"), bundle, (name) => CODE.test(name));
    if (!alone) await shareWasm(own, bundle, language);
    const lexicon = join(folder, "search/lexicon");
    if (existsSync(lexicon)) await linkFolder(lexicon, join(siteFolder, "search/lexicon"));
  }
  const shelf = volumes.map(({ language }) => ({ language, folder: alone ? "" : `${language}/` }));
  if (volumes.some(({ language }) => language.startsWith("ru"))) {
    await writeShelf(join(siteFolder, "search/lexicon"), shelf);
  }
}

/**
 * Pagefind looks for its program at wasm.NAME.pagefind in the folder of the index. A name that leads
 * out of that folder makes all volumes load the same address, and so only once.
 */
async function shareWasm(own: string, bundle: string, language: string): Promise<void> {
  const [shared] = language.split("-");
  const file = join(own, ENTRY);
  const entry = JSON.parse(await readFile(file, "utf8"));
  entry.languages[language].wasm = `/../../wasm.${shared}`;
  // Not through the link, for the volume itself stays as it was made.
  await rm(file);
  await writeFile(file, JSON.stringify(entry));
  const program = (name: string): string => join(bundle, `wasm.${name}.pagefind`);
  await rename(program(language), program(shared ?? language));
}

/** Of one disk, links take no room and hardly any time. */
async function linkFolder(
  from: string,
  to: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const item of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, item.name), join(to, item.name)];
    if (item.isDirectory()) {
      if (isWanted(item.name)) await linkFolder(source, target);
    } else if (isWanted(item.name) && !existsSync(target)) {
      await link(source, target).catch(() => copyFile(source, target));
    }
  }
}
