import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "@playwright/test";

/** A running command of package.json. */
export interface Command {
  /** Waits for a line of its output. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/**
 * Starts a command as an editor does, on any free port where it serves.
 *
 * @param folder of the newspaper; this repository's own by default
 */
export function startCommand(
  name: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = process.cwd(),
): Command {
  const child = spawn(process.execPath, [resolve("scripts/vestnik.js"), name, ...flags], {
    cwd: folder,
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
      await expect.poll(() => output, { timeout: 300_000, message: name }).toMatch(pattern);
      return pattern.exec(output) as RegExpExecArray;
    },
    stop: () => stop(child),
  };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null) return ended();
    child.once("exit", () => ended());
    child.kill();
  });
}

/** Matches the line that says where a served site is. */
export const ADDRESS = /Сайт открыт: (\S+)/;

/** Of this process. */
const folders = new Set<string>();

process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, which goes with the process, and a function that removes it before. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "vestnik-e2e-"));
  folders.add(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
