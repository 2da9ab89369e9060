import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { MODULES, PROJECT } from "../../../src/build/index.ts";
import { type CodeKeys, hashTasks, keysOf } from "../../../src/build/tasks/code-keys.ts";
import type { TaskName } from "../../../src/build/tasks/tasks.ts";
import { TRIES_ALL } from "../../sizes.ts";
import { temporaryFolder } from "../temporary.ts";

/** A copy of the program, as it is compiled, whose code may be changed. */
function copyOfProject(): string {
  const folder = temporaryFolder();
  cpSync(MODULES, join(folder, "dist"), { recursive: true });
  for (const name of ["tsconfig.json", "package.json"]) {
    cpSync(join(PROJECT, name), join(folder, name));
  }
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** @returns the keys of a copy */
async function keysIn(folder: string): Promise<CodeKeys> {
  const modules = join(folder, "dist");
  return keysOf(await hashTasks(modules), modules);
}

const project = copyOfProject();
let before: CodeKeys;

beforeAll(async () => {
  before = await keysIn(project);
});

/** «src/content/cut.ts» is «dist/content/cut.js»; styles are copied. */
function compiledOf(file: string): string {
  return file.replace(/^src\//, "dist/").replace(/\.tsx?$/, ".js");
}

/** @returns the tasks whose code is another one after a change of some files, which is taken back */
async function changedBy(
  files: readonly string[],
  change: (text: string) => string,
): Promise<TaskName[]> {
  const paths = files.map((file) => join(project, compiledOf(file)));
  const texts = paths.map((path) => readFileSync(path, "utf8"));
  const changed = texts.map(change);
  for (const [at, file] of files.entries()) expect(changed[at], file).not.toBe(texts[at]);
  for (const [at, path] of paths.entries()) writeFileSync(path, changed[at] ?? "");
  const keys = await keysIn(project);
  for (const [at, path] of paths.entries()) writeFileSync(path, texts[at] ?? "");
  const names = Object.keys(keys) as TaskName[];
  return names.filter((name) => keys[name] !== before[name]).sort();
}

// All at once, for to read the program takes a second: a task that is named here has run one of them.
describe("code that a task does not run makes nothing anew:", () => {
  test("comments", async () => {
    const files = [
      "src/content/check/article-check.ts",
      "src/content/import/index.ts",
      "src/content/archive/articles.ts",
      "src/site/pages/lists/front.tsx",
      "src/search/engine/fuse.ts",
      "src/build/disk/staging.ts",
    ];
    expect(await changedBy(files, (text) => `// Ещё одно слово.\n${text}`)).toEqual([]);
  });

  test("statements in what only checks, imports and puts in place", async () => {
    const files = [
      "src/content/check/article-check.ts",
      "src/content/import/index.ts",
      "src/build/live/go-live.ts",
    ];
    const more = (text: string): string => `${text}\nexport const more = 1;\n`;
    expect(await changedBy(files, more)).toEqual([]);
  });
});

/** A page, a component of many, styles and a script of browsers; then one of each other task. */
const CHANGES = [
  ["src/site/pages/lists/front.tsx", "front", "front2", ["lists"]],
  [
    "src/site/components/footer.tsx",
    "footer-name",
    "footer-title",
    ["feeds", "lists", "pages", "year"],
  ],
  ["src/site/styles/tokens.css", "{", "{ --more: 1;", ["assets"]],
  ["src/search/engine/fuse.ts", "  return", "  globalThis.more; return", ["assets"]],
  ["src/site/feeds/portable-html.ts", "1200", "1600", ["feeds"]],
  ["src/site/pages/slice/article.tsx", "page.articles", "page.headlines", ["pages"]],
  ["src/content/model/front-matter.ts", "---", "----", ["read"]],
  ["src/site/card/card.ts", "  return", "  globalThis.more; return", ["cards"]],
  ["src/index/segment/lists.ts", "  return", "  globalThis.more; return", ["segment"]],
  ["src/admin/fields.ts", "  return", "  globalThis.more; return", ["admin"]],
] as const;

describe("code that a task runs makes anew what it makes:", () => {
  // Each bundles the program.
  test.each(TRIES_ALL ? CHANGES : CHANGES.slice(0, 4))("%s", async (file, from, to, tasks) => {
    expect(await changedBy([file], (text) => text.replace(from, to))).toEqual(tasks);
  });
});

describe("of packages those count that a task imports, with what they need:", () => {
  /** Packages as npm would have installed them in another version. */
  async function bumped(...packages: readonly string[]): Promise<string[]> {
    const folder = copyOfProject();
    const modules = join(folder, "node_modules");
    rmSync(modules);
    mkdirSync(modules);
    for (const one of readdirSync(join(PROJECT, "node_modules"))) {
      if (!packages.includes(one))
        symlinkSync(join(PROJECT, "node_modules", one), join(modules, one));
    }
    for (const name of packages) {
      const file = join(PROJECT, "node_modules", name, "package.json");
      const text = readFileSync(file, "utf8").replace(/"version": "[^"]+"/, '"version": "99.0.0"');
      mkdirSync(join(modules, name));
      writeFileSync(join(modules, name, "package.json"), text);
    }
    const keys = await keysIn(folder);
    const names = Object.keys(keys) as TaskName[];
    return names.filter((task) => keys[task] !== before[task]).sort();
  }

  test("a tool of developers makes nothing anew", async () => {
    expect(await bumped("vitest", "typescript")).toEqual([]);
  });

  test("a library makes anew what is made with it", async () => {
    expect(await bumped("sharp")).toEqual(["assets", "image", "pictures", "portraits"]);
    const changed = await bumped("markdown-it");
    expect(changed).toContain("read");
    expect(changed).not.toContain("segment");
  });
});

test("a file that is read and not imported is code too", async () => {
  const file = join(project, "dist/site/card/glyphs.bin.br");
  const bytes = readFileSync(file);
  appendFileSync(file, "x");
  const keys = await keysIn(project);
  writeFileSync(file, bytes);
  const names = Object.keys(keys) as TaskName[];
  expect(names.filter((name) => keys[name] !== before[name])).toEqual(["cards"]);
});
