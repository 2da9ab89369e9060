import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { PUBLISHED } from "../index/index.ts";
import type { Assets } from "../site/index.ts";
import { hashOf } from "./code-hash.ts";
import { keyOf, type PartCache } from "./part-cache.ts";
import { PROJECT } from "./project.ts";

const STYLES = "src/site/styles/site.css";
const SEARCH_STYLES = "src/site/styles/search.css";
const SEARCH_SCRIPT = "src/search/ui/search-page.ts";
const ENGINE = "src/search/engine/index.ts";

/** Browsers of the last years: those that know the syntax of ES2022. */
const SETTINGS = {
  absWorkingDir: PROJECT,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "silent",
} as const;

/**
 * Bundles the styles and scripts of the site. Their names hold a hash, so that they can be cached
 * for ever; the search module's name is fixed, for interfaces ask for it by that name.
 *
 * @param folder the folder of the site
 * @throws Error with esbuild's messages where a file cannot be bundled
 */
async function writeAssets(folder: string): Promise<Assets> {
  const { metafile } = await build({
    ...SETTINGS,
    entryPoints: [STYLES, SEARCH_STYLES, SEARCH_SCRIPT],
    outdir: join(folder, "assets"),
    outbase: "src",
    entryNames: "[name]-[hash]",
    metafile: true,
  });
  await writeEngine(folder);
  await cp(join(PROJECT, "src/site/static"), join(folder, "assets"), { recursive: true });
  return {
    styles: addressOf(metafile, STYLES),
    searchStyles: addressOf(metafile, SEARCH_STYLES),
    searchScript: addressOf(metafile, SEARCH_SCRIPT),
  };
}

/** What the bytes of the assets depend on. */
const SOURCES = ["src/site/styles", "src/site/static", "src/search", "src/language", "src/build"];

/** The assets of a site, made before or now. */
export async function makeAssets(cache: PartCache): Promise<{ key: string; assets: Assets }> {
  const key = keyOf("assets", hashOf([...SOURCES, "package-lock.json"]));
  const names = "assets.json";
  if ((await cache.find(key)) === undefined) {
    const folder = await cache.begin(key);
    const assets = await writeAssets(join(folder, PUBLISHED));
    await writeFile(join(folder, names), JSON.stringify(assets));
    await cache.finish(key);
  }
  const text = await readFile(join(cache.folderOf(key), names), "utf8");
  return { key, assets: JSON.parse(text) as Assets };
}

/** Bundles the search module alone, for an index that has no site around it. */
export async function writeEngine(folder: string): Promise<void> {
  await build({ ...SETTINGS, entryPoints: [ENGINE], outfile: join(folder, "search/pagefind.js") });
}

function addressOf(metafile: Metafile, entryPoint: string): string {
  const outputs = Object.entries(metafile.outputs);
  const [file] = outputs.find(([, output]) => output.entryPoint === entryPoint) ?? [];
  if (file === undefined) throw new Error(`esbuild wrote nothing for ${entryPoint}`);
  return `/assets/${file.split("/").at(-1)}`;
}
