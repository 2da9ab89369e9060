import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../content/index.ts";
import { MANIFEST } from "./staging.ts";

const manifestSchema = z.object({
  generator: z.literal("vestnik"),
  pathPrefix: z.string(),
  articles: z.number(),
  headlines: z.number(),
});

/** What a finished site says of itself; a server needs no more than this to serve it. */
export type Manifest = z.output<typeof manifestSchema>;

/** Writes the manifest into a finished site. */
export async function writeManifest(
  facts: Omit<Manifest, "generator">,
  folder: string,
): Promise<void> {
  const manifest: Manifest = { generator: "vestnik", ...facts };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Reads the manifest of a finished site.
 *
 * @param folder the folder of the site
 * @throws ContentError where there is no site, or not one of ours
 */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8")));
  } catch {
    const message = "Здесь нет собранного сайта.";
    throw new ContentError([{ file: folder, message, mend: "соберите его: npm run build." }]);
  }
}
