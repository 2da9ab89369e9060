import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type CodeKeys, hashTasks } from "../../../src/build/code-keys.ts";
import { MODULES, PROJECT } from "../../../src/build/index.ts";
import type { TaskName } from "../../../src/build/tasks.ts";
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

const project = copyOfProject();
let before: CodeKeys;

beforeAll(async () => {
  before = (await hashTasks(join(project, "dist"))).keys;
});

/** «src/content/cut.ts» is «dist/content/cut.js»; styles are copied. */
function compiledOf(file: string): string {
  return file.replace(/^src\//, "dist/").replace(/\.tsx?$/, ".js");
}

/** @returns the tasks whose code is another one after a change, which is taken back */
async function changedBy(file: string, change: (text: string) => string): Promise<TaskName[]> {
  const path = join(project, compiledOf(file));
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  writeFileSync(path, changed);
  const { keys } = await hashTasks(join(project, "dist"));
  writeFileSync(path, text);
  const names = Object.keys(keys) as TaskName[];
  return names.filter((name) => keys[name] !== before[name]).sort();
}

describe("code that a task does not run makes nothing anew:", () => {
  test.each([
    "src/content/check/article-check.ts",
    "src/content/import/index.ts",
    "src/content/archive/articles.ts",
    "src/site/pages/lists/front.tsx",
    "src/search/engine/fuse.ts",
    "src/build/staging.ts",
  ])("a comment in %s", async (file) => {
    expect(await changedBy(file, (text) => `// Ещё одно слово.\n${text}`)).toEqual([]);
  });

  test.each([
    "src/content/check/article-check.ts",
    "src/content/import/index.ts",
    "src/build/go-live.ts",
  ])("a statement in %s", async (file) => {
    expect(await changedBy(file, (text) => `${text}\nexport const more = 1;\n`)).toEqual([]);
  });
});

describe("code that a task runs makes anew what it makes:", () => {
  test.each([
    ["src/site/pages/lists/front.tsx", "front", "front2", ["lists"]],
    ["src/site/feeds/portable-html.ts", "1200", "1600", ["feeds"]],
    ["src/site/pages/slice/article.tsx", "page.articles", "page.headlines", ["pages"]],
    [
      "src/site/components/footer.tsx",
      "footer-name",
      "footer-title",
      ["feeds", "lists", "pages", "year"],
    ],
    ["src/content/model/front-matter.ts", "---", "----", ["read"]],
    ["src/site/styles/tokens.css", "{", "{ --more: 1;", ["assets"]],
    ["src/search/engine/fuse.ts", "  return", "  globalThis.more; return", ["assets"]],
    ["src/site/card/card.ts", "  return", "  globalThis.more; return", ["cards"]],
    ["src/index/segment/lists.ts", "  return", "  globalThis.more; return", ["segment"]],
    ["src/admin/fields.ts", "  return", "  globalThis.more; return", ["admin"]],
  ] as const)("%s", async (file, from, to, tasks) => {
    expect(await changedBy(file, (text) => text.replace(from, to))).toEqual(tasks);
  });
});

describe("of packages those count that a task imports, with what they need:", () => {
  /** A package as npm would have installed it in another version. */
  async function bumped(name: string): Promise<string[]> {
    const folder = copyOfProject();
    const modules = join(folder, "node_modules");
    const { rmSync, mkdirSync, readdirSync } = await import("node:fs");
    rmSync(modules);
    mkdirSync(modules);
    for (const one of readdirSync(join(PROJECT, "node_modules"))) {
      if (one !== name) symlinkSync(join(PROJECT, "node_modules", one), join(modules, one));
    }
    const file = join(PROJECT, "node_modules", name, "package.json");
    const text = readFileSync(file, "utf8").replace(/"version": "[^"]+"/, '"version": "99.0.0"');
    mkdirSync(join(modules, name));
    writeFileSync(join(modules, name, "package.json"), text);
    const { keys } = await hashTasks(join(folder, "dist"));
    const names = Object.keys(keys) as TaskName[];
    return names.filter((task) => keys[task] !== before[task]).sort();
  }

  test("a tool of developers makes nothing anew", async () => {
    expect(await bumped("vitest")).toEqual([]);
    expect(await bumped("typescript")).toEqual([]);
  });

  test("a library makes anew what is made with it", async () => {
    expect(await bumped("sharp")).toEqual(["assets", "image", "pictures", "portraits"]);
    expect(await bumped("markdown-it")).toContain("read");
    expect(await bumped("markdown-it")).not.toContain("segment");
  });
});

test("a file that is read and not imported is code too", async () => {
  const file = join(project, "dist/site/card/glyphs.bin.br");
  const bytes = readFileSync(file);
  appendFileSync(file, "x");
  const { keys } = await hashTasks(join(project, "dist"));
  writeFileSync(file, bytes);
  const names = Object.keys(keys) as TaskName[];
  expect(names.filter((name) => keys[name] !== before[name])).toEqual(["cards"]);
});
