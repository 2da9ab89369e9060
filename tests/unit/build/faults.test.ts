import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { SIZES, TRIES_ALL } from "../../sizes.ts";

const { kills, articles, processes } = SIZES.faults;

function suffer(...size: readonly (string | number)[]) {
  const command = ["--import", "tsx", "scripts/faults.ts", ...size.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

test("killed at some moments, a build leaves a whole site; npm run faults tries many more", () => {
  const size = ["--kills", kills, "--articles", articles, "--processes", 0];
  const told = suffer(...size, "--seed", 7);
  expect(told).toMatch(/requests meanwhile: [1-9]\d*, broken: 0/);
});

// The same, step by step and without a kill, is in outputs.test.ts.
test("killed while the files of a mount are exchanged, it says so of itself", ({ skip }) => {
  if (!TRIES_ALL) return skip("kills on a mount are in npm run test:all");
  const size = ["--kills", 4, "--articles", articles, "--processes", 0, "--place", "mount"];
  const told = suffer(...size, "--seed", 7);
  expect(told).toMatch(/killed while files were exchanged: [1-9]/);
});

// Elsewhere nothing tells of processes of others.
test.runIf(process.platform === "linux")(
  "whatever happens to its processes, a build ends with a message, and nothing of it lives on",
  () => {
    const told = suffer("--kills", 0, "--processes", processes);
    expect(told).toContain("a worker is killed: told, nothing lives on, then built");
    expect(told).toContain("the build is ended: told, nothing lives on, then built");
  },
);
