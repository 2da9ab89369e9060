import { register } from "node:module";
import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../scripts/browser.ts";
import "./memory-disk.ts";
import { LARGE, TRIES_ALL } from "./sizes.ts";

// Here, for each process that runs tests reads this file first.
register("./compiled-hooks.js", import.meta.url);

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  ...(TRIES_ALL ? {} : { grepInvert: new RegExp(LARGE.tag) }),
  // Compiled already; and translated once more, they would take half a minute of processor to load.
  build: { external: ["**/dist/**"] },
  globalSetup: "e2e/building.ts",
  outputDir: "../test-results/e2e",
  fullyParallel: false,
  // One more than processors: half of what a test does is waiting for a page.
  workers: Math.min(availableParallelism(), 4) + 1,
  // Generous, for a busy machine must not fail a right site: nothing here measures time.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "ru-RU",
    // A context and its first page take twice as long as most of what a test does; Playwright empties them.
    reuseContext: true,
    actionTimeout: 60_000,
    launchOptions: {
      args: BROWSER_ARGUMENTS,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
