import { mkdirSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.ts";
import { readOptions } from "./options.ts";
import {
  type Count,
  counted,
  countOfEndToEnd,
  countOfUnits,
  FAILED,
  summaryOf,
} from "./test/counts.ts";
import { run } from "./test/run.ts";

const HELP = `npm test, npm run test:all

Lint and types at once; then units, and then a reader's and an editor's day in a browser, for each of these
takes all processors. The last line says how many tests passed, failed and were skipped.

  --all   all of the large matrices, not some of each: npm run test:all`;

const REPORTS = "test-results";
const UNIT_REPORT = `${REPORTS}/unit.json`;
const E2E_REPORT = `${REPORTS}/e2e.json`;

/** What passes or fails as a whole. */
const CHECKS = [
  ["lint", "biome check ."],
  ["types", "tsc --project tsconfig.json"],
  ["types of the search", "tsc --project src/search/tsconfig.json"],
  ["types of the reader's pages", "tsc --project src/reader/tsconfig.json"],
  ["types of the service worker", "tsc --project src/reader/worker/tsconfig.json"],
  ["types of the editor", "tsc --project src/admin/browser/tsconfig.json"],
] as const;

/** At once, for each takes one processor. */
function checks(): Promise<Count[]> {
  return Promise.all(
    CHECKS.map(async ([name, command]) => {
      const status = await run(name, command.split(" "));
      return { passed: Number(status === 0), failed: Number(status !== 0), skipped: [] };
    }),
  );
}

/** @param environment tells tests how much they are to try */
async function units(environment: Record<string, string>): Promise<Count> {
  const command = ["vitest", "run", "--config", "tests/vitest.config.ts"];
  const reporters = ["--reporter", "default", "--reporter", "./tests/unit-report.ts"];
  const own = { ...environment, VESTNIK_UNIT_REPORT: UNIT_REPORT };
  const status = await run("unit tests", [...command, ...reporters], own);
  return counted(status, () => countOfUnits(UNIT_REPORT));
}

/** Where there is no browser, this is a failure. */
async function endToEnd(environment: Record<string, string>): Promise<Count> {
  try {
    const command = ["playwright", "test", "--config", "tests/playwright.config.ts"];
    const own = {
      ...environment,
      VESTNIK_BROWSER: ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT,
    };
    const status = await run("end-to-end tests", [...command, "--reporter", "list,json"], own);
    return counted(status, () => countOfEndToEnd(E2E_REPORT));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

async function main(all: boolean): Promise<void> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const environment: Record<string, string> = all ? { VESTNIK_TESTS: "all" } : {};
  const counts = [...(await checks()), await units(environment), await endToEnd(environment)];
  console.log(`\n${summaryOf(counts)}`);
  process.exitCode = counts.every(({ failed }) => failed === 0) ? 0 : 1;
}

const { all } = readOptions(HELP, { all: { type: "boolean", default: false } });
await main(all);
