import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../../content/index.ts";
import { isMarkedWhole, type Mark, writeMark } from "../disk/ownership.ts";
import { explainDisk } from "../disk/staging.ts";

const cacheSchema = z.object({ generator: z.literal("vestnik-cache"), format: z.literal(1) });
const CACHE: z.output<typeof cacheSchema> = { generator: "vestnik-cache", format: 1 };

const CACHE_MARK: Mark = {
  file: "cache.json",
  schema: cacheSchema,
  what: "кэш",
  elsewhere: "укажите другую папку: --cache ПАПКА",
};

/**
 * Names in a cache. A cache without a mark, older than marks or of a first build that was killed, has no
 * others.
 */
const OWN_NAMES =
  /^(?:[a-z]+-[0-9a-f]{32}(?:\.\d+){0,2}|next-[0-9a-f]{16}|lock(?:\.[a-z]+)?|(?:code-keys|known-files|live-sites)\.json(?:\.\d+)?|\.cache\.json\.unfinished\.\d+)$/;

/**
 * Makes sure of a cache before anything is written into it or removed from it.
 *
 * @param folder is made where it is missing
 * @throws ContentError where it holds something else, or cannot be written
 */
export function claimCache(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (isMarkedWhole(folder, CACHE_MARK)) return;
    const others = readdirSync(folder).filter((name) => !OWN_NAMES.test(name));
    if (others.length > 0) throw foreign(folder, others[0] ?? "");
    writeMark(folder, CACHE_MARK, `${JSON.stringify(CACHE)}\n`);
  } catch (error) {
    throw explainDisk(error, folder);
  }
}

function foreign(folder: string, name: string): ContentError {
  const message = `Папка не пуста, и это не кэш прежних сборок: в ней лежит «${name}». Она не тронута.`;
  return new ContentError([{ file: folder, message, mend: `${CACHE_MARK.elsewhere}.` }]);
}

/**
 * Writes a file that lies in a cache beside what tasks have left: whole, or not at all.
 *
 * @param name as OWN_NAMES has it
 */
export function writeCacheFile(cache: string, name: string, text: string): void {
  const unfinished = join(cache, `${name}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, join(cache, name));
}
