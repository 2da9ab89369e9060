import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeEngine } from "../../src/build/tasks/assets.ts";
import { type IndexRecord, writePagefind, writeRecords } from "../../src/index/index.ts";
import { type RunningServer, serveSite } from "../../src/serve/index.ts";
import { temporaryFolder } from "./commands.ts";

interface IndexOptions {
  readonly synonyms?: readonly (readonly string[])[];
  /** Whether Pagefind's own index of the same records lies at /pagefind/, to be compared with. */
  readonly withPagefind?: boolean;
}

/**
 * Indexes records by the project's own code and serves them with the module that the site ships,
 * beside an empty page in Russian. Closing the server removes all.
 */
export async function serveRecords(
  records: readonly IndexRecord[],
  { synonyms = [], withPagefind = false }: IndexOptions = {},
): Promise<RunningServer> {
  const { folder, remove } = temporaryFolder();
  await writeRecords(records, "ru", folder, synonyms);
  if (withPagefind) await writePagefind(records, "ru", join(folder, "pagefind"));
  await writeEngine(folder);
  writeFileSync(join(folder, "index.html"), "<!doctype html><html lang=ru><title>Поиск</title>");
  const server = await serveSite({ folder, pathPrefix: "/", port: 0 });
  return {
    address: server.address,
    close: async () => {
      await server.close();
      remove();
    },
  };
}
