import { CARRIED, LICENCES_READ } from "./licence-policy.ts";
import { licenceOf } from "./licences.ts";
import type { LockedPackage, Lockfile } from "./lockfile.ts";

const HEAD = `# Licences

Made by \`npm run supply -- --licences docs/licences.md\` from package-lock.json. The project's own code
is [MIT](../LICENSE). What is allowed, and why, stands in \`scripts/supply/licence-policy.ts\`.

## What the project carries that is no package

| what | licence | where |
| --- | --- | --- |
`;

const TABLE = "| package | version | licence | part |\n| --- | --- | --- | --- |\n";

/**
 * The licences of everything in the lockfile as Markdown, grouped by licence, the same text for the
 * same lockfile on every machine. «builds» is what makes sites, «tests» what is never part of that.
 */
export function licenceList({ packages }: Lockfile): string {
  const carried = CARRIED.map(({ what, licence, where }) => row([what, licence, where]));
  const licences = [...new Set(packages.map(nameOfLicence))].toSorted();
  const sections = licences.map((licence) => {
    const members = packages.filter((one) => nameOfLicence(one) === licence);
    const rows = [...new Set(members.map(packageRow))].toSorted();
    return `## ${licence}\n\n${TABLE}${rows.join("")}`;
  });
  return [HEAD + carried.join(""), ...sections, readInPackages()].join("\n");
}

function nameOfLicence(one: LockedPackage): string {
  return licenceOf(one) ?? "unknown";
}

function packageRow(one: LockedPackage): string {
  const part = one.dev ? "tests" : "builds";
  const isElsewhere = one.optional && one.os.length + one.cpu.length > 0;
  const parts = isElsewhere ? `${part}, on some systems` : part;
  return row([one.name, one.version, nameOfLicence(one), parts]);
}

function readInPackages(): string {
  const lines = Object.entries(LICENCES_READ).map(
    ([label, { licence, where }]) => `- ${label}: ${licence}; ${where}.\n`,
  );
  return `## Read in the package itself\n\n${lines.join("")}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
