import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { SIZES, TRIES_ALL } from "../../sizes.ts";

const { kills, articles } = SIZES.faults;

// The same, step by step and without a kill, is in outputs.test.ts.
test.runIf(TRIES_ALL)(
  "killed while the files of a mount are exchanged, it says so of itself",
  () => {
    const size = ["--kills", "4", "--articles", String(articles), "--place", "mount"];
    const command = ["--import", "tsx", "scripts/faults.ts", ...size, "--seed", "7"];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/killed while files were exchanged: [1-9]/);
    expect(status).toBe(0);
  },
);

test("killed at some moments, a build leaves a whole site; npm run faults tries many more", () => {
  const size = ["--kills", String(kills), "--articles", String(articles)];
  const command = ["--import", "tsx", "scripts/faults.ts", ...size, "--seed", "7"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/requests meanwhile: [1-9]\d*, broken: 0/);
  expect(status).toBe(0);
});
