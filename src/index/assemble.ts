import { existsSync } from "node:fs";
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ShelfManifest, ShelfVolume } from "../language/index.ts";
import { readFacts } from "./lexicon/facts.ts";
import { isShard, readLexicon } from "./lexicon/index.ts";
import { BUNDLE, FACTS, isRussian } from "./volume.ts";

const ENTRY = "pagefind-entry.json";

/** Pagefind's own code: alike for all volumes, and kept once. */
const CODE = /\.(?:js|css|pagefind)$/;

/** A volume that writeVolume has made. */
export interface FinishedVolume {
  /** As Pagefind calls it. */
  readonly name: string;
  readonly folder: string;
}

/**
 * Puts volumes and lexicons together into a site: each volume into a folder of its own under
 * /pagefind/, but for one that is alone and lies there itself.
 *
 * @param volumes the newest first
 * @param lexicons the folders of the lexicons that know their words; none for another language
 * @param siteFolder the folder of the site
 */
export async function assembleIndex(
  volumes: readonly FinishedVolume[],
  lexicons: readonly string[],
  siteFolder: string,
): Promise<void> {
  const bundle = join(siteFolder, "pagefind");
  const alone = volumes.length === 1;
  for (const { name, folder } of volumes) {
    const own = alone ? bundle : join(bundle, name);
    const from = join(folder, BUNDLE);
    await linkFolder(from, own, (file) => alone || !CODE.test(file));
    if (alone) continue;
    await linkFolder(from, bundle, (file) => CODE.test(file));
    await shareWasm(own, bundle, name);
  }
  if (!volumes.every(({ name }) => isRussian(name))) return;
  const parts = volumes.map(({ name, folder }) => {
    return { facts: join(folder, FACTS), bundle: alone ? "" : `${name}/` };
  });
  await assembleShelf(parts, lexicons, join(siteFolder, "search/lexicon"));
}

/**
 * Puts together what the engine needs beside Pagefind's indexes.
 *
 * @param volumes the newest first: the folder of its facts, and where its index lies in the bundle
 * @param lexicons their folders
 * @param target the folder from which the engine loads it
 */
export async function assembleShelf(
  volumes: readonly { readonly facts: string; readonly bundle: string }[],
  lexicons: readonly string[],
  target: string,
): Promise<void> {
  const sources = volumes.map(({ facts, bundle }) => ({ ...readFacts(facts), bundle }));
  for (const { facts, tables } of sources) await linkFolder(tables, join(target, facts.folder));
  for (const folder of lexicons) await linkFolder(folder, target, isShard);
  const manifest: ShelfManifest = {
    volumes: sources.map(({ facts: { meta: _, ...facts }, bundle }): ShelfVolume => {
      return { ...facts, bundle };
    }),
    lexicons: lexicons.map(readLexicon),
    meta: [...new Set(sources.flatMap(({ facts }) => facts.meta))].sort(),
  };
  await writeFile(join(target, "shelf.json"), JSON.stringify(manifest));
}

/**
 * Pagefind looks for its program at wasm.NAME.pagefind in the folder of the index. A name that leads
 * out of that folder makes all volumes load the same address, and so only once.
 */
async function shareWasm(own: string, bundle: string, name: string): Promise<void> {
  const [shared] = name.split("-");
  const file = join(own, ENTRY);
  const entry = JSON.parse(await readFile(file, "utf8"));
  entry.languages[name].wasm = `/../../wasm.${shared}`;
  // Not through the link, for the volume itself stays as it was made.
  await rm(file);
  await writeFile(file, JSON.stringify(entry));
  const program = (language: string): string => join(bundle, `wasm.${language}.pagefind`);
  await rename(program(name), program(shared ?? name));
}

/** Of one disk, links take no room and hardly any time. */
export async function linkFolder(
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
