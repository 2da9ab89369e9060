import { writeFileSync } from "node:fs";
import { readArguments } from "../src/build/index.ts";
import { runCommand } from "../src/cli/index.ts";
import { checkActions } from "./supply/actions.ts";
import { auditDependencies } from "./supply/audit.ts";
import { checkInstallScripts } from "./supply/install-scripts.ts";
import { licenceList } from "./supply/licence-list.ts";
import { checkLicences } from "./supply/licences.ts";
import { type Lockfile, readLockfile } from "./supply/lockfile.ts";
import { checkLockfile } from "./supply/lockfile-check.ts";
import { checkNpmCi } from "./supply/npm-ci.ts";
import { checkReleases } from "./supply/outdated.ts";
import { isFailed, report } from "./supply/result.ts";
import { billOfMaterials } from "./supply/sbom.ts";

const HELP = `npm run supply -- [options]

Checks what the project is made of: whether every npm that people have takes the lockfile, the lockfile
itself, install scripts, licences, the actions of workflows, known holes, last releases. Exits with 1
where something failed.

  --strict            what is only noted fails too: an unanswered audit, a release without a reason
  --offline           leaves out what asks the registry: the npms, the audit and the releases
  --licences FILE     writes the licences of all packages as Markdown, and checks nothing
  --sbom FILE         writes a bill of materials (CycloneDX 1.6), and checks nothing`;

const FLAGS = {
  strict: { type: "boolean", default: false },
  offline: { type: "boolean", default: false },
  licences: { type: "string" },
  sbom: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  const lockfile = readLockfile();
  const { licences, sbom } = values;
  if (licences !== undefined) write(licences, licenceList(lockfile));
  if (sbom !== undefined) write(sbom, billOfMaterials(lockfile));
  if (licences === undefined && sbom === undefined) await check(lockfile, values);
});

function write(file: string, text: string): void {
  writeFileSync(file, text);
  console.log(`Written: ${file}`);
}

interface CheckOptions {
  readonly strict: boolean;
  readonly offline: boolean;
}

async function check(lockfile: Lockfile, { strict, offline }: CheckOptions): Promise<void> {
  const results = [
    ...(offline ? [] : [await checkNpmCi()]),
    checkLockfile(lockfile),
    checkInstallScripts(lockfile),
    checkLicences(lockfile),
    checkActions(),
    ...(offline ? [] : [await auditDependencies(), await checkReleases(lockfile)]),
  ];
  console.log(report(results, strict));
  if (results.some((result) => isFailed(result, strict))) process.exitCode = 1;
}
