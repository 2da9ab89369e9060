import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Metafile, Plugin } from "esbuild";
import { writeCacheFile } from "../cache/cache-folder.ts";
import { InstalledPackages } from "../project/installed-packages.ts";
import { MODULES, sourceFile } from "../project/project.ts";
import { TASKS, type Task, type TaskName } from "./tasks.ts";

/** The hash of the code of each task, by its name. */
export type CodeKeys = Readonly<Record<TaskName, string>>;

const TASK_NAMES = Object.keys(TASKS) as TaskName[];

/** Lies in the cache: the keys, and the size and time of every file that they were made from. */
const FILE = "code-keys.json";

interface Kept {
  readonly files: Readonly<Record<string, readonly [size: number, modifiedMs: number]>>;
  readonly keys: CodeKeys;
}

/** Read once in a process, so that all of a build goes by the same code. */
let known: CodeKeys | undefined;

/**
 * The key of every task's code: the bundle of its module, without unused code and comments; the files that it
 * reads; the versions of its packages.
 *
 * @param cache the folder in which keys are kept: they are made anew where one of their files has changed
 */
export async function codeKeys(cache: string): Promise<CodeKeys> {
  known ??= kept(cache) ?? (await made(cache));
  return known;
}

function kept(cache: string): CodeKeys | undefined {
  try {
    const { files, keys } = JSON.parse(readFileSync(join(cache, FILE), "utf8")) as Kept;
    const isSame = Object.entries(files).every(([path, [size, time]]) => {
      const found = statSync(join(MODULES, path));
      return found.size === size && found.mtimeMs === time;
    });
    return isSame && TASK_NAMES.every((name) => name in keys) ? keys : undefined;
  } catch {
    return undefined;
  }
}

async function made(cache: string): Promise<CodeKeys> {
  const { keys, files } = await hashTasks(MODULES);
  const stamps = files.map((path) => {
    const { size, mtimeMs } = statSync(join(MODULES, path));
    return [path, [size, mtimeMs]] as const;
  });
  writeCacheFile(cache, FILE, JSON.stringify({ files: Object.fromEntries(stamps), keys }));
  return keys;
}

/**
 * @param modules the folder of our modules
 * @returns the hash of the code of each task; and the files that they depend on, from the folder
 */
export async function hashTasks(
  modules: string,
): Promise<{ readonly keys: CodeKeys; readonly files: readonly string[] }> {
  const { texts, metafile } = await bundle(modules);
  const installed = new InstalledPackages(modules);
  const keys = TASK_NAMES.map((name) => {
    const hash = createHash("sha256");
    for (const entry of entriesOf(name)) {
      hash.update(`\0${texts.get(entry) ?? ""}`);
      for (const one of installed.under(packagesOf(entry, metafile))) hash.update(`\0${one}`);
    }
    for (const file of filesOf(name)) hash.update(readFileSync(join(modules, file)));
    return [name, hash.digest("hex")] as const;
  });
  const packages = installed.files().map((file) => relative(modules, file));
  const files = [...Object.keys(metafile.inputs), ...TASK_NAMES.flatMap(filesOf), ...packages];
  return {
    keys: Object.fromEntries(keys) as CodeKeys,
    files: [...new Set(files)].filter((file) => existsSync(join(modules, file))),
  };
}

/** The module of a task, and what it bundles for browsers. */
function entriesOf(name: TaskName): string[] {
  const task: Task = TASKS[name];
  return [`build/tasks/${name}`, ...(task.bundles ?? [])].map(sourceFile);
}

function filesOf(name: TaskName): readonly string[] {
  const task: Task = TASKS[name];
  return task.reads ?? [];
}

/** Our modules have no side effects, so that unused ones are left out. */
const PURE: Plugin = {
  name: "pure",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\..*\.[jt]sx?$/ }, ({ path, resolveDir, kind }) =>
      kind === "entry-point" ? undefined : { path: join(resolveDir, path), sideEffects: false },
    ),
};

/** Comments and spaces are no code. */
async function bundle(modules: string) {
  // Where no file has changed, nothing is bundled.
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: modules,
    entryPoints: [...new Set(TASK_NAMES.flatMap(entriesOf))],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "bundled",
    platform: "node",
    format: "esm",
    target: "es2023",
    packages: "external",
    minifyWhitespace: true,
    legalComments: "none",
    loader: { ".woff2": "file" },
    plugins: [PURE],
    logLevel: "silent",
  });
  const byPath = new Map(outputFiles.map(({ path, text }) => [relative(modules, path), text]));
  const texts = Object.entries(metafile.outputs).map(([path, { entryPoint }]) => {
    return [entryPoint ?? path, byPath.get(path) ?? ""] as const;
  });
  return { texts: new Map(texts), metafile };
}

/** @returns the packages that an entry imports: «luxon», «@11ty/eleventy» */
function packagesOf(entry: string, { outputs }: Metafile): string[] {
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === entry);
  const names = (output?.imports ?? [])
    .filter(({ path, external }) => external === true && !path.startsWith("node:"))
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set(names)].sort();
}
