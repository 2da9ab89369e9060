import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { judge, type Request } from "../../../src/serve/guard.ts";

function requestFor(url: string): Request {
  return { method: "GET", url, headers: {}, headersDistinct: { host: ["localhost"] } };
}

const SIGN = fc.constantFrom(
  ...[
    "/",
    ".",
    "..",
    "%2e",
    "%2f",
    "%5c",
    "\\",
    "%25",
    "%00",
    "%d0%bc",
    "%c0%ae",
    "?",
    "#",
    "a",
    "%",
    ":",
  ],
);

test("what gets through names a place in the folder, in one way only", () => {
  let passed = 0;
  const targets = fc.array(SIGN, { maxLength: 8 }).map((signs) => `/${signs.join("")}`);
  fc.assert(
    fc.property(fc.oneof(targets, fc.string({ unit: "binary" })), (target) => {
      const asked = judge(requestFor(target), () => true);
      if ("reason" in asked) return;
      passed += 1;
      expect(asked.path).toMatch(/^\/(?:[^/\\%\0]+\/)*[^/\\%\0]*$/);
      // Joined as a file's name, nothing of it is taken away.
      expect(join("/site", asked.path)).toBe(`/site${asked.path}`);
      expect(encodeURI(asked.path).toLowerCase()).not.toContain("%2f");
    }),
    { numRuns: 5000, seed: 17 },
  );
  expect(passed).toBeGreaterThan(500);
});
