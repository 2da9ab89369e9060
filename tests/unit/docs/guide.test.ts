import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { documentAt } from "./documents.ts";

/** The guide is followed: its own files, its own commands, and what they say is what it quotes. */
const { text } = documentAt("docs/first-publication.md");

/** @returns the blocks of a step, in order */
function blocksOf(step: number): string[] {
  // What looks like a heading inside a block is none.
  const pieces = [...text.matchAll(/^### (\d+)\. |^```\w*\n(.*?)^```$/gms)];
  const start = pieces.findIndex(([, number]) => number === String(step));
  const rest = pieces.slice(start + 1);
  const end = rest.findIndex(([, number]) => number !== undefined);
  return rest.slice(0, end).map(([, , block = ""]) => block);
}

const TITLE = "Через реку открыт новый мост";
const [settings = ""] = blocksOf(7);
const [, created = "", headlines = ""] = blocksOf(8);
const [article = ""] = blocksOf(10);
const [more = ""] = blocksOf(12);
const [, checked = "", , mended = ""] = blocksOf(13);

function archive(files: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    "_data/site.yaml": settings,
    "_data/headlines.yaml": headlines,
    "content/2026/most.jpg": readFileSync("tests/fixtures/archive/content/2025/rassvet.jpg"),
    ...files,
  });
}

/** Runs a command in the folder itself, so that it names files as an editor sees them. */
function run(folder: string, command: string, ...flags: string[]): string {
  const program = [join(process.cwd(), "scripts/vestnik.js"), command, ...flags];
  const { stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout + stderr;
}

test("a draft is created as the guide says", () => {
  const year = String(new Date().getFullYear());
  expect(run(archive(), "new", TITLE)).toBe(created.replace("2026", year));
});

test("the guide's article is checked and mended as it says", () => {
  const [, path = ""] = /(content\/\S+\.md)/.exec(created) ?? [];
  const whole = article.replace("draft: true\n", `draft: true\n${more}`);
  const folder = archive({ [path]: whole });
  // After the day of the article.
  const now = ["--now", "2026-11-26T09:00:00Z"];
  expect(run(folder, "check", ...now)).toBe(checked);
  expect(run(folder, "check", "--fix", ...now)).toBe(mended);
});
