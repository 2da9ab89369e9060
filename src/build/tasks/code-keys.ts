import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Metafile, Plugin } from "esbuild";
import { InstalledPackages } from "../project/installed-packages.ts";
import { IS_COMPILED, MODULES, sourceFile } from "../project/project.ts";
import { TASKS, type Task, type TaskName } from "./tasks.ts";

/** The hash of the code of each task, by its name. */
export type CodeKeys = Readonly<Record<TaskName, string>>;

/** Our own code of a task: a hash, and the packages that it imports itself. */
interface TaskCode {
  readonly hash: string;
  readonly packages: readonly string[];
}

const TASK_NAMES = Object.keys(TASKS) as TaskName[];

/** Beside our modules, where they are compiled: the code of each task. */
const FILE = "code-keys.json";

/** Made once in a process, so that all of a build goes by the same code. */
let known: CodeKeys | undefined;

/**
 * The key of every task's code: the bundle of its module, without unused code and comments; the files that it
 * reads; the versions of its packages, as they are installed.
 */
export async function codeKeys(): Promise<CodeKeys> {
  known ??= keysOf(await codeOfTasks(), MODULES);
  return known;
}

/** To bundle them takes a second of the processor: that is done when they are compiled. */
async function codeOfTasks(): Promise<Record<TaskName, TaskCode>> {
  if (!IS_COMPILED) return hashTasks(MODULES);
  return JSON.parse(readFileSync(join(MODULES, FILE), "utf8"));
}

/** @param modules the folder of our modules, which gets the code of the tasks that they are */
export async function writeTaskCode(modules: string): Promise<void> {
  writeFileSync(join(modules, FILE), JSON.stringify(await hashTasks(modules)));
}

/** @param modules the folder of our modules, from which packages are looked for */
export function keysOf(code: Record<TaskName, TaskCode>, modules: string): CodeKeys {
  const installed = new InstalledPackages(modules);
  const keys = TASK_NAMES.map((name) => {
    const { hash, packages } = code[name];
    const all = [hash, ...installed.under(packages)].join("\0");
    return [name, createHash("sha256").update(all).digest("hex")];
  });
  return Object.fromEntries(keys);
}

/** @param modules the folder of our modules */
export async function hashTasks(modules: string): Promise<Record<TaskName, TaskCode>> {
  const { texts, metafile } = await bundle(modules);
  const codes = TASK_NAMES.map((name) => {
    const entries = entriesOf(name);
    const hash = createHash("sha256");
    for (const entry of entries) hash.update(`\0${texts.get(entry) ?? ""}`);
    for (const file of filesOf(name)) hash.update(readFileSync(join(modules, file)));
    const packages = new Set(entries.flatMap((entry) => packagesOf(entry, metafile)));
    return [name, { hash: hash.digest("hex"), packages: [...packages].sort() }];
  });
  return Object.fromEntries(codes);
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
  // Only who compiles, or runs modules that are not, bundles.
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
  return names;
}
