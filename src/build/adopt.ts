import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { ContentError } from "../content/index.ts";
import {
  languagesOf,
  PAGEFIND_VERSION,
  PagefindVersionError,
  publishInLeaves,
  readPages,
  writeLeafOf,
} from "../index/index.ts";
import { isRussian } from "../language/index.ts";
import { MANIFEST_FILE, PACK_FOLDER } from "../search/format/index.ts";
import { checkReplaceable, type Mark, writeMark } from "./disk/ownership.ts";
import { replaceFolder } from "./disk/staging.ts";

/** Of SearchManifest, what those of all formats have. */
const packSchema = z.object({
  format: z.int(),
  segments: z.array(z.object({ name: z.string() })),
  synonyms: z.array(z.unknown()),
});

/** By this the folder of our search is known. */
const PACK_MARK: Mark = {
  file: MANIFEST_FILE,
  schema: packSchema,
  what: "поиск",
  elsewhere: "укажите другой сайт: --site ПАПКА",
};

/**
 * Puts the Russian search beside an index that Pagefind has made of any site: a folder search/
 * with the module and its files. Nothing that was there before us is changed.
 *
 * @param site the folder of the site, with pagefind/ in it
 * @returns how many Russian pages can be found
 * @throws ContentError where there is no index, none of Russian pages, or one of another release of
 *   Pagefind; where something else has the names of our files
 */
export async function adoptSite(site: string): Promise<number> {
  const bundle = join(site, "pagefind");
  const entry = join(bundle, "pagefind-entry.json");
  if (!existsSync(entry)) {
    const mend = "сначала проиндексируйте сайт: npx pagefind --site ПАПКА.";
    throw new ContentError([{ file: bundle, message: "Здесь нет указателя Pagefind.", mend }]);
  }
  const pack = resolve(site, PACK_FOLDER);
  checkModule(pack);
  const pages = readRussian(bundle, entry);
  if (pages.length === 0) {
    const message = "В указателе нет страниц на русском языке.";
    const mend = 'проверьте, что на страницах стоит <html lang="ru">.';
    throw new ContentError([{ file: entry, message, mend }]);
  }
  const work = await mkdtemp(join(tmpdir(), "vestnik-adopt-"));
  try {
    const made = join(work, "site");
    await publishInLeaves(pages, (some, leaf) => writeLeafOf(some, leaf), [], made, work);
    await replaceFolder(pack, PACK_MARK, (folder) => copyPack(join(made, PACK_FOLDER), folder));
  } finally {
    await rm(work, { recursive: true });
  }
  await writeEngine(site);
  return pages.length;
}

/** Bundles the search module alone, for an index that has no site of ours around it. */
export async function writeEngine(site: string): Promise<void> {
  // With it comes esbuild, which most commands can do without.
  const assets = await import("./tasks/assets.ts");
  await assets.writeEngine(site);
}

/**
 * Files under the names that we write are replaced only where they are ours.
 *
 * @throws ContentError where it is somebody else's
 */
function checkModule(pack: string): void {
  checkReplaceable(pack, PACK_MARK);
  const file = join(dirname(pack), "pagefind.js");
  if (existsSync(pack) || !existsSync(file)) return;
  const message = "Этот файл не наш: рядом с ним нет нашей папки pack. Он не тронут.";
  throw new ContentError([{ file, message, mend: `перенесите его или ${PACK_MARK.elsewhere}.` }]);
}

/** The list of its files comes last. */
async function copyPack(made: string, folder: string): Promise<void> {
  const filter = (file: string): boolean => file !== join(made, MANIFEST_FILE);
  await cp(made, folder, { recursive: true, filter });
  writeMark(folder, PACK_MARK, await readFile(join(made, MANIFEST_FILE), "utf8"));
}

/** @throws ContentError where another release of Pagefind has made the index, or it names other files */
function readRussian(bundle: string, entry: string) {
  try {
    const names = [...languagesOf(bundle).keys()].filter(isRussian);
    return names.flatMap((name) => readPages(bundle, name));
  } catch (error) {
    if (!(error instanceof PagefindVersionError)) throw unreadable(entry, error);
    const message = `Указатель сделан Pagefind ${error.version}, а читается только ${PAGEFIND_VERSION}.`;
    throw new ContentError([{ file: entry, message, mend: INDEX_AGAIN }]);
  }
}

const INDEX_AGAIN = `проиндексируйте сайт заново: npx pagefind@${PAGEFIND_VERSION} --site ПАПКА.`;

/** It was made elsewhere, and may be torn, or larger than anything that can be read. */
function unreadable(entry: string, error: unknown): ContentError {
  const reason = error instanceof z.ZodError ? "в нём не те имена файлов" : String(error);
  const message = `Указатель Pagefind не читается: ${reason}.`;
  return new ContentError([{ file: entry, message, mend: INDEX_AGAIN }]);
}
