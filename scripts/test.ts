import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.ts";

/** The whole of `npm test`: lint, types, units, and a reader's and an editor's day in a browser. */

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const REPORTS = "test-results";
const UNIT_REPORT = `${REPORTS}/unit.json`;
const E2E_REPORT = `${REPORTS}/e2e.json`;

/** A check that passes or fails as a whole. */
function check(name: string, command: readonly string[]): Count {
  const succeeded = run(name, command) === 0;
  return { passed: Number(succeeded), failed: Number(!succeeded) };
}

function run(name: string, command: readonly string[], environment = {}): number {
  console.log(`\n== ${name}`);
  const [program = "", ...rest] = command;
  const { status, error } = spawnSync("npx", ["--no-install", program, ...rest], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (error !== undefined) console.error(error);
  return status ?? 1;
}

/** A suite that fails without a failed test, such as one that did not start, counts as one. */
function counted(status: number, count: () => Count): Count {
  try {
    const { passed, failed } = count();
    return status !== 0 && failed === 0 ? { passed, failed: 1 } : { passed, failed };
  } catch (error) {
    console.error(`No report of the tests: ${error}`);
    return { passed: 0, failed: 1 };
  }
}

function units(): Count {
  const config = ["--config", "tests/vitest.config.ts"];
  const reporters = ["--reporter", "default", "--reporter", "json", "--outputFile", UNIT_REPORT];
  const status = run("unit tests", ["vitest", "run", ...config, ...reporters]);
  return counted(status, () => {
    const report = JSON.parse(readFileSync(UNIT_REPORT, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  });
}

function endToEnd(): Count {
  const command = ["playwright", "test", "--config", "tests/playwright.config.ts"];
  const environment = {
    VESTNIK_BROWSER: ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT,
  };
  const status = run("end-to-end tests", [...command, "--reporter", "list,json"], environment);
  return counted(status, () => {
    const { stats } = JSON.parse(readFileSync(E2E_REPORT, "utf8")) as {
      stats: { expected: number; flaky: number; unexpected: number };
    };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

/** Without a browser the other checks still run, and the missing one is a failure. */
function guarded(suite: () => Count): Count {
  try {
    return suite();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const counts = [
  check("lint", ["biome", "check", "."]),
  check("types", ["tsc", "--project", "tsconfig.json"]),
  check("types of the search", ["tsc", "--project", "src/search/tsconfig.json"]),
  check("types of the reader's pages", ["tsc", "--project", "src/reader/tsconfig.json"]),
  check("types of the service worker", ["tsc", "--project", "src/reader/worker/tsconfig.json"]),
  units(),
  guarded(endToEnd),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
