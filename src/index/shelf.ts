import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SHELF_FORMAT, type ShelfManifest, type ShelfVolume } from "../language/index.ts";
import { readFacts } from "./lexicon/facts.ts";
import { readLexicon } from "./lexicon/index.ts";
import { bundleOf, CODE, FACTS, isRussian, LEXICON } from "./volume.ts";

/** A volume that writeVolume has made. */
export interface FinishedVolume {
  /** As Pagefind calls it. */
  readonly name: string;
  readonly folder: string;
}

/**
 * Writes what the volumes of a site have in common: Pagefind's program where there are several, and
 * the list of them that the engine starts from.
 *
 * @param volumes the newest first
 * @param lexicons the folders of the lexicons that know their words; none for another language
 * @param site the folder of the site
 */
export async function writeShelf(
  volumes: readonly FinishedVolume[],
  lexicons: readonly string[],
  site: string,
): Promise<void> {
  const [first] = volumes;
  if (first === undefined) return;
  if (bundleOf(first.name) !== "") {
    await cp(join(first.folder, CODE), join(site, "pagefind"), { recursive: true });
  }
  if (!isRussian(first.name)) return;
  const parts = volumes.map(({ name, folder }) => {
    return { facts: join(folder, FACTS), bundle: bundleOf(name) };
  });
  await writeShelfManifest(parts, lexicons, join(site, LEXICON));
}

/**
 * @param volumes the newest first: the folder of its facts, and where its index lies in the bundle
 * @param lexicons their folders
 * @param target the folder from which the engine loads it
 */
export async function writeShelfManifest(
  volumes: readonly { readonly facts: string; readonly bundle: string }[],
  lexicons: readonly string[],
  target: string,
): Promise<void> {
  const sources = volumes.map(({ facts, bundle }) => ({ ...readFacts(facts).facts, bundle }));
  const manifest: ShelfManifest = {
    format: SHELF_FORMAT,
    volumes: sources.map(({ meta: _, ...facts }): ShelfVolume => facts),
    lexicons: lexicons.map(readLexicon),
    meta: [...new Set(sources.flatMap(({ meta }) => meta))].sort(),
  };
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "shelf.json"), JSON.stringify(manifest));
}
