import { z } from "zod";
import { HELD_BACK, type HeldBack } from "./held-back.ts";
import { type LockedPackage, type Lockfile, labelOf } from "./lockfile.ts";
import { askNpm, type NpmAnswer } from "./npm.ts";
import { NPM_VERSIONS } from "./npm-versions.ts";
import type { CheckResult } from "./result.ts";

/** How many questions to the registry are open at once. */
const AT_ONCE = 4;

/** `npm view` leaves out what there is none of, and then prints the only value without its name. */
const releaseSchema = z.union([
  z.string().transform((version) => ({ version, engines: undefined })),
  z.object({
    version: z.string(),
    engines: z.object({ node: z.string().optional() }).optional(),
  }),
]);

/** A package that package.json names, and what the registry says of its last release. */
export interface Release {
  readonly name: string;
  /** The version in the lockfile. */
  readonly version: string;
  readonly answer: NpmAnswer;
}

/** The newest npm that the lockfile is tried with. */
const NEWEST_NPM = { name: "npm", version: NPM_VERSIONS.at(-1)?.version ?? "" };

/**
 * Asks for the last release of everything that package.json names, and of npm. `npm outdated` would not
 * do: it passes over releases that want another Node than the one it runs on.
 */
export async function checkReleases(lockfile: Lockfile): Promise<CheckResult> {
  const waiting = [NEWEST_NPM, ...directPackages(lockfile)];
  const releases: Release[] = [];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const answer = await askNpm(["view", `${one.name}@latest`, "version", "engines"]);
      releases.push({ name: one.name, version: one.version, answer });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return judgeReleases(releases.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

function directPackages({ project, packages }: Lockfile): LockedPackage[] {
  const names = Object.keys({ ...project.dependencies, ...project.devDependencies });
  const paths = new Set(names.map((name) => `node_modules/${name}`));
  return packages.filter(({ path }) => paths.has(path));
}

/**
 * Whatever is behind its last release has a reason, and no reason is left of what is not.
 *
 * @param reasons by name
 */
export function judgeReleases(
  releases: readonly Release[],
  reasons: Readonly<Record<string, HeldBack>> = HELD_BACK,
): CheckResult {
  const notes = releases.flatMap((release) => noteOf(release, reasons[release.name]));
  const heldBack = releases.filter(({ name }) => reasons[name] !== undefined).map(labelOf);
  const names = heldBack.length === 0 ? "" : `; behind with reason: ${heldBack.join(", ")}`;
  const summary = `${releases.length} packages asked after${names}`;
  return { check: "releases", summary, failures: [], notes };
}

function noteOf({ name, version, answer }: Release, held: HeldBack | undefined): string[] {
  const label = `${name} ${version}`;
  if ("reason" in answer) return [`${label} not checked: ${answer.reason}`];
  const release = releaseSchema.safeParse(answer.json);
  if (!release.success) return [`${label} not checked: the registry gave no answer`];
  const { version: last, engines } = release.data;
  const isLast = last === version;
  if (isLast && held !== undefined) return [`${label} is the last release: take its reason away`];
  if (isLast) return [];
  const node = engines?.node === undefined ? "" : `, which wants Node ${engines.node}`;
  const behind = `${label} is behind ${last}${node}`;
  if (held === undefined) return [`${behind}: move to it, or say why not in held-back.ts`];
  return held.version === version ? [] : [`${behind}: its reason is for ${held.version}`];
}
