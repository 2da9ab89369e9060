import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { type AdminFiles, adminConfig, adminPage } from "../../admin/index.ts";
import { type AdminSettings, ContentError, type Site } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { FOR_BROWSERS, HASHED, nameOf } from "../assets/bundled.ts";
import { writeLinks } from "../pages/artifact-links.ts";
import { refuseInvalid } from "../pages/render.ts";
import { PROJECT, sourceFile } from "../project/project.ts";
import { changedCms } from "./cms-changes.ts";

const SCRIPT = "admin/browser/admin";
const STYLES = "admin/browser/admin.css";

/** The CMS's icon fonts and licences; its other files convert pictures, which our build does. */
const CMS_FILES = /\.woff2$|\.LICENSE\.txt$/;

/**
 * Parts of the CMS that are never loaded here: other languages, colours for code, converters of pictures,
 * maps.
 */
const UNUSED =
  /locales\/(?!ru\.json)|^@shikijs\/|chunks\/(?:heic|webp|shiki)|^(?:svgo|leaflet|terra-draw)/;

const WITHOUT_UNUSED: Plugin = {
  name: "without-unused",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^/ }, ({ path }) =>
      UNUSED.test(path) ? { path: "unused", namespace: "unused" } : undefined,
    );
    onLoad({ filter: /^/, namespace: "unused" }, () => ({ contents: "export default {};" }));
  },
};

const CHANGED: Plugin = {
  name: "changed",
  setup: ({ onLoad }) =>
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      return { contents: changedCms(await readFile(path, "utf8"), path), loader: "js" };
    }),
};

export interface AdminOrder {
  readonly site: Site;
  readonly admin: AdminSettings;
}

/**
 * Makes the editor in the browser.
 *
 * @throws Error with esbuild's messages where it cannot be bundled
 */
export async function run({ site, admin }: AdminOrder, target: string): Promise<void> {
  const cms = folderOfCms();
  const folder = join(target, PUBLISHED, "admin");
  await mkdir(folder, { recursive: true });
  const files = await bundle(folder);
  const page = {
    path: "admin/index.html",
    text: adminPage(site, admin, files),
    template: "src/admin/page.tsx",
  };
  await refuseInvalid(site, [page]);
  await writeFile(join(folder, "index.html"), page.text);
  await writeFile(join(folder, "config.json"), `${JSON.stringify(adminConfig(site, admin))}\n`);
  await copyFiles(cms, folder);
  writeLinks([page], site, target);
}

/** @throws ContentError where a newspaper has not installed the editor, which most do not need */
function folderOfCms(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve("@sveltia/cms"));
  } catch {
    const { peerDependencies } = createRequire(import.meta.url)(join(PROJECT, "package.json"));
    const version = peerDependencies["@sveltia/cms"];
    const message = "В настройках есть admin, а редактор не установлен.";
    const mend = `установите его: npm install @sveltia/cms@${version}; или уберите admin.`;
    throw new ContentError([{ file: "site.yaml", message, mend }]);
  }
}

async function copyFiles(cms: string, folder: string): Promise<void> {
  await cp(join(cms, "assets"), join(folder, "assets"), {
    recursive: true,
    filter: (file) => file === join(cms, "assets") || CMS_FILES.test(file),
  });
  // Its licence asks to go with it.
  await cp(join(cms, "../LICENSE.txt"), join(folder, "LICENSE.txt"));
}

/** @returns the names of what the page starts */
async function bundle(folder: string): Promise<AdminFiles> {
  const { metafile } = await build({
    ...FOR_BROWSERS,
    entryPoints: [SCRIPT, STYLES].map(sourceFile),
    outdir: folder,
    splitting: true,
    metafile: true,
    entryNames: HASHED,
    chunkNames: HASHED,
    plugins: [WITHOUT_UNUSED, CHANGED],
  });
  return { script: nameOf(metafile, SCRIPT), styles: nameOf(metafile, STYLES) };
}
