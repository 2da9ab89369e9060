import { readFileSync } from "node:fs";
import type { JSONReport, JSONReportSuite, JSONReportTest } from "@playwright/test/reporter";

/** What became of tests. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Why each test that did not run was skipped. */
  readonly skipped: readonly string[];
}

/** Nothing that could be counted. */
export const FAILED: Count = { passed: 0, failed: 1, skipped: [] };

/** A suite that fails without a failed test, such as one that did not start, counts as one. */
export function counted(status: number, count: () => Count): Count {
  try {
    const found = count();
    return status !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
  } catch (error) {
    console.error(`No report of the tests: ${error}`);
    return FAILED;
  }
}

/** @param file what tests/unit-report.ts has written */
export function countOfUnits(file: string): Count {
  return JSON.parse(readFileSync(file, "utf8")) as Count;
}

/** @param file the JSON report of Playwright */
export function countOfEndToEnd(file: string): Count {
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8")) as JSONReport;
  const tests = suites.flatMap(testsIn);
  const skipped = tests.filter(({ status }) => status === "skipped").map(reasonOf);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped };
}

function testsIn({ specs, suites = [] }: JSONReportSuite): JSONReportTest[] {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsIn)];
}

function reasonOf({ annotations }: JSONReportTest): string {
  return annotations.find(({ type }) => type === "skip")?.description ?? "no reason given";
}

/** @returns the last lines of all: reasons of what was skipped, and how many did what */
export function summaryOf(counts: readonly Count[]): string {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const skipped = counts.flatMap((count) => count.skipped);
  const total = `${passed} passed, ${failed} failed`;
  if (skipped.length === 0) return total;
  const lines = [...new Set(skipped)].map((reason) => {
    return `  ${skipped.filter((one) => one === reason).length} × ${reason}`;
  });
  return `Skipped:\n${lines.join("\n")}\n\n${total}, ${skipped.length} skipped`;
}
