import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";

const SOURCES = {
  "src/cli/vestnik.ts":
    'import { word } from "../words.ts";\nconst said: string = word;\nconsole.log(said);\nawait import("./late.tsx");\n',
  "src/cli/late.tsx": "export const late = <b>поздно</b>;\n",
  "src/build/tasks/code-keys.ts":
    'import { writeFileSync } from "node:fs";\nexport const writeTaskCode = (modules: string) => writeFileSync(modules + "/code-keys.json", "{}");\n',
  "src/words.ts": 'export const word: string = "первое";\n',
  "src/site/site.css": "a { color: red }\n",
  "src/pages/own.md": "Своя.\n",
  "package.json": '{ "type": "module" }\n',
};

let folder: string;
const at = (path: string): string => join(folder, path);
const filesIn = (path: string): string[] =>
  readdirSync(at(path), { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(at(path), file)).isFile(),
  );

beforeEach(() => {
  folder = temporaryFolder(SOURCES);
  symlinkSync(join(process.cwd(), "node_modules"), at("node_modules"), "junction");
  mkdirSync(at("scripts"));
  for (const name of ["compile.js", "vestnik.js"]) {
    copyFileSync(join("scripts", name), at(`scripts/${name}`));
  }
});

/** Runs what an editor's command runs; @returns what it says */
async function run(): Promise<string> {
  const child = spawn(process.execPath, [at("scripts/vestnik.js")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(0);
  return said.trim();
}

test("a command runs what the sources say, and compiles them where they have changed", async () => {
  expect(await run()).toBe("первое");
  const compiled = statSync(at("dist/words.js"));
  expect(await run()).toBe("первое");
  expect(statSync(at("dist/words.js")).ino).toBe(compiled.ino);

  writeFileSync(at("src/words.ts"), 'export const word: string = "второе слово";\n');
  expect(await run()).toBe("второе слово");
});

test("what was compiled is what there is: files beside modules too, but no pages of a newspaper", async () => {
  await run();
  expect(filesIn("dist").toSorted()).toEqual([
    ".stamp",
    "build/tasks/code-keys.js",
    "cli/late.js",
    "cli/vestnik.js",
    "code-keys.json",
    "site/site.css",
    "words.js",
  ]);
  expect(readFileSync(at("dist/cli/late.js"), "utf8")).toContain("preact/jsx-runtime");
  rmSync(at("src/site"), { recursive: true });
  await run();
  expect(existsSync(at("dist/site"))).toBe(false);
});

test("commands that begin at once do not disturb each other", async () => {
  expect(await Promise.all([run(), run(), run(), run()])).toEqual(Array(4).fill("первое"));
  expect(readdirSync(folder).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
});
