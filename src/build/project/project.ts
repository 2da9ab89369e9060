import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of our modules: src, or dist where they are compiled. */
export const MODULES = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of the package. */
export const PROJECT = join(MODULES, "..");

/** «.ts» or, where modules are compiled, «.js». */
const ENDING = extname(import.meta.url);

export const IS_COMPILED = ENDING === ".js";

/** @param name of one of our modules, such as «search/engine/index»; @returns its file, from MODULES */
export function moduleFile(name: string): string {
  return `${name}${ENDING}`;
}

/** @param name as of moduleFile, or a file with its ending; @returns the file, from MODULES */
export function sourceFile(name: string): string {
  return extname(name) === "" ? moduleFile(name) : name;
}
