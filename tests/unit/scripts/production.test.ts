import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { documentAt, tableUnder } from "../docs/documents.ts";

/** Editors and their CI install with `npm ci --omit=dev`: what they run needs nothing else. */
const { scripts, dependencies, optionalDependencies, peerDependencies } = JSON.parse(
  readFileSync("package.json", "utf8"),
) as Record<Field, Readonly<Record<string, string>>>;

type Field = "scripts" | "dependencies" | "optionalDependencies" | "peerDependencies";

/** A new command counts as one of editors until it stands in the makers' table. */
const MAKERS = new Set(
  tableUnder(documentAt("docs/commands.md"), "## For makers of Vestnik")
    .flatMap(([cell = ""]) => [...cell.matchAll(/`npm (?:run )?([\w:-]+)/g)])
    .map(([, name = ""]) => name),
);
const COMMANDS = Object.entries(scripts).filter(
  ([name]) => name === "prepare" || !MAKERS.has(name),
);
/** The editor is installed by those who ask for it, and told of where it is missing. */
const INSTALLED = new Set(
  Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }),
);

/** Eleventy loads templates, and esbuild the browser's code, without an import: so all of them. */
const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
  .map((name) => join("src", name));

/** «@a/b/c» is of the package «@a/b». */
function packageOf(path: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;
}

const isOfNode = (path: string): boolean =>
  path.startsWith("node:") || builtinModules.includes(path);

/** @returns by package, which files import it when they run; types are none */
async function packagesOf(files: readonly string[]): Promise<Map<string, string[]>> {
  const contents = files.map((file) => `import "./${file}";`).join("\n");
  const { metafile } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
    metafile: true,
    loader: { ".css": "empty" },
    external: ["*.woff2"],
  });
  const importers = new Map<string, string[]>();
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    for (const { path, external } of imports) {
      if (external !== true || isOfNode(path)) continue;
      const name = packageOf(path);
      importers.set(name, [...(importers.get(name) ?? []), file]);
    }
  }
  return importers;
}

test("every command is one of vestnik's, or compiles it", () => {
  for (const [name, command] of COMMANDS) {
    expect(command, name).toMatch(/^node scripts\/(?:vestnik\.js [\w-]+|compile\.js.*)$/);
  }
});

test("what editors run imports no package of development", async () => {
  const importers = await packagesOf(["scripts/compile.js", ...SOURCES]);
  expect(importers.size).toBeGreaterThan(15);
  const missing = [...importers].filter(([name]) => !INSTALLED.has(name));
  expect(missing).toEqual([]);
});

test("nor does it look for one by its name", () => {
  const found = SOURCES.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bresolve\("([^"]+)"\)/g)].map(([, path = ""]) => ({
      file,
      name: packageOf(path),
    })),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ name }) => !name.startsWith(".") && !INSTALLED.has(name))).toEqual([]);
});
