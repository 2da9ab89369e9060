import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { SynonymGroup } from "../content/index.ts";
import type { VolumePlan } from "../index/index.ts";
import { PROJECT } from "./project.ts";

/** Lists the files of an entry; it is written last, so that an entry without it is torn. */
const SEAL = "sealed.json";

const sealSchema = z.object({ files: z.record(z.string(), z.number()) });

/** What a volume's bytes depend on besides its records. */
const CODE = ["src/index", "src/language", "package-lock.json"];

/** Volumes that were made before, each under the hash of all that it depends on. */
export class VolumeCache {
  readonly #folder: string;
  readonly #code: string;

  /** @param folder where the entries lie; it is made where it is missing */
  constructor(folder: string) {
    this.#folder = folder;
    this.#code = hashCode();
  }

  /** @returns the folder of a volume that was made before, or undefined */
  async find(plan: VolumePlan, synonyms: readonly SynonymGroup[]): Promise<string | undefined> {
    const folder = join(this.#folder, this.#keyOf(plan, synonyms));
    if (!isWhole(folder)) return undefined;
    const now = new Date();
    await utimes(join(folder, SEAL), now, now);
    return folder;
  }

  /**
   * Keeps a volume.
   *
   * @param make fills the folder that it is given
   * @returns the volume's folder
   */
  async keep(
    plan: VolumePlan,
    synonyms: readonly SynonymGroup[],
    make: (folder: string) => Promise<void>,
  ): Promise<string> {
    const folder = join(this.#folder, this.#keyOf(plan, synonyms));
    const unfinished = `${folder}.${process.pid}`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await make(unfinished);
    await writeFile(join(unfinished, SEAL), JSON.stringify({ files: sizesOf(unfinished) }));
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
    return folder;
  }

  /**
   * Removes what was not used for the longest time.
   *
   * @param limit how many bytes all entries may take
   * @param used folders that stay in any case
   */
  async prune(limit: number, used: ReadonlySet<string>): Promise<void> {
    const entries = readdirSync(this.#folder).map((name) => {
      const folder = join(this.#folder, name);
      return { folder, time: lastUse(folder), size: sizeOf(folder) };
    });
    let total = entries.reduce((sum, { size }) => sum + size, 0);
    for (const { folder, size } of entries.sort((a, b) => a.time - b.time)) {
      if (total <= limit || used.has(folder)) continue;
      await rm(folder, { recursive: true, force: true });
      total -= size;
    }
  }

  #keyOf({ language, records }: VolumePlan, synonyms: readonly SynonymGroup[]): string {
    const hash = createHash("sha256").update(this.#code).update(JSON.stringify(synonyms));
    hash.update(`\0${language}`);
    for (const { url, html } of records) hash.update(`\0${url}\0${html}`);
    return hash.digest("hex").slice(0, 32);
  }
}

/** Whether an entry holds just the files that it was sealed with. */
function isWhole(folder: string): boolean {
  try {
    const seal = sealSchema.parse(JSON.parse(readFileSync(join(folder, SEAL), "utf8")));
    const { [SEAL]: _, ...sizes } = sizesOf(folder);
    const names = Object.keys(seal.files);
    const same = names.every((name) => sizes[name] === seal.files[name]);
    return same && names.length === Object.keys(sizes).length;
  } catch {
    return false;
  }
}

/** The bytes of each file in a folder, by its path. */
function sizesOf(folder: string): Record<string, number> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), statSync(path).size];
    }),
  );
}

function sizeOf(folder: string): number {
  return Object.values(sizesOf(folder)).reduce((sum, size) => sum + size, 0);
}

/** What was never sealed is the oldest. */
function lastUse(folder: string): number {
  return statSync(join(folder, SEAL), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function hashCode(): string {
  const hash = createHash("sha256");
  for (const path of CODE) addPath(hash, join(PROJECT, path));
  return hash.digest("hex");
}

function addPath(hash: Hash, path: string): void {
  if (statSync(path).isFile()) {
    hash.update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) addPath(hash.update(name), join(path, name));
}
