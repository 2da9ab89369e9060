import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkActions } from "../../../scripts/supply/actions.ts";
import { checkInstallScripts } from "../../../scripts/supply/install-scripts.ts";
import { licenceList } from "../../../scripts/supply/licence-list.ts";
import { checkLicences } from "../../../scripts/supply/licences.ts";
import { parseLockfile, readLockfile } from "../../../scripts/supply/lockfile.ts";
import { checkLockfile } from "../../../scripts/supply/lockfile-check.ts";
import { isAllowed } from "../../../scripts/supply/spdx.ts";
import { temporaryFolder } from "../temporary.ts";

const A = { version: "1.0.0", integrity: "sha512-AAAA", license: "MIT" };

function lockfile(entries: object, project: object = {}, lockfileVersion = 3) {
  const packages = { "": { name: "x", version: "1.0.0", ...project }, ...entries };
  return parseLockfile(JSON.stringify({ lockfileVersion, packages }));
}

function withA(fields: object) {
  return lockfile({ "node_modules/a": { ...A, ...fields } });
}

/** A project where package «a» is installed with these fields in its package.json. */
function installed(fields: object): string {
  const manifest = JSON.stringify({ version: "1.0.0", license: "MIT", ...fields });
  return temporaryFolder({ "node_modules/a/package.json": manifest });
}

test("the project's own lockfile is right", () => {
  expect(checkLockfile(readLockfile()).failures).toEqual([]);
});

test.each([
  ["an address", withA({ resolved: "https://example.org/a.tgz" }), "node_modules/a is bound to an"],
  ["no integrity", withA({ integrity: undefined }), "node_modules/a has no integrity"],
  ["SHA-1", withA({ integrity: "sha1-AAAA" }), "node_modules/a has a weak hash"],
  ["a link", withA({ link: true }), "node_modules/a is a link"],
  ["a folder", lockfile({ "packages/a": A }), "packages/a is a folder of the project"],
  ["git", withA({ dependencies: { b: "git+ssh://x/b.git" } }), "a@1.0.0 wants b from «git+ssh:"],
  ["GitHub", withA({ optionalDependencies: { b: "o/b" } }), "a@1.0.0 wants b from «o/b»"],
  ["a range", lockfile({}, { dependencies: { a: "^1.0.0" } }), "package.json: a «^1.0.0»"],
  ["a tag", lockfile({}, { devDependencies: { a: "latest" } }), "package.json: a «latest»"],
  ["an old form", lockfile({}, {}, 2), "lockfileVersion is 2"],
])("a lockfile with %s fails", (_, broken, failure) => {
  const { failures } = checkLockfile(broken);
  expect(failures).toEqual([expect.stringContaining(failure)]);
});

test("an alias of the registry is no foreign dependency", () => {
  expect(checkLockfile(withA({ dependencies: { b: "npm:@o/b@^1.0.0" } })).failures).toEqual([]);
});

test("no install script of the project's packages is without a reason", () => {
  expect(checkInstallScripts(readLockfile()).failures).toEqual([]);
});

test.each([
  ["the lockfile", withA({ hasInstallScript: true }), temporaryFolder()],
  ["the package", withA({}), installed({ scripts: { postinstall: "node evil.js" } })],
])("an install script that %s tells of needs a reason", (_, lock, folder) => {
  expect(checkInstallScripts(lock, folder, {}).failures).toEqual([
    "a@1.0.0 has an install script, and no reason why it is not needed",
  ]);
  expect(checkInstallScripts(lock, folder, { a: "it only greets" }).failures).toEqual([]);
});

test("a reason for an install script that is gone fails", () => {
  const { failures } = checkInstallScripts(withA({}), temporaryFolder(), { a: "why" });
  expect(failures).toEqual([expect.stringContaining("take its reason away")]);
});

test("the licences of the project's packages are allowed, and are what they say of themselves", () => {
  expect(checkLicences(readLockfile()).failures).toEqual([]);
});

