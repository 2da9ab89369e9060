import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { changedCms } from "../../../../src/build/tasks/cms-changes.ts";

const CODE = readFileSync("node_modules/@sveltia/cms/npm/index.js", "utf8");

test("the CMS asks us where files lie and what they are called, and no third party for anything", () => {
  const changed = changedCms(CODE, "index.js");
  for (const question of ["filesIn", "nameOf", "placed"]) {
    expect(changed.split(`vestnik.${question}(`)).toHaveLength(2);
  }
  expect(changed).toMatch(/^import \* as vestnik from ".*cms-hooks/);
  expect(changed).not.toMatch(/@font-face|https:\/\/[a-z.]*status[a-z.]*\/api/);
});

test("another version of the CMS stops the build with what was not found", () => {
  const other = CODE.replace("fullPathRegEx:", "fullPathForm:");
  expect(() => changedCms(other, "index.js")).toThrow("index.js has 0 places of «which files");
});
