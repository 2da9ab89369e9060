import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NPM_VERSIONS, type NpmVersion } from "./npm-versions.ts";
import type { CheckResult } from "./result.ts";

/** What `npm ci --dry-run` of one npm said, or why that npm is not at hand. */
export type NpmCiAnswer =
  | { readonly accepts: boolean; readonly output: string }
  | { readonly unfetched: string };

export interface AskedNpm extends NpmVersion {
  readonly answer: NpmCiAnswer;
}

interface Ran {
  readonly succeeded: boolean;
  readonly output: string;
}

/**
 * Asks every npm of the list whether `npm ci` would take the lockfile. Each is fetched as the package
 * that it is into a folder for temporary files, and run by the Node that runs this.
 *
 * @param folder of the project
 */
export async function checkNpmCi(folder = "."): Promise<CheckResult> {
  const asked: AskedNpm[] = [];
  // One after the other: each unpacks the whole lockfile in memory.
  for (const one of NPM_VERSIONS) {
    asked.push({ ...one, answer: await askNpmCi(one.version, folder) });
  }
  return judgeNpmCi(asked);
}

/**
 * An npm that refuses the lockfile fails. One that could not be fetched has said nothing, which is told
 * and is no pass: it fails where notes do.
 */
export function judgeNpmCi(asked: readonly AskedNpm[]): CheckResult {
  const failures: string[] = [];
  const notes: string[] = [];
  for (const { version, from, answer } of asked) {
    const label = `npm ${version} (${from})`;
    if ("unfetched" in answer) notes.push(`${label} not checked: ${answer.unfetched}`);
    else if (!answer.accepts) failures.push(`${label} refuses the lockfile: ${reasonIn(answer)}`);
  }
  const mend = `npx npm@${NPM_VERSIONS[0].version} install --package-lock-only`;
  if (failures.length > 0) failures.push(`write the lockfile with the oldest: ${mend}`);
  const names = asked.map(({ version }) => version).join(", ");
  const unchecked = notes.length === 0 ? "" : `; ${notes.length} of them not checked`;
  return { check: "npm ci", summary: `npm ${names}${unchecked}`, failures, notes };
}

async function askNpmCi(version: string, folder: string): Promise<NpmCiAnswer> {
  const place = mkdtempSync(join(tmpdir(), "vestnik-npm-"));
  try {
    const fetched = await fetchNpm(version, place);
    const npm = join(place, "node_modules", "npm", "bin", "npm-cli.js");
    if (!existsSync(npm)) return { unfetched: reasonIn(fetched) };
    const { succeeded, output } = await run(process.execPath, [npm, "ci", "--dry-run"], folder);
    return { accepts: succeeded, output };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** By the npm at hand, which checks what it fetches by the registry's hash. */
function fetchNpm(version: string, place: string): Promise<Ran> {
  const quiet = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  return run("npm", ["install", "--prefix", place, ...quiet, `npm@${version}`], place);
}

function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  // On Windows npm is a batch file, which only a shell runs.
  const shell = process.platform === "win32" && program === "npm";
  return new Promise((resolve) => {
    execFile(program, args, { encoding: "utf8", cwd, shell }, (error, stdout, stderr) => {
      const output = error === null ? stdout : stderr || error.message;
      resolve({ succeeded: error === null, output });
    });
  });
}

/** What npm marks as said of an error; its help and the place of its log come later. */
const TOLD = /^npm (?:error|ERR!) (\S.*)$/gm;
const LINES_TOLD = 4;

/** @returns what npm said first, on one line */
function reasonIn({ output }: { readonly output: string }): string {
  const told = [...output.matchAll(TOLD)].map(([, line = ""]) => line);
  const [first = ""] = output.split("\n");
  return told.length > 0 ? told.slice(0, LINES_TOLD).join("; ") : first;
}
