import { cp, readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import type { Site, SiteMarks, StaticFile } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import type { Assets } from "../../site/index.ts";
import { browserMessages } from "../assets/browser-messages.ts";
import {
  ASSETS,
  addressesOf,
  ENGINE,
  FIRST,
  FOR_BROWSERS,
  HASHED,
  LATER_STYLES,
  NO_WORKER,
  nameOf,
  READER,
  WORKER,
} from "../assets/bundled.ts";
import { writeCustomStyles } from "../assets/custom-styles.ts";
import { writeFavicon, writeMarks } from "../assets/icons.ts";
import { writeServices } from "../assets/service-assets.ts";
import { writeLinks } from "../pages/artifact-links.ts";
import { MODULES, sourceFile } from "../project/project.ts";

/** The fonts of src/site/fonts that every page needs at once; others come where they are used. */
const FIRST_FONTS = ["literata-400", "literata-700", "golos-text-500"];

/** Functions without effects: what a script does not use of them is left out of it. */
const LANGUAGE = join(MODULES, "language/");

const PURE_LANGUAGE: Plugin = {
  name: "pure-language",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\..*\.[jt]s$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      return file.startsWith(LANGUAGE) ? { path: file, sideEffects: false } : undefined;
    }),
};

/** Modules smaller than a request: each importer gets a copy instead of a shared file. */
const SMALL = /\/(?:own-scripts|say|styles)\.[jt]s$/;

/** Of this one, which most modules of a folder import, a folder has one copy. */
const FOR_FOLDERS = /\/say\.[jt]s$/;

const COPIED_SMALL: Plugin = {
  name: "copied-small",
  setup: ({ onResolve }) =>
    onResolve({ filter: SMALL }, ({ path, resolveDir, importer }) => {
      const whose = FOR_FOLDERS.test(path) ? resolveDir : importer;
      return { path: join(resolveDir, path), suffix: `?for=${relative(MODULES, whose)}` };
    }),
};

const SETTINGS = { ...FOR_BROWSERS, outbase: ".", entryNames: HASHED, metafile: true } as const;

/**
 * Bundles the styles and scripts of the site. Their names hold a hash, so that they can be cached
 * for ever; the search module's name is fixed, for interfaces ask for it by that name.
 *
 * @param folder the folder of the site
 * @throws ContentError where the newspaper's own are wrong; Error with esbuild's messages where a file cannot be bundled
 */
async function writeAssets(
  folder: string,
  { site, marks, styles, hasOwnFavicon }: AssetsOrder,
): Promise<Assets> {
  const outdir = join(folder, "assets");
  const first = await writeFirst(outdir, site);
  const custom = await writeCustomStyles(styles, outdir);
  const scripts = await writeScripts(outdir, first, site);
  const services = await writeServices(site, outdir);
  await writeEngine(folder);
  await cp(join(MODULES, "site/static"), outdir, { recursive: true });
  await writeMarks(marks, site, outdir);
  if (!hasOwnFavicon) await writeFavicon(outdir);
  // The licence of the fonts asks to go with them.
  await cp(join(MODULES, "site/fonts/OFL.txt"), join(outdir, "OFL.txt"));
  return {
    ...addressesOf(first, FIRST),
    ...(custom === undefined ? {} : { customStyles: `/assets/${custom}` }),
    ...addressesOf(scripts, { readerScript: READER }),
    fonts: FIRST_FONTS.flatMap((name) => fontAddress(first, name)),
    ...services,
  };
}

/** The styles; and the scripts that share nothing with others, so that they wait for none. */
async function writeFirst(outdir: string, site: Site): Promise<Metafile> {
  const { metafile } = await build({
    ...SETTINGS,
    entryPoints: [...Object.values(FIRST), ...Object.values(LATER_STYLES)].map(sourceFile),
    outdir,
    assetNames: HASHED,
    loader: { ".woff2": "file" },
    plugins: [accentOf(site), PURE_LANGUAGE],
    define: browserMessages(site),
  });
  return metafile;
}

