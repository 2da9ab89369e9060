import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { editorsMachine, type Machine } from "../cli/machine.ts";
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

const [begin = "", begun = ""] = blocksOf(4);
const [install = ""] = blocksOf(5);
const [start = "", started = ""] = blocksOf(6);
const [settings = ""] = blocksOf(7);
const [create = "", created = "", headlines = ""] = blocksOf(8);
const [article = ""] = blocksOf(10);
const [more = ""] = blocksOf(12);
const [check = "", checked = "", fix = "", fixed = ""] = blocksOf(13);
const [introduce = "", send = ""] = blocksOf(15);

const YEAR = String(new Date().getFullYear());
const [ARTICLE = ""] = /content\/\S+\.md/.exec(created.replace("2026", YEAR)) ?? [];
const EXAMPLE = `content/${YEAR}/pervaia-statia-gazety.md`;

const home = temporaryFolder();
const paper = (path: string): string => join(home, "sait", path);
let machine: Machine;

/** What a check says of itself where a machine is busy for two seconds. */
const SLOW = /^Проверено статей: .*\n/gm;

/** Types what the guide says; @returns what the terminal shows, without what npm says itself */
function type(commands: string, folder = paper("")): string {
  const options = { cwd: folder, encoding: "utf8", env: machine.environment } as const;
  const { status, stdout, stderr } = spawnSync("sh", ["-e", "-c", commands], options);
  expect(status, stdout + stderr).toBe(0);
  return stdout.replace(/^\n> .*\n> .*\n\n/m, "") + stderr.replace(SLOW, "");
}

beforeAll(() => {
  machine = editorsMachine();
});

describe("the guide", () => {
  test("begins a newspaper, as it says", () => {
    expect(type(begin, home)).toBe(begun);
    type(install, home);
    expect(existsSync(paper("node_modules/vestnik"))).toBe(true);
    expect(text).toContain(EXAMPLE.replace(YEAR, "2026"));
    expect(existsSync(paper(EXAMPLE))).toBe(true);
  });

  test("shows it", async () => {
    const command = `exec ${start.trim()} -- --port 0`;
    const options = { cwd: paper(""), env: machine.environment, detached: true } as const;
    const child = spawn("sh", ["-c", command], options);
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (line.includes("Ctrl+C")) break;
    }
    process.kill(-(child.pid ?? 0), "SIGTERM");
    const shown = (said: string): string =>
      said.replace(/\d+,\d с/g, "… с").replace(/localhost:\d+/, "localhost");
    expect(shown(lines.slice(-4).join("\n"))).toBe(shown(started.trimEnd()));
  });

  test("has it written for: settings, a draft, headlines", () => {
    expect(settings).toContain(readFileSync(paper("_data/site.yaml"), "utf8").split("\n")[0]);
    writeFileSync(paper("_data/site.yaml"), settings);
    expect(type(create)).toBe(created.replace("2026", YEAR));
    rmSync(paper(EXAMPLE));
    writeFileSync(paper("_data/headlines.yaml"), headlines);
  });

  test("has its article checked and mended, and says what comes of it", async () => {
    writeFileSync(paper(ARTICLE), article.replace("draft: true\n", `draft: true\n${more}`));
    // Small, for a large one takes seconds to be made into what browsers are sent.
    const grey = { create: { width: 60, height: 40, channels: 3, background: "grey" } } as const;
    await sharp(grey).toFile(paper(`content/${YEAR}/most.jpg`));
    expect(type(check)).toBe(checked);
    expect(type(fix)).toBe(fixed);
    const ready = readFileSync(paper(ARTICLE), "utf8").replace("draft: true\n", "");
    writeFileSync(paper(ARTICLE), ready);
    expect(type("npm run build")).toMatch(/Готово за .*: 1 статья, 2 заголовка/);
  });

  test("sends to GitHub what a newspaper is, with what is to be done there", () => {
    type(introduce);
    expect(type(send)).toContain("main -> main");
    const sent = execFileSync("git", ["ls-tree", "-r", "--name-only", "main"], {
      cwd: join(machine.github, "anna/sait.git"),
      encoding: "utf8",
    });
    expect(sent.trim().split("\n").toSorted()).toEqual(
      [
        ...[".github/workflows/publish.yml", ".gitignore", "README.md"],
        ...["_data/headlines.yaml", "_data/site.yaml", ARTICLE, `content/${YEAR}/most.jpg`],
        ...["eleventy.config.js", "node_modules", "package.json", "src/pages/.gitkeep"],
      ].toSorted(),
    );
  });
});
