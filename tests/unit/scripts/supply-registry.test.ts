import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { judgeAudit } from "../../../scripts/supply/audit.ts";
import { HELD_BACK } from "../../../scripts/supply/held-back.ts";
import { readLockfile } from "../../../scripts/supply/lockfile.ts";
import { judgeReleases } from "../../../scripts/supply/outdated.ts";
import { isFailed, report } from "../../../scripts/supply/result.ts";

const NO_HOLES = { json: { vulnerabilities: {} } };

function holes(severity: string) {
  const via = [{ title: "Reads any file", url: "https://example.org/1" }, "b"];
  return { json: { vulnerabilities: { a: { name: "a", severity, range: "<2", via } } } };
}

test.each(["high", "critical"])("a hole of %s severity in what builds fails", (severity) => {
  const result = judgeAudit(holes(severity), holes(severity));
  expect(result.failures).toEqual([
    `a <2 (builds): ${severity}: Reads any file https://example.org/1; through b`,
  ]);
  expect(result.notes).toEqual([]);
});

test.each([
  ["a lesser one in what builds", holes("moderate"), holes("moderate"), "(builds): moderate"],
  ["a grave one in what tests", NO_HOLES, holes("critical"), "(tests): critical"],
])("%s is told, and fails where it is strict", (_, production, all, note) => {
  const result = judgeAudit(production, all);
  expect(result.notes).toEqual([expect.stringContaining(note)]);
  expect([isFailed(result, false), isFailed(result, true)]).toEqual([false, true]);
});

test("no holes are no notes", () => {
  expect(isFailed(judgeAudit(NO_HOLES, NO_HOLES), true)).toBe(false);
});

test.each([
  ["refuses", { json: { message: "405 Method Not Allowed", statusCode: 405 } }, "405 Method"],
  ["says something else", { json: [] }, "another form"],
  ["is not there", { reason: "getaddrinfo" }, "getaddrinfo"],
])("a registry that %s leaves the audit undone, and says so", (_, answer, reason) => {
  const result = judgeAudit(NO_HOLES, answer);
  expect(result.notes).toEqual([
    expect.stringMatching(`^not checked: the registry gave no answer .*${reason}`),
  ]);
  expect(report([result], false)).toMatch(/^audit {2}note {4}not checked/);
  expect([isFailed(result, false), isFailed(result, true)]).toEqual([false, true]);
});

const REASONS = { a: { version: "1.0.0", reason: "because" } };
const later = { json: { version: "2.0.0", engines: { node: ">=22" } } };

function notesOn(version: string, answer: object, reasons: object = REASONS) {
  const release = { name: "a", version, answer: answer as { json: unknown } };
  return judgeReleases([release], reasons as typeof REASONS).notes;
}

test("a package behind its last release needs a reason, for this very version", () => {
  expect(notesOn("1.0.0", later)).toEqual([]);
  expect(notesOn("1.0.0", later, {})).toEqual([
    "a 1.0.0 is behind 2.0.0, which wants Node >=22: move to it, or say why not in held-back.ts",
  ]);
  expect(notesOn("1.1.0", later)).toEqual([expect.stringContaining("its reason is for 1.0.0")]);
});

test("a package at its last release needs none", () => {
  expect(notesOn("2.0.0", { json: "2.0.0" }, {})).toEqual([]);
  expect(notesOn("2.0.0", later)).toEqual([expect.stringContaining("take its reason away")]);
});

test("a registry without an answer is told of", () => {
  expect(notesOn("1.0.0", { json: { error: {} } })).toEqual([
    "a 1.0.0 not checked: the registry gave no answer",
  ]);
  expect(notesOn("1.0.0", { reason: "no network" })).toEqual(["a 1.0.0 not checked: no network"]);
});

test("what is held back is what the lockfile holds, and Dependabot is told to leave it", () => {
  const versions = readLockfile().packages.map(({ path, version }) => [path, version] as const);
  const locked = new Map(versions);
  for (const [name, { version }] of Object.entries(HELD_BACK)) {
    expect(locked.get(`node_modules/${name}`), name).toBe(version);
  }
  const { updates } = parse(readFileSync(".github/dependabot.yml", "utf8")) as {
    updates: { ignore?: { "dependency-name": string }[] }[];
  };
  const ignored = updates.flatMap(({ ignore = [] }) => ignore.map((one) => one["dependency-name"]));
  expect(ignored.toSorted()).toEqual(Object.keys(HELD_BACK).toSorted());
});

test("the report has a line for each check, and says how many failed", () => {
  const fine = { check: "one", summary: "all well", failures: [], notes: [] };
  const wrong = { check: "two", summary: "all well too", failures: ["x is wrong"], notes: ["y"] };
  expect(report([fine, wrong], false)).toBe(
    "one  ok      all well\ntwo  FAILED  1 wrong\n  failed: x is wrong\n  note: y\n\n" +
      "Supply chain: 1 of 2 checks failed.",
  );
});
