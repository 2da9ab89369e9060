import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("SECURITY.md", "utf8");
const FILE = /`((?:\.github|docs|scripts|src|tests)\/[^`]*|\.npmrc|package-lock\.json)`/g;
const named = new Set([...text.matchAll(FILE)].map(([, file = ""]) => file));

test("SECURITY.md names where each answer is and what tests it", () => {
  expect(named.size).toBeGreaterThan(20);
});

test.each([...named])("%s, which SECURITY.md names, is there", (file) => {
  expect(existsSync(file)).toBe(true);
});

test("what SECURITY.md says of install scripts and of pull requests is so", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  for (const file of ["ci.yml", "publish.yml"]) {
    const workflow = readFileSync(`.github/workflows/${file}`, "utf8");
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow).not.toMatch(/pull_request_target|secrets\./);
  }
  expect(readFileSync(".github/workflows/publish.yml", "utf8")).not.toContain("pull_request");
});
