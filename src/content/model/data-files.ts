import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "./real-path.ts";

/** What is read of the folder of the settings. */
const READ = [
  "about.md",
  "authors.yaml",
  "headlines.yaml",
  "sections.yaml",
  "site.yaml",
  "synonyms.yaml",
  "topics.yaml",
  "ui.yaml",
];

/**
 * @param folder of site.yaml; it may be missing
 * @param used files of it that the settings name
 * @returns what lies in it and is not read, in the order of names: a list that is called headlines.yml
 *   would be missed without a word
 */
export function strayDataFiles(folder: string, used: readonly string[] = []): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith(".") && !READ.includes(name));
  const files = names.sort().map((name) => join(folder, name));
  return files.filter((file) => !used.some((one) => isInside(one, file)));
}

/** @returns the name under which a file of such a name would be read: headlines.yaml for Headlines.yml */
export function dataFileLike(name: string): string | undefined {
  const [stem] = name.toLowerCase().split(".");
  return READ.find((one) => one.split(".")[0] === stem);
}
