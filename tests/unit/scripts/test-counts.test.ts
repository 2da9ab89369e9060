import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Count,
  counted,
  countOfEndToEnd,
  countOfUnits,
  summaryOf,
} from "../../../scripts/test/counts.ts";
import { temporaryFolder } from "../temporary.ts";

const PASSED: Count = { passed: 3, failed: 0, skipped: [] };

function report(value: unknown): string {
  return join(temporaryFolder({ "report.json": JSON.stringify(value) }), "report.json");
}

test("the last line counts what passed and failed, and is all where nothing was skipped", () => {
  const failed = { passed: 2, failed: 1, skipped: [] };
  expect(summaryOf([PASSED, failed])).toBe("5 passed, 1 failed");
});

test("what was skipped is counted in the last line, its reasons above it", () => {
  const [caddy, disk] = ["caddy is not on this machine", "no disk can be mounted here"];
  const counts = [PASSED, { ...PASSED, skipped: [caddy, disk, caddy] }];
  expect(summaryOf(counts)).toMatchInlineSnapshot(`
    "Skipped:
      2 × caddy is not on this machine
      1 × no disk can be mounted here

    6 passed, 0 failed, 3 skipped"
  `);
});

test("the reports of both suites are read, reasons too, however deep a test lies", () => {
  expect(countOfUnits(report(PASSED))).toEqual(PASSED);
  const skip = { type: "skip", description: "no server" };
  const skipped = { status: "skipped", annotations: [skip] };
  const ran = { status: "expected", annotations: [] };
  const suites = [
    {
      specs: [{ tests: [ran] }],
      suites: [{ specs: [{ tests: [skipped] }, { tests: [ran, ran] }] }],
    },
  ];
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  const expected = { passed: 3, failed: 2, skipped: ["no server"] };
  expect(countOfEndToEnd(report({ stats, suites }))).toEqual(expected);
});

test("a suite that failed without a failed test, or left no report, counts as one failure", () => {
  expect(counted(0, () => PASSED)).toEqual(PASSED);
  expect(counted(1, () => PASSED)).toEqual({ ...PASSED, failed: 1 });
  expect(counted(1, () => ({ ...PASSED, failed: 2 })).failed).toBe(2);
  expect(counted(0, () => countOfUnits("/no/such/report")).failed).toBe(1);
});
