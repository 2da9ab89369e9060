import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  importSources,
  MAX_SOURCE_BYTES,
  type SourceOptions,
} from "../../../src/content/importing.ts";
import { readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/import/", import.meta.url));

/** @returns the path of a fixture of the import */
export function fixture(name: string): string {
  return join(FIXTURES, name);
}

/**
 * An archive that is empty but for the given files, and how to import into it.
 *
 * @param files from a path inside to a text
 */
export function importWorkspace(files: Readonly<Record<string, string | Buffer>> = {}) {
  const folder = temporaryFolder(files);
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const run = (source: string | readonly string[], options: Partial<SourceOptions> = {}) =>
    importSources([source].flat(), {
      folders,
      images: [],
      topics: [],
      isForeign: false,
      drafts: false,
      pages: false,
      update: false,
      isDryRun: false,
      maxSize: MAX_SOURCE_BYTES,
      ...options,
    });
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  /** Every file of the archive with what it holds. */
  const snapshot = (): Record<string, string> => {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(
      found.sort().map((file) => [relative(folder, file), readFileSync(file, "latin1")]),
    );
  };
  return { folder, folders, run, read, snapshot, archive: () => readArchive(folders) };
}
