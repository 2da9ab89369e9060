import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Compiles src to dist, file by file: what npm packs, and what the commands of this repository run. In
 * JavaScript, for it runs before anything is compiled.
 */

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = join(PROJECT, "src");
const COMPILED = join(PROJECT, "dist");
/** In dist: what it was made from. */
const STAMP = ".stamp";
const MODULE = /\.tsx?$/;
const NO_CODE = /^tsconfig\.json$|\.d\.ts$/;
/** Pages of this repository's own newspaper: no code of the engine. */
const OWN_PAGES = `pages${sep}`;

/** Compiles where a file of src is another one than what was compiled, by its size and time. */
export async function compileChanged() {
  const files = filesIn(SOURCES);
  const stamp = stampOf(files);
  if (stamp === stampIn(COMPILED)) return;
  await compile(files, stamp);
}

/** @returns the files of a folder, from it */
function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !NO_CODE.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !file.startsWith(OWN_PAGES))
    .sort();
}

function stampOf(files) {
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(SOURCES, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function stampIn(folder) {
  const file = join(folder, STAMP);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Beside the old one and then in its place: another command may be running by it. */
async function compile(files, stamp) {
  const folder = `${COMPILED}.${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  await translate(
    files.filter((file) => MODULE.test(file)),
    folder,
  );
  for (const file of files.filter((one) => !MODULE.test(one))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(SOURCES, file), join(folder, file));
  }
  const { writeTaskCode } = await import(
    pathToFileURL(join(folder, "build/tasks/code-keys.js")).href
  );
  await writeTaskCode(folder);
  writeFileSync(join(folder, STAMP), stamp);
  replace(folder, stamp);
}

/** Each module by itself; a bundle of theirs has the same bytes as one of the sources. */
async function translate(modules, folder) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: SOURCES,
    entryPoints: modules,
    outbase: SOURCES,
    outdir: folder,
    write: false,
    format: "esm",
    target: "es2023",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(IMPORTED, '$1"$2.js"'));
  }
}

/** As esbuild writes imports: what is of ours has another ending now. */
const IMPORTED = /\b(from |import |import\()"(\.{1,2}\/[^"\n]+)\.tsx?"/g;

/** Where somebody else has just compiled the same, theirs stays. */
function replace(folder, stamp) {
  const old = `${folder}.old`;
  if (stampIn(COMPILED) !== stamp) {
    if (existsSync(COMPILED)) renameSync(COMPILED, old);
    renameSync(folder, COMPILED);
  }
  for (const one of [folder, old]) rmSync(one, { recursive: true, force: true });
}

/** Types of what others import of us; where TypeScript is not installed, nobody of these is here. */
function declareTypes() {
  const { resolve } = createRequire(import.meta.url);
  let compiler;
  try {
    compiler = join(dirname(resolve("typescript/package.json")), "bin/tsc");
  } catch {
    return;
  }
  const options = ["--project", join(SOURCES, "tsconfig.json"), "--noCheck"];
  const { status } = spawnSync(process.execPath, [compiler, ...options], { stdio: "inherit" });
  if (status !== 0) throw new Error("Types cannot be declared");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compileChanged();
  if (process.argv.includes("--types")) declareTypes();
}
