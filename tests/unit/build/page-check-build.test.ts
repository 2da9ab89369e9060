import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { PROJECT } from "../../../src/build/index.ts";
import { PAGE_IDS } from "../../../src/content/model/page-ids.ts";
import { TRIES_ALL } from "../../sizes.ts";
import { temporaryFolder } from "../temporary.ts";
import { hashesIn } from "./tiny-archive.ts";

/** What a build needs of the project. */
const PARTS = [
  "src",
  "scripts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "eleventy.config.ts",
];

/** A copy of the project, whose templates a test may spoil. */
function copyOfProject(): string {
  const folder = temporaryFolder();
  for (const path of PARTS) {
    cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

const WORDS = "слово ".repeat(400);
const ARTICLE = `---
title: Мост
date: 2026-11-23
topics: Город
aliases: /old/most/
corrections: [{date: 2026-11-24, text: Исправлено.}]
---

${["Content", "Related title", "Итог", "Итог", "Итог 2"].map((one) => `## ${one}\n\n${WORDS}`).join("\n\n")}
`;

const FILES = {
  "content/most.md": ARTICLE,
  "content/reka.md": ARTICLE.replace("Мост", "Мост и река").replace("/old/most/", "/old/reka/"),
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\n",
  "_data/headlines.yaml": ["2026-11-22", "2026-11-23"]
    .map((day) => `- {text: Курс рубля, date: ${day}}\n`)
    .join(""),
};

/** The text of an article, the list of a day's headlines. */
const WORDS_OF_EDITORS = /<div class="prose">.*?<\/div>|<ul class="headlines">.*?<\/ul>/s;

describe("a whole build", () => {
  const project = copyOfProject();
  const archive = temporaryFolder(FILES);
  const site = join(archive, "site");
  const build = (...more: readonly string[]) => {
    const places = ["--content", join(archive, "content"), "--data", join(archive, "_data")];
    const outputs = ["--output", site, "--cache", join(archive, "cache"), ...more];
    const command = ["scripts/vestnik.js", "build", ...places, ...outputs];
    return spawnSync(process.execPath, command, { encoding: "utf8", cwd: project });
  };
  /** Spoils a template until the test is over. */
  const spoil = (template: string, from: string, to: string): void => {
    const file = join(project, template);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    onTestFinished(() => writeFileSync(file, text));
  };

  test("of good pages succeeds, whatever their headings and headlines are", () => {
    expect(build()).toMatchObject({ stderr: "", status: 0 });
    const ids = ["articles/most/index.html", "headlines/2026/11/23/index.html"].flatMap((path) => {
      const html = readFileSync(join(site, path), "utf8").replace(WORDS_OF_EDITORS, "");
      return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
    });
    // What the pages have besides headings and headlines.
    expect(new Set(ids)).toEqual(PAGE_IDS);
  });

  test.each([
    [
      "src/site/components/article-view.tsx",
      '<div class="prose"',
      '<div id="content" class="prose"',
    ],
    [
      "src/site/pages/year/headlines-day.tsx",
      '<div class="page">',
      '<div class="page" id="content">',
    ],
    ["src/site/pages/lists/not-found.tsx", "<p>", "<p><p>б</p>"],
  ])("of pages that %s makes invalid leaves the old site, again and again", (...change) => {
    const before = hashesIn(site);
    spoil(...change);
    const first = build();
    expect(first.stderr).toContain("Как исправить");
    expect(first.stderr).toMatch(/\((?:duplicate-id|misplaced-element)\): «/);
    expect(first.status).toBe(1);
    // That nothing of a refused build is kept is of the cache, not of the template: one of them tells.
    if (TRIES_ALL || change[0].includes("article-view")) {
      expect(build()).toMatchObject({ stderr: first.stderr, status: 1 });
    }
    expect(hashesIn(site)).toEqual(before);
  });

  test("of templates that were mended is the site that stood there", () => {
    const before = hashesIn(site);
    expect(build()).toMatchObject({ stderr: "", status: 0 });
    expect(hashesIn(site)).toEqual(before);
  });

  test("of a preview does not look", () => {
    spoil("src/site/pages/lists/not-found.tsx", "<p>", "<p><p>б</p>");
    rmSync(site, { recursive: true });
    expect(build("--preview").status).toBe(0);
  });
});
