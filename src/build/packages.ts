import { cpSync, existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ContentError, type Problem } from "../content/index.ts";
import { makeAssets } from "./assets.ts";
import { type BuildLock, holding, lockBuild, lockCache } from "./build-lock.ts";
import { readHashes } from "./changes.ts";
import { endingOnSignals } from "./ending.ts";
import { openFor } from "./open.ts";
import { type BuildOptions, UsageError } from "./options.ts";
import { parallelism } from "./parallelism.ts";
import { PartCache } from "./part-cache.ts";
import { type Progress, VolumeProgress } from "./progress.ts";
import { SEAL } from "./seal.ts";
import { replaceFolder } from "./staging.ts";
import {
  findVolumes,
  type KeyedVolume,
  makeVolumes,
  partsOf,
  planVolumes,
  sizeOf,
  volumesNamed,
} from "./volumes.ts";
import { Workers } from "./workers.ts";

/**
 * A package carries the parts of volumes from the machine that made them to the one that puts the
 * site together. It lists the hash of every file, for it may pass through anything in between.
 */
const CONTENTS = "package.json";

const contentsSchema = z.object({
  generator: z.literal("vestnik-volumes"),
  /** By part, from the file to the hash of its bytes. */
  parts: z.record(z.string(), z.record(z.string(), z.string())),
});

/** @returns the names of an archive's volumes, the newest first */
export async function volumeNames(options: BuildOptions): Promise<string[]> {
  const archive = await openFor(options);
  const { assets } = await makeAssets(new PartCache(options.cache), archive.site);
  return planVolumes({ archive, content: options.content, assets }).map(({ name }) => name);
}

/**
 * Makes volumes and puts them into a package instead of a site.
 *
 * @param name a volume's, or a time such as 2021 or 2021-03: the volumes that hold articles of it
 * @param options its output is the folder of the package
 * @returns the names of the volumes
 * @throws UsageError where there is no such volume; ContentError where the articles are wrong
 */
export async function buildPackage(
  name: string,
  options: BuildOptions,
  progress: Progress,
): Promise<string[]> {
  const locking = lockBuild(options, progress);
  return endingOnSignals(() =>
    holding(locking, options.cache, (lock) => packageAlone(name, options, progress, lock)),
  );
}

async function packageAlone(
  name: string,
  options: BuildOptions,
  progress: Progress,
  { checkHeld }: BuildLock,
): Promise<string[]> {
  const cache = new PartCache(options.cache);
  const archive = await openFor(options);
  const { assets } = await makeAssets(cache, archive.site);
  const all = planVolumes({ archive, content: options.content, assets });
  const volumes = volumesNamed(all, name);
  if (volumes.length === 0) throw unknownVolume(name, all);
  const workers = new Workers(
    parallelism(Math.max(...volumes.map(sizeOf)), options.workers),
    options.output,
  );
  try {
    progress.step(`Строю тома: ${volumes.map((volume) => volume.name).join(", ")}`);
    const context = { archive, content: options.content, assets, cache, workers };
    const items = volumes.reduce((sum, volume) => sum + sizeOf(volume), 0);
    const told = new VolumeProgress(progress, volumes.length, items);
    const found = await findVolumes(volumes, context);
    const made = await makeVolumes(found, context, (volume) => told.made(sizeOf(volume)));
    const parts = made.flatMap(partsOf).map((key) => [key, cache.folderOf(key)] as const);
    await replaceFolder(options.output, CONTENTS, async (folder) => {
      await writePackage(parts, folder);
      checkHeld();
    });
    return volumes.map((volume) => volume.name);
  } finally {
    await workers.close();
    await cache.dropDrafts();
  }
}

async function writePackage(
  parts: readonly (readonly [key: string, folder: string])[],
  folder: string,
): Promise<void> {
  const contents: z.output<typeof contentsSchema> = { generator: "vestnik-volumes", parts: {} };
  for (const [key, part] of parts) {
    cpSync(part, join(folder, key), { recursive: true });
    contents.parts[key] = hashesOf(join(folder, key));
  }
  await writeFile(join(folder, CONTENTS), JSON.stringify(contents));
}

/**
 * Takes the parts of packages into the cache.
 *
 * @throws ContentError where a folder is no package, or its files are not those that it was made of
 */
export async function takePackages(
  folders: readonly string[],
  cacheFolder: string,
  progress: Progress,
): Promise<void> {
  progress.step(`Беру готовые тома из папок: ${folders.length}`);
  await holding(lockCache(cacheFolder, progress), cacheFolder, async () => {
    const cache = new PartCache(cacheFolder);
    for (const folder of folders) await takePackage(folder, cache);
  });
}

async function takePackage(folder: string, cache: PartCache): Promise<void> {
  for (const [key, hashes] of Object.entries(readContents(folder))) {
    checkPart(join(folder, key), hashes);
    const known = await cache.find(key);
    if (known !== undefined && isSamePart(known, hashes)) continue;
    // Pages keep their key when an image changes: what the package brings is what was asked for.
    if (known !== undefined) await cache.drop(key);
    cpSync(join(folder, key), await cache.begin(key), { recursive: true });
    await cache.finish(key);
  }
}

function readContents(folder: string): z.output<typeof contentsSchema>["parts"] {
  try {
    return contentsSchema.parse(JSON.parse(readFileSync(join(folder, CONTENTS), "utf8"))).parts;
  } catch {
    throw new ContentError([packageProblem(folder, "Здесь нет готовых томов.")]);
  }
}

function checkPart(part: string, hashes: Readonly<Record<string, string>>): void {
  const found = existsSync(part) ? hashesOf(part) : {};
  const isWhole = Object.entries(hashes).every(([file, hash]) => found[file] === hash);
  if (isWhole && Object.keys(found).length === Object.keys(hashes).length) return;
  throw new ContentError([packageProblem(part, "Файлы тома повреждены по дороге.")]);
}

/** Seals differ from machine to machine, for they hold when files were written. */
function isSamePart(part: string, hashes: Readonly<Record<string, string>>): boolean {
  const found = hashesOf(part);
  return Object.entries(hashes).every(([file, hash]) => file === SEAL || found[file] === hash);
}

function packageProblem(file: string, message: string): Problem {
  const mend = "соберите том заново: npm run build -- --volume ИМЯ --output ПАПКА.";
  return { file, message, mend };
}

function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readHashes(folder));
}

function unknownVolume(name: string, volumes: readonly KeyedVolume[]): UsageError {
  const names = volumes.map((volume) => volume.name).join(", ");
  return new UsageError(`Тома «${name}» нет. Есть: ${names}; или год, или месяц: 2021, 2021-03.`);
}
