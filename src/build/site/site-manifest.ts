import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../../content/index.ts";
import type { Mark } from "../disk/ownership.ts";
import { artifactKey, sha256 } from "../disk/schemas.ts";

/** Every finished site holds this file; one that does not read as below is not ours to replace. */
export const MANIFEST = "build.json";

/** Another one is not read, and its site not replaced. */
const FORMAT = 1;

const manifestSchema = z.object({
  generator: z.literal("vestnik"),
  /** Sites of before the number was written are of the first. */
  format: z.literal(FORMAT).default(FORMAT),
  pathPrefix: z.string(),
  /** The content security policy, where it differs from the usual one. */
  policy: z.string().optional(),
  articles: z.number(),
  headlines: z.number(),
  /** Pages that are no news; not written where there are none. */
  standing: z.number().optional(),
  /** HTML files. */
  pages: z.number(),
  /** A hash of all its inputs. */
  key: artifactKey,
  /** The keys of the artifacts that it is put together of. */
  parts: z.array(artifactKey),
  /** From an artifact to the SHA-256 of the list of its files, sums/PART.txt. */
  sums: z.record(artifactKey, sha256),
  /** Of Vestnik and of the libraries that make its pages and its index. */
  versions: z.record(z.string(), z.string()),
  /** The commit of the repository that the articles are kept in, and whether more was changed. */
  commit: z.string().optional(),
  isModified: z.boolean().optional(),
  /** Whether it shows drafts. */
  isPreview: z.boolean().optional(),
});

/** The manifest of a finished site: all that a server needs to serve it. */
export type Manifest = z.output<typeof manifestSchema>;

/** A manifest in the format of this version. */
export function toManifest(facts: Omit<Manifest, "generator" | "format">): Manifest {
  return { generator: "vestnik", format: FORMAT, ...facts };
}

/** @returns the text of build.json, the same for the same facts */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`;
}

/** @throws Error where the text is no manifest of ours */
export function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text));
}

/** By this a site of ours is known. */
export const SITE_MARK: Mark = {
  file: MANIFEST,
  schema: manifestSchema,
  what: "сайт",
  elsewhere: "укажите другую папку: --output ПАПКА",
};

/**
 * @param folder of a finished site
 * @returns what a server goes by
 * @throws ContentError as of readManifest
 */
export async function readServed(folder: string) {
  const { pathPrefix, policy } = await readManifest(folder);
  return { folder, pathPrefix, policy };
}

/**
 * Reads the manifest of a finished site.
 *
 * @param folder the folder of the site
 * @throws ContentError where there is no site, or not one of ours
 */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return parseManifest(await readFile(join(folder, MANIFEST), "utf8"));
  } catch {
    const message = "Здесь нет собранного сайта.";
    throw new ContentError([{ file: folder, message, mend: "соберите его: npm run build." }]);
  }
}
