import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentAt, tableUnder } from "../docs/documents.ts";

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lockfile = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { "": _project, ...packages } = lockfile.packages as Record<string, Locked>;
const LOCKED = Object.entries(packages);

/** Paths in the lockfile, without the folder that all of them begin with. */
function pathsOf(entries: readonly [string, Locked][]): string[] {
  return entries.map(([path]) => path.replace("node_modules/", ""));
}

test("the lockfile names every package by SHA-512, and none by an address", () => {
  expect(lockfile.lockfileVersion).toBe(3);
  expect(LOCKED.length).toBeGreaterThan(500);
  const foreign = LOCKED.filter(([path, { integrity, resolved, link }]) => {
    const isHashed = integrity?.startsWith("sha512-");
    return !isHashed || resolved !== undefined || link || !path.startsWith("node_modules/");
  });
  expect(pathsOf(foreign)).toEqual([]);
});

test("package.json names exact versions", () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = { ...dependencies, ...devDependencies, ...optionalDependencies };
  expect(Object.values(versions).filter((one) => !/^\d+\.\d+\.\d+$/.test(String(one)))).toEqual([]);
});

// esbuild's only makes its command start faster; koffi's builds from source where no binary of its own fits,
// and without koffi a site is exchanged by renames.
test("no install script is needed: those that there are have been looked at", () => {
  const scripted = LOCKED.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(pathsOf(scripted)).toEqual(["esbuild", "koffi"]);
});

/** docs/licences.md: a row of licences, then whether what builds sites may have them. */
const TABLE = tableUnder(documentAt("docs/licences.md"), "## Packages");
const licencesOf = (rows: readonly string[][]) => rows.flatMap(([names = ""]) => names.split(", "));
const BUILDING = new Set(licencesOf(TABLE.filter(([, builds]) => builds === "yes")));
const ALL = new Set(licencesOf(TABLE));
/** It names no licence as SPDX wants it; docs/licences.md says what its LICENSE is. */
const UNNAMED = "parse-cache-control";

test("every package is under a licence that docs/licences.md allows for its part", () => {
  expect(BUILDING.size).toBeLessThan(ALL.size);
  const refused = LOCKED.filter(
    ([, { license = "", dev }]) => !(dev ? ALL : BUILDING).has(license),
  );
  expect(pathsOf(refused)).toEqual([UNNAMED]);
});
