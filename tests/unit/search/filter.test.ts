import { expect, test } from "vitest";
import { passes } from "../../../src/search/engine/filter.ts";

const PAGE: Readonly<Record<string, readonly string[]>> = {
  topic: ["Город", "Река"],
  year: ["2025"],
};

const has = (filter: string, value: string): boolean => PAGE[filter]?.includes(value) ?? false;

test.each([
  [{}, true],
  [{ topic: "Город" }, true],
  [{ topic: "Море" }, false],
  [{ topic: ["Город", "Река"] }, true],
  [{ topic: ["Город", "Море"] }, false],
  [{ topic: { any: ["Море", "Река"] } }, true],
  [{ topic: { any: [] } }, false],
  [{ topic: { none: ["Море"] } }, true],
  [{ topic: { none: ["Море", "Река"] } }, false],
  [{ topic: { not: ["Город", "Море"] } }, true],
  [{ topic: { not: "Город" } }, false],
  [{ topic: "Город", year: "2024" }, false],
  [{ any: { topic: "Море", year: "2025" } }, true],
  [{ any: [{ topic: "Море" }, { year: "2025" }] }, true],
  [{ none: [{ topic: "Море" }, { year: "2025" }] }, false],
  [{ not: { topic: "Город", year: "2024" } }, true],
  [{ all: [{ topic: "Город" }, { not: { year: "2024" } }] }, true],
  [{ unknown: "1" }, false],
])("%j passes: %s", (filters, expected) => {
  expect(passes(filters, has)).toBe(expected);
});