/** Behind the tokens, so that the colour is the newspaper's wherever these are. */
function accentOf({ accent }: Site): Plugin {
  return {
    name: "accent",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\/tokens\.css$/ }, async ({ path }) => {
        const tokens = await readFile(path, "utf8");
        const own = accent && `:root{--accent:light-dark(${accent.light},${accent.dark})}`;
        return { contents: `${tokens}${own ?? ""}`, loader: "css" };
      }),
  };
}

/**
 * Writes the other scripts. Parts loaded on demand are files of their own, which find their styles beside
 * them by name.
 *
 * @param styles what was written with the styles
 * @param site in whose words the scripts speak
 */
async function writeScripts(outdir: string, styles: Metafile, site: Site): Promise<Metafile> {
  const name = (file: string): string => JSON.stringify(nameOf(styles, file));
  const { metafile } = await build({
    ...SETTINGS,
    entryPoints: [sourceFile(READER)],
    outdir,
    splitting: true,
    plugins: [PURE_LANGUAGE, COPIED_SMALL],
    chunkNames: HASHED,
    define: {
      ...browserMessages(site),
      BOX_STYLES: name(LATER_STYLES.box),
      FOUND_STYLES: name(LATER_STYLES.found),
    },
  });
  return metafile;
}

/**
 * Bundles the service worker. Its name and place are fixed: browsers update a worker under its name, and it
 * controls paths below it. Where offline reading is off, it is a worker that removes itself and its caches.
 *
 * @param version a hash of the offline page's inputs: browsers update a worker whose bytes differ, and
 *   fetch that page anew
 */
async function writeWorker(folder: string, site: Site, assets: Assets, version: string) {
  const { styles, listStyles, customStyles, themeScript, readerScript, offlineScript, fonts } =
    assets;
  // The search is not among them: it does not work without a connection (worker/kinds.ts).
  const pages =
    customStyles === undefined ? [styles, listStyles] : [styles, listStyles, customStyles];
  const shell = [...pages, themeScript, readerScript, offlineScript, ...fonts];
  await build({
    ...FOR_BROWSERS,
    format: "iife",
    entryPoints: [sourceFile(site.offline ? WORKER : NO_WORKER)],
    outfile: join(folder, "sw.js"),
    define: { SHELL: JSON.stringify(shell) },
    banner: { js: `/* ${version} */` },
  });
}

export interface AssetsOrder {
  readonly site: Site;
  readonly marks: SiteMarks;
  /** The newspaper's own styles, with the files that they use. */
  readonly styles: readonly StaticFile[];
  /** Whether there is a favicon.ico among the newspaper's own files. */
  readonly hasOwnFavicon: boolean;
  /** Of all that the assets are made from. */
  readonly version: string;
}

/** Bundles the styles and scripts of a site; their addresses are in ASSETS. */
export async function run(order: AssetsOrder, folder: string): Promise<void> {
  const { site, version } = order;
  const published = join(folder, PUBLISHED);
  const assets = await writeAssets(published, order);
  await writeWorker(published, site, assets, version);
  ASSETS.write(folder, assets);
  writeLinks(await stylesIn(join(published, "assets")), site, folder);
}

async function stylesIn(folder: string): Promise<{ path: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".css"));
  return Promise.all(
    names.map(async (name) => {
      return { path: `assets/${name}`, text: await readFile(join(folder, name), "utf8") };
    }),
  );
}

/** Bundles the search module alone, for an index that has no site around it. */
export async function writeEngine(folder: string): Promise<void> {
  const outfile = join(folder, "search/pagefind.js");
  await build({ ...FOR_BROWSERS, entryPoints: [sourceFile(ENGINE)], outfile });
}

/** @returns nothing where the styles do not ask for the font */
function fontAddress(metafile: Metafile, name: string): string[] {
  const font = new RegExp(`/(${name}-[A-Z0-9]{8}\\.woff2)$`);
  return Object.keys(metafile.outputs).flatMap((file) => {
    const [, own] = font.exec(file) ?? [];
    return own === undefined ? [] : [`/assets/${own}`];
  });
}
