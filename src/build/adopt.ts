import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../content/index.ts";
import {
  isRussian,
  LEXICON,
  writeFacts,
  writeLexicon,
  writeShelfManifest,
} from "../index/index.ts";
import { writeEngine } from "./assets.ts";

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ page_count: z.number() })),
});

/**
 * Puts the Russian search beside an index that Pagefind has made of any site: a folder search/
 * with the module and the lexicon. Nothing that is there already is changed.
 *
 * @param site the folder of the site, with pagefind/ in it
 * @returns how many Russian pages can be found
 * @throws ContentError where there is no index, or none of Russian pages
 */
export async function adoptSite(site: string): Promise<number> {
  const bundle = join(site, "pagefind");
  const entry = join(bundle, "pagefind-entry.json");
  if (!existsSync(entry)) {
    const mend = "сначала проиндексируйте сайт: npx pagefind --site ПАПКА.";
    throw new ContentError([{ file: bundle, message: "Здесь нет указателя Pagefind.", mend }]);
  }
  const { languages } = entrySchema.parse(JSON.parse(await readFile(entry, "utf8")));
  const volumes = Object.keys(languages).filter(isRussian);
  const pages = volumes.reduce((sum, name) => sum + (languages[name]?.page_count ?? 0), 0);
  if (pages === 0) {
    const message = "В указателе нет страниц на русском языке.";
    const mend = 'проверьте, что на страницах стоит <html lang="ru">.';
    throw new ContentError([{ file: entry, message, mend }]);
  }
  await writeLexicons(volumes, bundle, join(site, LEXICON));
  await writeEngine(site);
  return pages;
}

/** Beside the index of each Russian part of a bundle: what is known of it, and one lexicon of all. */
async function writeLexicons(volumes: readonly string[], bundle: string, target: string) {
  const work = await mkdtemp(join(tmpdir(), "vestnik-adopt-"));
  try {
    await rm(target, { recursive: true, force: true });
    const facts = volumes.map((name) => ({ facts: join(work, name), bundle: "" }));
    for (const name of volumes) await writeFacts(bundle, name, join(work, name), target);
    const lexicon = join(work, "lexicon");
    await writeLexicon(
      facts.map((volume) => volume.facts),
      [],
      lexicon,
      target,
    );
    await writeShelfManifest(facts, [lexicon], target);
  } finally {
    await rm(work, { recursive: true });
  }
}
