import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { BuildOptions } from "../../../src/build/index.ts";
import { PAGE_IDS } from "../../../src/content/model/page-ids.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";
import { put } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

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

/** A page of a newspaper in the place of ours, with an id that each page has already. */
const spoilt = (fields: string): string =>
  `---\n${fields}\nlayout: vestnik\ntitle: Своя\n---\n<div id="content">Текст</div>\n`;

describe("a whole build", () => {
  const folder = temporaryFolder(FILES);
  const site = join(folder, "site");
  const build = (options: Partial<BuildOptions> = {}) =>
    buildIn(folder, { project: folder, ...options });
  /** Puts a page of the newspaper in the place of ours until the test is over. */
  const spoil = (name: string, fields: string): void => {
    put(folder, { [`src/pages/vestnik/${name}`]: spoilt(fields) });
    onTestFinished(() => rmSync(join(folder, "src"), { recursive: true }));
  };

  test("of good pages succeeds, whatever their headings and headlines are", async () => {
    await build();
    const ids = ["articles/most/index.html", "headlines/2026/11/23/index.html"].flatMap((path) => {
      const html = readFileSync(join(site, path), "utf8").replace(WORDS_OF_EDITORS, "");
      return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
    });
    // What the pages have besides headings and headlines.
    expect(new Set(ids)).toEqual(PAGE_IDS);
  });

  // One of each group of pages that Eleventy is run for.
  test.each([
    [
      "article.njk",
      'pagination: { data: articlePages, size: 1, alias: one }\npermalink: "{{ one.article.path }}"',
    ],
    [
      "headlines-day.njk",
      'pagination: { data: years, size: 1 }\npermalink: "/headlines/{{ pagination.pageNumber }}/"',
    ],
    ["not-found.njk", "permalink: /404.html"],
  ])("of pages that %s makes invalid leaves the old site, again and again", async (...page) => {
    const before = hashesIn(site);
    spoil(...page);
    const first = await refusalOf(build(), folder);
    expect(first).toContain(`src/pages/vestnik/${page[0]}`);
    expect(first).toContain("(duplicate-id): «");
    expect(first).toContain("Как исправить");
    expect(await refusalOf(build(), folder)).toBe(first);
    expect(hashesIn(site)).toEqual(before);
  });

  test("of pages that were mended is the site that stood there", async () => {
    const before = hashesIn(site);
    await build();
    expect(hashesIn(site)).toEqual(before);
  });

  test("of a preview does not look", async () => {
    spoil("not-found.njk", "permalink: /404.html");
    await build({ overrides: { preview: true } });
    expect(readFileSync(join(site, "404.html"), "utf8")).toContain('<div id="content">');
  });
});
