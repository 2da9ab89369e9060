import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  cleanedNotices,
  ignoredNotices,
  strayNotices,
} from "../../../src/build/checks/file-notices.ts";
import { openArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const ARTICLE = "---\ntitle: А\ndate: 2026-01-01\n---\n\nТекст.\n";

function notices(paths: readonly string[], shown: readonly string[] = [], link?: [string, string]) {
  const files = Object.fromEntries(paths.map((path) => [path, ARTICLE]));
  const folder = temporaryFolder({ "content/a.md": ARTICLE, ...files });
  if (link !== undefined) symlinkSync(link[1], join(folder, link[0]));
  const archive = openArchive({ content: join(folder, "content"), data: join(folder, "data") });
  const pictures = shown.map((path) => join(folder, path));
  const told = [...strayNotices(archive, pictures), ...ignoredNotices(archive)];
  return told.map((line) => line.replaceAll(`${folder}/`, ""));
}

test("each file that the site does without is named", () => {
  expect(notices(["content/b.txt", "content/c.mdx", "content/d.docx", "content/e.jpg"])).toEqual([
    "content/b.txt: на сайт не попадёт: статья — файл .md, а не .txt.",
    "content/c.mdx: на сайт не попадёт: статья — файл .md, а не .mdx.",
    "content/d.docx: не статья и не картинка статьи, на сайт не попадёт.",
    "content/e.jpg: не статья и не картинка статьи, на сайт не попадёт.",
  ]);
});

test("copies of editors and hidden articles are a line each", () => {
  const copies = ["a.md~", "a.md.bak", "#a.md#", "b.md.orig"].map((name) => `content/${name}`);
  expect(notices([...copies, "content/.c.md"])).toEqual([
    "Скрытые статьи (имя с точки) сайт не читает: content/.c.md.",
    "Резервные копии редакторов сайт не читает: content/#a.md#, content/a.md.bak, content/a.md~ и ещё 1.",
  ]);
});

test("a picture is one by any of its names", () => {
  const picture = "content/й.jpg";
  expect(notices([picture.normalize("NFD")], [picture.normalize("NFC")])).toEqual([]);
  const link = ["content/b", "foto"] as [string, string];
  expect(notices(["content/foto/v.jpg"], ["content/b/v.jpg"], link)).toEqual([]);
});

test("beside an article that waits pictures are expected, texts are not", () => {
  const folder = temporaryFolder({
    "content/a.md": ARTICLE,
    "content/b.md": ARTICLE.replace("2026-01-01", "2999-01-01"),
    "content/b.jpg": "",
    "content/b.txt": "",
  });
  const archive = openArchive({ content: join(folder, "content"), data: join(folder, "data") });
  expect(strayNotices(archive, [])).toEqual([expect.stringContaining("b.txt: на сайт не попадёт")]);
});

test("settings under a name that nobody reads are told with the right one", () => {
  expect(notices(["data/headlines.yml", "data/Topics.yaml", "data/zametki.txt"])).toEqual([
    "data/Topics.yaml: сайт этот файл не читает; имя должно быть topics.yaml.",
    "data/headlines.yml: сайт этот файл не читает; имя должно быть headlines.yaml.",
    "data/zametki.txt: сайт этот файл не читает.",
  ]);
});

test("drawings of which something is left out are named, with what that is", () => {
  const names = ["a", "b", "c", "d"].map((name) => `${name}.svg`);
  const cleaned = names.map((name) => [name, ["комментарии"]] as const);
  expect(cleanedNotices(cleaned, "/x")).toEqual([
    "Из рисунков SVG не публикуется то, чего не видно (комментарии): /x/a.svg, /x/b.svg, /x/c.svg и ещё 1.",
  ]);
  expect(cleanedNotices([], "/x")).toEqual([]);
});
