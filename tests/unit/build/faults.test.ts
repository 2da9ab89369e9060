import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { SIZES, TRIES_ALL } from "../../sizes.ts";

const { kills, processes } = SIZES.faults;

function suffer(...size: readonly (string | number)[]) {
  const command = ["--import", "tsx", "scripts/faults.ts", "--seed", "7", ...size.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

test("killed at some moments a build leaves a whole site; what happens to its processes is told, and nothing of it lives on", () => {
  const told = suffer("--kills", kills, "--processes", processes);
  expect(told).toMatch(/requests meanwhile: [1-9]\d*, broken: 0/);
  // Elsewhere nothing tells of processes of others.
  if (process.platform !== "linux") return;
  expect(told).toContain("a worker is killed: told, nothing lives on, then built");
  expect(told).toContain("the build is ended: told, nothing lives on, then built");
});

// The same, step by step and without a kill, is in outputs.test.ts.
test("killed while the files of a mount are exchanged, it says so of itself", ({ skip }) => {
  if (!TRIES_ALL) return skip("kills on a mount are in npm run test:all");
  const told = suffer("--kills", 4, "--processes", 0, "--place", "mount");
  expect(told).toMatch(/killed while files were exchanged: [1-9]/);
});
