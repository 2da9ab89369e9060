import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";

/** A site that the project's own commands have built and serve. */
export interface Site {
  /** Where it is, with its path prefix: http://localhost:1234/news/ */
  readonly address: string;
}

/** A running command of package.json. */
export interface Command {
  /** Waits for a line of its output. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** The small archive, which most tests build a site of. */
export const ARCHIVE = "tests/fixtures/archive";
export const ARCHIVE_FLAGS = ["--content", `${ARCHIVE}/content`, "--data", `${ARCHIVE}/data`];

/** The news that the project came with: tests must not fail where an editor writes other news. */
export const SEED = "tests/fixtures/seed";
const SEED_FLAGS = ["--content", `${SEED}/content`, "--data", `${SEED}/data`];

/** Starts a command as an editor does, on any free port where it serves. */
export function startCommand(
  name: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Command {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...flags], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return {
    line: async (pattern) => {
      await expect.poll(() => output, { timeout: 120_000, message: name }).toMatch(pattern);
      return pattern.exec(output) as RegExpExecArray;
    },
    stop: () => stop(child),
  };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill();
  });
}

/** Matches the line that says where a served site is. */
export const ADDRESS = /Сайт открыт: (\S+)/;

/** An empty folder, and a function that removes it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "vestnik-e2e-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

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
 * Tests of one site: it is built and served once for a file, and a page that complains fails its
 * test.
 *
 * @param flags options of build, without --output
 * @param environment variables of build
 */
export function testSite(
  flags: readonly string[] = SEED_FLAGS,
  environment: Readonly<Record<string, string>> = {},
) {
  return base.extend<{ page: Page }, { site: Site }>({
    site: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
      async ({}, use) => {
        const { folder, remove } = temporaryFolder();
        const output = ["--output", join(folder, "site")];
        const build = startCommand("build", [...flags, ...output], environment);
        await build.line(/Готово за/);
        const serve = startCommand("serve", [...output, "--port", "0"]);
        const [, address = ""] = await serve.line(ADDRESS);
        await use({ address });
        await serve.stop();
        remove();
      },
      { scope: "worker" },
    ],
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
