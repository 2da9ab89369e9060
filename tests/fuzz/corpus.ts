import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../fixtures/hostile/", import.meta.url));

/** Known attacks by what they attack; see tests/fixtures/hostile/README.md. */
export const CORPUS = {
  drawings: linesOf("drawings.txt"),
  html: linesOf("html.txt"),
  links: linesOf("links.txt"),
  markdown: linesOf("markdown.txt"),
  names: linesOf("names.txt"),
  signs: linesOf("signs.txt"),
  yaml: blocksOf("yaml.txt"),
} as const;

/** Files for the import, by their names. */
export const SOURCES: Readonly<Record<string, string>> = filesIn("sources");

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(join(FOLDER, folder)).sort();
  return Object.fromEntries(
    names.map((name) => [name, decoded(readFileSync(join(FOLDER, folder, name), "utf8"))]),
  );
}

function linesOf(name: string): string[] {
  const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("//!")).map(decoded);
}

function blocksOf(name: string): string[] {
  const blocks = readFileSync(join(FOLDER, name), "utf8").split(/^%%$/m);
  return blocks.map((block) => decoded(block.replace(/^\n|\n$/g, "")));
}

function decoded(text: string): string {
  return text.replace(/\\u\{([\da-f]{1,6})\}/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
