import { join } from "node:path";
import { ContentError } from "../../content/index.ts";
import type { ArtifactCache } from "./artifact-cache.ts";

/** Artifacts that are made from others, and so perhaps from a damaged one. */
const DERIVED = /^(?:segment|search|year|lists)-/;

/** So many files are named in one line. */
const NAMED = 3;

/** Files that have changed since they were made: by the disk, the memory or somebody. */
export class DamagedSite extends ContentError {
  /** Their paths. */
  readonly files: readonly string[];
  /** The artifacts that cannot be used any more. */
  readonly parts: readonly string[];

  /**
   * @param folder that the files are in
   * @param parts the keys of those that are damaged in the cache
   * @param all the keys of the artifacts of the site
   */
  constructor(
    folder: string,
    files: readonly string[],
    parts: readonly string[],
    all: readonly string[] = [],
  ) {
    const message = "Файл на диске не такой, каким был собран. Сайт не обновлён.";
    const mend = "соберите сайт ещё раз; если повторится, проверьте диск и память компьютера.";
    super(files.map((file) => ({ file: join(folder, file), message, mend })));
    this.files = files;
    const derived = parts.length === 0 ? [] : all.filter((key) => DERIVED.test(key));
    this.parts = [...new Set([...parts, ...derived])];
  }
}

/**
 * Forgets what is damaged, so that it is made anew.
 *
 * @returns a notice for each
 */
export async function dropDamaged(
  { files, parts }: DamagedSite,
  cache: ArtifactCache,
): Promise<string> {
  for (const part of parts) await cache.drop(part);
  const more = files.length > NAMED ? ` и ещё ${files.length - NAMED}` : "";
  const names = `${files.slice(0, NAMED).join(", ")}${more}`;
  return `файлы на диске не такие, какими были собраны, и сделаны заново: ${names}; если повторится, проверьте диск и память компьютера`;
}
