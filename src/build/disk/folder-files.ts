import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** @returns the paths with «/» of all files in a folder and below; a link is none */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return paths.map((path) => path.replaceAll(sep, "/"));
}
