import { test as base, expect, type Page } from "@playwright/test";
import { servedSite } from "./built-sites.ts";

/** A site that the project's own command has built, and that is served as its own server does. */
export interface Site {
  /** Where it is, with its path prefix: http://localhost:1234/news/ */
  readonly address: string;
}

/** The small archive, which most tests build a site of. */
export const ARCHIVE = "tests/fixtures/archive";
export const ARCHIVE_FLAGS = ["--content", `${ARCHIVE}/content`, "--data", `${ARCHIVE}/data`];

/** The small archive as most tests read it, at https://gorod.example/news/. */
export const ARCHIVE_SITE = [
  ...ARCHIVE_FLAGS,
  "--url",
  "https://gorod.example",
  "--path-prefix",
  "/news/",
];

/** The news that the project came with: tests must not fail where an editor writes other news. */
export const SEED = "tests/fixtures/seed";
const SEED_FLAGS = ["--content", `${SEED}/content`, "--data", `${SEED}/data`];

/** What a test's page said on its console, threw, or asked of another host. */
function watchPage(page: Page, complaints: string[]): void {
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    const local = hostname === "localhost" || protocol === "data:" || protocol === "blob:";
    if (!local) complaints.push(`request to another host: ${request.url()}`);
  });
}

/**
 * Tests of one site: it is built once for all of them, and a page that complains fails its test.
 *
 * @param flags options of build, without --output
 * @param environment variables of build
 */
export function testSite(
  flags: readonly string[] = SEED_FLAGS,
  environment: Readonly<Record<string, string>> = {},
) {
  return base.extend<{ page: Page; site: Site }>({
    // Not a fixture of a worker: each of those has a process and a browser for itself.
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
    site: async ({}, use) => use(await servedSite(flags, environment)),
    page: async ({ page }, use) => {
      const complaints: string[] = [];
      watchPage(page, complaints);
      await use(page);
      expect(complaints).toEqual([]);
    },
  });
}

/** Has a page keep what its policy has refused, in `window.violations`. */
export async function keepViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      violations.push(`${violatedDirective}: ${blockedURI}`);
    });
  });
}
