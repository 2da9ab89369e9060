import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownPages } from "../../site/index.ts";
import { COMPONENTS_FOLDER } from "./own-components.ts";
import { MODULES, moduleFile } from "./project.ts";

/** A project's own pages: those that it adds, those in the place of ours, and its configuration of Eleventy. */

const PAGES_FOLDER = "src/pages";

/** As Eleventy looks for it; .ts is ours. */
const CONFIGS = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
];

/** @returns the project's configuration; where it has none, one that says no more than that it is a newspaper */
export function configOf(project: string): string {
  const [own] = configIn(project);
  return own === undefined
    ? join(MODULES, moduleFile("build/project/given-site"))
    : join(project, own);
}

/** @returns the folder of the project's own pages; nothing where there is none */
export function pagesFolderOf(project: string): string | undefined {
  const folder = join(project, PAGES_FOLDER);
  return existsSync(folder) ? folder : undefined;
}

/** @returns whether a project adds pages of its own, which may list the whole archive */
export function hasOwnPages(project: string): boolean {
  return ownPages(join(project, PAGES_FOLDER)).length > 0;
}

/**
 * @param withAdded whether pages that the project adds are among what the pages are made from
 * @returns from the project's files that pages are made from to their texts
 */
export function ownFiles(project: string, withAdded: boolean): Readonly<Record<string, string>> {
  const isMeant = (file: string): boolean => withAdded || /^_|^vestnik\//.test(file);
  const pages = filesIn(join(project, PAGES_FOLDER)).filter(isMeant);
  const components = filesIn(join(project, COMPONENTS_FOLDER));
  const files = [
    ...pages.map((file) => join(PAGES_FOLDER, file)),
    ...components.map((file) => join(COMPONENTS_FOLDER, file)),
    ...configIn(project),
  ];
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(project, file), "utf8")]));
}

/** @returns whether the project has modules that Node cannot load as they are */
export function hasTypeScript(project: string): boolean {
  const own = [PAGES_FOLDER, COMPONENTS_FOLDER].flatMap((name) => filesIn(join(project, name)));
  const files = [configOf(project), ...own];
  return files.some((file) => /\.(?:tsx?|jsx)$/.test(file));
}

function configIn(project: string): string[] {
  return CONFIGS.filter((name) => existsSync(join(project, name)));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
}