test.each([
  [{ license: "GPL-3.0-only" }, "«GPL-3.0-only» is not allowed in production"],
  [{ license: "MPL-2.0" }, "«MPL-2.0» is not allowed in production"],
  [{ license: "AGPL-3.0-only", dev: true }, "«AGPL-3.0-only» is not allowed in development"],
  [{ license: "MIT AND" }, "is no SPDX expression"],
  [{ license: undefined }, "a@1.0.0 names no licence"],
])("%j fails", (fields, failure) => {
  const { failures } = checkLicences(withA(fields), installed(fields));
  expect(failures).toContainEqual(expect.stringContaining(failure));
});

test("what tests may be under a licence that what builds may not", () => {
  const fields = { license: "MPL-2.0", dev: true };
  const failures = checkLicences(withA(fields), installed(fields)).failures;
  expect(failures.filter((one) => one.startsWith("a@"))).toEqual([]);
});

test.each([
  [{ license: "ISC" }, "it says «ISC» of itself, the lockfile says «MIT»"],
  [{ version: "1.0.1" }, "1.0.1 is installed, the lockfile says 1.0.0"],
])("an installed package with %j contradicts the lockfile", (fields, failure) => {
  const { failures } = checkLicences(withA({}), installed(fields));
  expect(failures).toContainEqual(expect.stringContaining(failure));
});

test.each([
  ["MIT", true],
  ["GPL-3.0-only", false],
  ["GPL-3.0-only OR MIT", true],
  ["GPL-3.0-only AND MIT", false],
  ["(MIT AND ISC)", true],
  ["MIT OR GPL-3.0-only AND X", true],
  ["(MIT OR GPL-3.0-only) AND X", false],
])("%s is allowed: %s", (expression, expected) => {
  expect(isAllowed(expression, new Set(["MIT", "ISC"]))).toBe(expected);
});

test.each(["", "MIT OR", "(MIT", "MIT)", "MIT ISC", "GPL-2.0 WITH X"])(
  "«%s» is no expression",
  (expression) => {
    expect(() => isAllowed(expression, new Set(["MIT"]))).toThrow(SyntaxError);
  },
);

test("docs/licences.md is what the lockfile makes: npm run supply -- --licences docs/licences.md", () => {
  expect(readFileSync("docs/licences.md", "utf8")).toBe(licenceList(readLockfile()));
});

test("the list does not depend on the order of the lockfile", () => {
  const [a, b] = [A, { ...A, license: "ISC" }];
  const one = lockfile({ "node_modules/a": a, "node_modules/b": b });
  const other = lockfile({ "node_modules/b": b, "node_modules/a": a });
  expect(licenceList(one)).toBe(licenceList(other));
});

test("every action of the project's workflows is pinned", () => {
  const { failures, summary } = checkActions();
  expect(failures).toEqual([]);
  expect(Number.parseInt(summary, 10)).toBeGreaterThan(20);
});

const HASH = "08c6903cd8c0fde910a37f88322edcfb5dd907a8";

test.each([
  ["actions/checkout@v5", false],
  ["actions/checkout@main # v5", false],
  [`actions/checkout@${HASH}`, false],
  [`actions/checkout@${HASH.slice(1)} # v5`, false],
  ["docker://node:22", false],
  [`actions/checkout@${HASH} # v5.0.0`, true],
  [`actions/cache/restore@${HASH} # v5.0.1`, true],
  ["./.github/actions/own", true],
])("uses: %s is pinned: %s", (uses, expected) => {
  const workflow = `jobs:\n  a:\n    steps:\n      - uses: ${uses}\n`;
  const folder = temporaryFolder({ ".github/workflows/a.yml": workflow });
  const { failures } = checkActions(folder);
  expect(failures).toEqual(expected ? [] : [expect.stringContaining(`a.yml:4: «${uses}»`)]);
});
