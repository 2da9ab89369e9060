import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** Who may know whom, room by room (docs/architecture.md). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  interface: [],
  content: ["language", "interface"],
  site: ["language", "interface", "content"],
  index: ["language", "interface", "content", "search/format"],
  "search/format": ["language"],
  "search/engine": ["search/format", "language"],
  "search/ui": ["search/engine", "language", "interface"],
  reader: ["search/ui", "language", "interface"],
  admin: ["content"],
  build: ["language", "interface", "content", "site", "index", "search/format", "admin"],
  hosting: ["content", "site"],
  serve: ["hosting", "site"],
  "plugin.ts": ["build", "content", "site"],
  cli: ["build", "content", "site", "hosting", "serve", "index", "language"],
};

const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsIn(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(IMPORT)].map((match) => {
      return { from: file, to: relative(".", join(dirname(file), match[1] ?? "")) };
    });
  });
}

function roomOf(file: string): string {
  const path = relative("src", file);
  const room = Object.keys(MAY_IMPORT).find((name) => `${path}/`.startsWith(`${name}/`));
  return room ?? `no room: ${file}`;
}

/** Beside the index of a room: what few need, and others would load for nothing. */
const BESIDE_INDEX = [
  "rendered.ts",
  "checking.ts",
  "importing.ts",
  "in-browser.ts",
  "whole-site.ts",
  "components/index.ts",
  "say.ts",
];

function entriesOf(file: string): string[] {
  return ["index.ts", ...BESIDE_INDEX].map((name) => `src/${roomOf(file)}/${name}`);
}

const crossings = importsIn("src").filter(({ from, to }) => roomOf(from) !== roomOf(to));

test("there are imports between rooms to look at", () => {
  expect(crossings.length).toBeGreaterThan(20);
});

const named = (imports: readonly Import[]): string[] =>
  imports.map(({ from, to }) => `${from} imports ${to}`);

test("a room imports those that it may, and no other", () => {
  const strange = crossings.filter(
    ({ from, to }) => MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)) !== true,
  );
  expect(named(strange)).toEqual([]);
});

test("a room is entered by its index", () => {
  expect(named(crossings.filter(({ to }) => !entriesOf(to).includes(to)))).toEqual([]);
});

/** The naive baseline renders the site's own templates in another way than the site does. */
const isBaseline = ({ from }: Import): boolean => from.startsWith("scripts/bench/naive/");

test("so do the scripts enter it", () => {
  const entering = importsIn("scripts").filter(
    (one) => one.to.startsWith("src/") && !isBaseline(one),
  );
  expect(entering.length).toBeGreaterThan(20);
  expect(named(entering.filter(({ to }) => !entriesOf(to).includes(to)))).toEqual([]);
});
