import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "@playwright/test";

/** Names a Chromium to use instead of a search for one. */
const VARIABLE = "VESTNIK_BROWSER";

/** The shell first: it draws no windows around pages, which takes a third of the processor of tests. */
const NAMES = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Opens a Chromium, which is installed where there is none. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS });
}

/** What a browser needs in a container and without a network of its own. */
export const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Finds a Chromium that is there: the one that the environment names, one on PATH, or the one
 * that Playwright has downloaded.
 *
 * @returns the program, or undefined where there is none
 * @throws Error where the environment names a program that is not there
 */
export function findBrowser(): string | undefined {
  const named = process.env[VARIABLE];
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return named;
    throw new Error(`${VARIABLE} names ${named}, and there is no such program`);
  }
  const own = chromium.executablePath();
  return onPath() ?? (existsSync(own) ? own : undefined);
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ways to install a Chromium, the least intrusive first. */
const INSTALLERS = [
  { name: "Playwright's download", command: "npx playwright install chromium" },
  {
    name: "the system's package manager (apt)",
    // Another installation that is under way is waited for.
    command: `$SUDO apt-get update -q && for one in chromium-headless-shell chromium; do
      $SUDO apt-get install -qy -o DPkg::Lock::Timeout=120 $one && exit; done; exit 1`,
  },
  { name: "the system's package manager (dnf)", command: "$SUDO dnf install -qy chromium" },
  { name: "the system's package manager (apk)", command: "$SUDO apk add -q chromium" },
] as const;

/** A download that hangs is a download that fails. */
const INSTALL_TIMEOUT_MS = 300_000;

/**
 * Finds a Chromium, or installs one.
 *
 * @returns the program
 * @throws Error with what was tried and what to do, where there is none and none can be had
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const { name, command } of INSTALLERS) {
    console.log(`No Chromium found; trying ${name}…`);
    if (install(command)) {
      const installed = findBrowser();
      if (installed !== undefined) return installed;
    }
  }
  const tried = INSTALLERS.map(({ name }) => name).join(", ");
  throw new Error(
    `No Chromium to run the tests in. Looked at ${VARIABLE} and PATH; tried ${tried}. ` +
      `Install Chromium or Chrome and run again, or name it: ${VARIABLE}=/path/to/chrome npm test`,
  );
}

function install(command: string): boolean {
  const isRoot = process.getuid?.() === 0;
  // `sudo -n` fails instead of asking for a password that nobody is there to type.
  const environment = { ...process.env, SUDO: isRoot ? "" : "sudo -n" };
  const { status } = spawnSync("sh", ["-c", command], {
    env: { ...environment, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
    timeout: INSTALL_TIMEOUT_MS,
  });
  return status === 0;
}
