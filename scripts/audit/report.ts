import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, SiteName } from "./finding.ts";

/** What one check found on one site. */
export interface CheckResult {
  readonly check: string;
  readonly site: SiteName;
  readonly seconds: number;
  readonly findings: readonly Finding[];
}

/** Of a long list of what is wrong the console shows so much; the files hold all. */
const SHOWN = 8;

export function isRight({ findings }: CheckResult): boolean {
  return findings.every(({ ok }) => ok);
}

/** A table of all checks, and under it what is wrong. */
export function summary(results: readonly CheckResult[]): string {
  const rows = results.map((result) => {
    const wrong = result.findings.filter(({ ok }) => !ok).length;
    const verdict = wrong === 0 ? "ok" : `${wrong} FAILED`;
    const figures = [`${result.findings.length} findings`, `${result.seconds.toFixed(0)} s`];
    return [result.site, result.check, verdict, ...figures];
  });
  const wrong = results.flatMap((result) =>
    result.findings.filter(({ ok }) => !ok).map((finding) => failure(result, finding)),
  );
  return [aligned(rows), ...wrong].join("\n");
}

function failure(
  { site, check }: CheckResult,
  { page, what, value, details = [] }: Finding,
): string {
  const more = details.length > SHOWN ? [`  … and ${details.length - SHOWN} more`] : [];
  const lines = details.slice(0, SHOWN).map((detail) => `  ${detail}`);
  return [`${site} ${check} ${page || "/"}, ${what}: ${value}`, ...lines, ...more].join("\n");
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * Writes audit.json and audit.md.
 *
 * @param folder is made where it is not there
 */
export function writeReport(results: readonly CheckResult[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "audit.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(join(folder, "audit.md"), markdown(results));
}

function markdown(results: readonly CheckResult[]): string {
  const sections = results.map((result) => {
    const rows = result.findings.map(({ page, what, value, ok, details = [] }) => {
      const cells = [page || "/", what, value, ok ? "ok" : "**failed**", details.join("<br>")];
      return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    });
    const head = ["| page | what | value | | details |", "| --- | --- | --- | --- | --- |"];
    return [`## ${result.check}, ${result.site}`, "", ...head, ...rows].join("\n");
  });
  return `# Audit\n\n${sections.join("\n\n")}\n`;
}
