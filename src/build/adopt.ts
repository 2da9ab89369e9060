import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError } from "../content/index.ts";
import {
  LEAF_PAGES,
  languagesOf,
  PAGEFIND_VERSION,
  PagefindVersionError,
  publishLeaves,
  readPages,
  writeLeafOf,
} from "../index/index.ts";
import { isRussian } from "../language/index.ts";
import { PACK_FOLDER } from "../search/format/index.ts";
import { writeEngine } from "./assets.ts";

/**
 * Puts the Russian search beside an index that Pagefind has made of any site: a folder search/
 * with the module and its files. Nothing that is there already is changed.
 *
 * @param site the folder of the site, with pagefind/ in it
 * @returns how many Russian pages can be found
 * @throws ContentError where there is no index, none of Russian pages, or one of another release of
 *   Pagefind
 */
export async function adoptSite(site: string): Promise<number> {
  const bundle = join(site, "pagefind");
  const entry = join(bundle, "pagefind-entry.json");
  if (!existsSync(entry)) {
    const mend = "сначала проиндексируйте сайт: npx pagefind --site ПАПКА.";
    throw new ContentError([{ file: bundle, message: "Здесь нет указателя Pagefind.", mend }]);
  }
  const pages = readRussian(bundle, entry);
  if (pages.length === 0) {
    const message = "В указателе нет страниц на русском языке.";
    const mend = 'проверьте, что на страницах стоит <html lang="ru">.';
    throw new ContentError([{ file: entry, message, mend }]);
  }
  const work = await mkdtemp(join(tmpdir(), "vestnik-adopt-"));
  try {
    const leaves: string[] = [];
    for (let start = 0; start < pages.length; start += LEAF_PAGES) {
      const leaf = join(work, `leaf-${start}`);
      writeLeafOf(pages.slice(start, start + LEAF_PAGES), leaf);
      leaves.push(leaf);
    }
    const made = join(work, "site");
    await publishLeaves(leaves, [], made, work);
    await rm(join(site, PACK_FOLDER), { recursive: true, force: true });
    await cp(made, site, { recursive: true });
  } finally {
    await rm(work, { recursive: true });
  }
  await writeEngine(site);
  return pages.length;
}

/** @throws ContentError where another release of Pagefind has made the index */
function readRussian(bundle: string, entry: string) {
  try {
    const names = [...languagesOf(bundle).keys()].filter(isRussian);
    return names.flatMap((name) => readPages(bundle, name));
  } catch (error) {
    if (!(error instanceof PagefindVersionError)) throw unreadable(entry, error);
    const message = `Указатель сделан Pagefind ${error.version}, а читается только ${PAGEFIND_VERSION}.`;
    const mend = `проиндексируйте сайт заново: npx pagefind@${PAGEFIND_VERSION} --site ПАПКА.`;
    throw new ContentError([{ file: entry, message, mend }]);
  }
}

/** It was made elsewhere, and may be torn, or larger than anything that can be read. */
function unreadable(entry: string, error: unknown): ContentError {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `Указатель Pagefind не читается: ${reason}.`;
  const mend = `проиндексируйте сайт заново: npx pagefind@${PAGEFIND_VERSION} --site ПАПКА.`;
  return new ContentError([{ file: entry, message, mend }]);
}
