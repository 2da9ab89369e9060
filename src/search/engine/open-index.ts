import { MANIFEST_FILE, PACK_FOLDER, PACK_FORMAT, type SearchManifest } from "../format/index.ts";
import { fetchWhole } from "./arrival.ts";
import { OutdatedError, UnsupportedError } from "./errors.ts";
import { PackFiles } from "./fetched-files.ts";
import { knownWords } from "./known-words.ts";
import { SearchIndex } from "./search-index.ts";
import { Segment } from "./segment.ts";

/**
 * Opens the index of a site. Only the manifest has a fixed name; all files that it names are of one
 * deployment.
 *
 * @param root the address of the site, with its path prefix and a slash at its end
 * @param base what stands before the addresses of its pages
 * @param known the index that was opened before, which is returned where it is still the same
 * @throws OutdatedError where it is of another format than this module can read
 * @throws UnsupportedError where the browser cannot unpack it
 */
export async function openIndex(
  root: URL,
  base: string,
  known?: SearchIndex,
): Promise<SearchIndex> {
  if (globalThis.DecompressionStream === undefined)
    throw new UnsupportedError("DecompressionStream");
  const folder = new URL(PACK_FOLDER, root).href;
  const { text, manifest } = await fetchWhole(folder + MANIFEST_FILE, readManifest, "no-cache");
  if (known?.source === text) return known;
  if (manifest.format !== PACK_FORMAT) throw new OutdatedError(`${folder} has another format`);
  const files = new PackFiles(folder);
  const site = root.href === new URL("../", import.meta.url).href ? "" : root.href;
  const segments = manifest.segments.map((facts) => new Segment(facts, files, base, site));
  const dictionary = knownWords(manifest.dictionary, files);
  return new SearchIndex(segments, manifest.synonyms, dictionary, text);
}

/** @throws TypeError where it is no manifest, for a host may send a page under any address */
async function readManifest(response: Response) {
  const text = await response.text();
  const manifest = JSON.parse(text) as Partial<SearchManifest> | null;
  if (typeof manifest?.format !== "number") throw new TypeError("The manifest is none");
  return { text, manifest: manifest as SearchManifest };
}

/**
 * @param path the bundle by which another site is searched: /other/search/, or Pagefind's own
 *   /other/pagefind/
 * @returns the address of that site
 */
export function rootOf(path: string): URL {
  const folder = new URL(path.endsWith("/") ? path : `${path}/`, document.baseURI);
  return new URL("../", folder);
}
