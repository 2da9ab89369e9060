import { createHash } from "node:crypto";
import { licenceOf } from "./licences.ts";
import { type LockedPackage, type Lockfile, labelOf } from "./lockfile.ts";

/** RFC 9562: what names are hashed into where they are addresses. */
const ADDRESSES = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/**
 * A bill of materials in CycloneDX 1.6 (JSON): every package of the lockfile with its licence and
 * hash, and who needs whom. The same lockfile makes the same bytes: no clock, and a serial number made
 * from the lockfile. `npm sbom` refuses this lockfile, since optional peers of some packages are there
 * in other versions than they ask for.
 *
 * @returns JSON with a line end
 */
export function billOfMaterials(lockfile: Lockfile): string {
  const { project, text } = lockfile;
  const hash = createHash("sha256").update(text).digest("hex");
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(`https://spdx.org/rdf/terms#sha256-${hash}`)}`,
    version: 1,
    metadata: {
      lifecycles: [{ phase: "pre-build" }],
      component: { type: "application", ...identity(project) },
    },
    components: components(lockfile),
    dependencies: dependencies(lockfile),
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

function identity(one: LockedPackage) {
  const { name, version } = one;
  const licence = licenceOf(one);
  const isExpression = licence !== undefined && /[\s(]/.test(licence);
  const licences = isExpression ? [{ expression: licence }] : [{ license: { id: licence } }];
  return {
    "bom-ref": labelOf(one),
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    ...(licence === undefined ? {} : { licenses: licences }),
  };
}

/** One for each version of a package, however often it is installed: the widest of its scopes. */
function components({ packages }: Lockfile) {
  const found = new Map<string, LockedPackage>();
  for (const one of packages) {
    const known = found.get(labelOf(one));
    if (known === undefined || breadth(one) > breadth(known)) found.set(labelOf(one), one);
  }
  return [...found].toSorted(byFirst).map(([, one]) => ({
    type: "library",
    ...identity(one),
    scope: SCOPES[breadth(one)],
    hashes: one.integrity === undefined ? [] : [hashOf(one.integrity)],
  }));
}

/** What only tests is «excluded»: it is not part of what runs when a site is built. */
const SCOPES = ["excluded", "optional", "required"] as const;

function breadth({ dev, optional }: LockedPackage): 0 | 1 | 2 {
  if (dev) return 0;
  return optional ? 1 : 2;
}

function hashOf(integrity: string) {
  const digest = integrity.replace(/^sha512-/, "");
  return { alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") };
}

function dependencies({ project, packages }: Lockfile) {
  const byPath = new Map(packages.map((one) => [one.path, one]));
  const found = new Map<string, Set<string>>();
  for (const one of [project, ...packages]) {
    const needs = found.get(labelOf(one)) ?? new Set();
    for (const name of neededBy(one)) {
      const needed = resolve(one.path, name, byPath);
      if (needed !== undefined) needs.add(labelOf(needed));
    }
    found.set(labelOf(one), needs);
  }
  return [...found]
    .toSorted(byFirst)
    .map(([ref, needs]) => ({ ref, dependsOn: [...needs].toSorted() }));
}

function neededBy(one: LockedPackage): string[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = one;
  const own = one.path === "" ? devDependencies : {};
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies, ...own });
}

/** Where Node would find a package: beside the one that asks, then outwards. */
function resolve(
  from: string,
  name: string,
  byPath: ReadonlyMap<string, LockedPackage>,
): LockedPackage | undefined {
  const found = byPath.get(`${from === "" ? "" : `${from}/`}node_modules/${name}`);
  if (found !== undefined || from === "") return found;
  const outer = from.lastIndexOf("/node_modules/");
  return resolve(outer === -1 ? "" : from.slice(0, outer), name, byPath);
}

/** RFC 9562, version 5. */
function uuidOf(name: string): string {
  const bytes = createHash("sha1").update(ADDRESSES).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
