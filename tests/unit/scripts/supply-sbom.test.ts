import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseLockfile, readLockfile } from "../../../scripts/supply/lockfile.ts";
import { billOfMaterials } from "../../../scripts/supply/sbom.ts";

const VERSION: string = JSON.parse(readFileSync("package.json", "utf8")).version;

const LOCK = {
  lockfileVersion: 3,
  packages: {
    "": {
      name: "x",
      version: "1.0.0",
      license: "MIT",
      devDependencies: { a: "1.0.0", b: "1.0.0" },
    },
    "node_modules/a": {
      version: "1.0.0",
      integrity: `sha512-${Buffer.from("hash").toString("base64")}`,
      license: "(MIT OR ISC)",
      dev: true,
      dependencies: { "@o/c": "^2.0.0" },
    },
    "node_modules/a/node_modules/@o/c": { version: "2.0.0", license: "MIT", dev: true },
    "node_modules/@o/c": { version: "1.0.0", license: "MIT", optional: true },
    "node_modules/b": { version: "1.0.0", license: "MIT", peerDependencies: { "@o/c": "*" } },
    "node_modules/b/node_modules/a": { version: "1.0.0", license: "(MIT OR ISC)" },
  },
};

interface Bill {
  readonly serialNumber: string;
  readonly components: readonly Record<string, unknown>[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

function bill(lock: object = LOCK): Bill {
  return JSON.parse(billOfMaterials(parseLockfile(JSON.stringify(lock)))) as Bill;
}

test("a component for each version of a package, in the widest of its scopes", () => {
  const { components } = bill();
  expect(components.map((one) => [one["bom-ref"], one.scope])).toEqual([
    ["@o/c@1.0.0", "optional"],
    ["@o/c@2.0.0", "excluded"],
    ["a@1.0.0", "required"],
    ["b@1.0.0", "required"],
  ]);
  expect(components[0]).toMatchObject({
    name: "@o/c",
    purl: "pkg:npm/%40o/c@1.0.0",
    licenses: [{ license: { id: "MIT" } }],
  });
  expect(components[2]).toMatchObject({ licenses: [{ expression: "(MIT OR ISC)" }] });
});

test("who needs whom, found from inside outwards as Node does", () => {
  expect(bill().dependencies).toEqual([
    { ref: "@o/c@1.0.0", dependsOn: [] },
    { ref: "@o/c@2.0.0", dependsOn: [] },
    { ref: "a@1.0.0", dependsOn: ["@o/c@2.0.0"] },
    { ref: "b@1.0.0", dependsOn: ["@o/c@1.0.0"] },
    { ref: "x@1.0.0", dependsOn: ["a@1.0.0", "b@1.0.0"] },
  ]);
});

test("the same lockfile makes the same bill, another one another serial number", () => {
  const lockfile = readLockfile();
  expect(billOfMaterials(lockfile)).toBe(billOfMaterials(readLockfile()));
  const { serialNumber } = JSON.parse(billOfMaterials(lockfile)) as Bill;
  expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  expect(bill().serialNumber).not.toBe(serialNumber);
});

test("every package of the project stands in its bill once, with hash and licence", () => {
  const lockfile = readLockfile();
  const { components, dependencies } = JSON.parse(billOfMaterials(lockfile)) as Bill;
  const refs = components.map((one) => one["bom-ref"]);
  const labels = new Set(lockfile.packages.map(({ name, version }) => `${name}@${version}`));
  expect(refs).toEqual([...labels].toSorted());
  for (const { hashes, licenses, name } of components) {
    const hash = { alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) };
    expect(hashes, String(name)).toEqual([hash]);
    expect(licenses, String(name)).toHaveLength(1);
  }
  const known = new Set([...refs, `vestnik@${VERSION}`]);
  for (const { ref, dependsOn } of dependencies) {
    for (const one of [ref, ...dependsOn]) expect(known).toContain(one);
  }
});
