import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { checkArchive } from "../../../src/content/checking.ts";
import { openArchive } from "../../../src/content/index.ts";
import { listContent } from "../../../src/content/model/content-files.ts";
import { hasSource } from "../../../src/content/model/source-file.ts";
import { temporaryFolder } from "../temporary.ts";

const ARTICLE = "---\ntitle: А\n---\n\nТекст.\n";

/** @param links from a path to where it leads, as it is written into the link */
function list(paths: readonly string[], links: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder(Object.fromEntries(paths.map((path) => [path, ARTICLE])));
  const content = join(folder, "content");
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  const { problems, ...files } = listContent(content);
  const local = (all: readonly string[]) => all.map((path) => relative(content, path));
  const told = problems.map(({ file, message }) => `${relative(content, file)}: ${message}`);
  const { articles, others, hidden } = files;
  return {
    folder,
    articles: local(articles),
    others: local(others),
    hidden: local(hidden),
    told,
  };
}

describe("which files are articles", () => {
  test("by the ending, in capitals too; folders with _ are folders", () => {
    const { articles, others } = list([
      "content/a.md",
      "content/b.MD",
      "content/c.markdown",
      "content/_papka/d.md",
      "content/e.md.d/f.md",
      "content/g.mdx",
      "content/h.txt",
      "content/i.md~",
    ]);
    expect(articles).toEqual(["_papka/d.md", "a.md", "b.MD", "c.markdown", "e.md.d/f.md"]);
    expect(others).toEqual(["g.mdx", "h.txt", "i.md~"]);
  });

  test("what is hidden is not read, and an article among it is told", () => {
    const { articles, others, hidden } = list([
      "content/a.md",
      "content/.b.md",
      "content/.DS_Store",
      "content/._a.md",
      "content/.trash/c.md",
    ]);
    expect({ articles, others, hidden }).toEqual({
      articles: ["a.md"],
      others: [],
      hidden: [".b.md"],
    });
  });

  test("names that differ in one sign or two are one name, and both are named", () => {
    const [one, two] = ["май.md".normalize("NFC"), "май.md".normalize("NFD")];
    const { told } = list([`content/${one}`, `content/${two}`, "content/июнь.md"]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(one);
    expect(told[0]).toContain(two);
  });
});

describe("symbolic links", () => {
  test("to a file and to a hidden folder of the same content are followed", () => {
    const { articles, told } = list(["content/a.md", "content/.sklad/2024/b.md"], {
      "content/c.md": "a.md",
      "content/2024": ".sklad/2024",
    });
    expect(articles).toEqual(["2024/b.md", "a.md", "c.md"]);
    expect(told).toEqual([]);
  });

  test("out of the content they are told and not followed", () => {
    const { articles, told } = list(["content/a.md", "chuzhoe/b.md", "content-2/c.md"], {
      "content/b.md": "../chuzhoe/b.md",
      "content/papka": "../chuzhoe",
      "content/sosed": "../content-2",
      "content/znak.svg": "../chuzhoe/b.md",
    });
    expect(articles).toEqual(["a.md"]);
    expect(told.map((line) => line.split(":")[0])).toEqual(["b.md", "papka", "sosed", "znak.svg"]);
    expect(told.every((line) => line.includes("за пределы папки статей"))).toBe(true);
  });

  test("to nothing, in a circle, to a folder above: each is told", () => {
    const { articles, told } = list(["content/papka/a.md"], {
      "content/pusto.md": "net.md",
      "content/krug.md": "krug.md",
      "content/papka/vverh": "..",
    });
    expect(articles).toEqual(["papka/a.md"]);
    expect(told).toEqual([
      "krug.md: Символическая ссылка ведёт по кругу.",
      expect.stringMatching(/^papka\/vverh: Ссылка ведёт в папку .*content, статьи которой/),
      "pusto.md: Символическая ссылка никуда не ведёт.",
    ]);
  });

  test("a folder of pictures may be linked to", () => {
    const { told, others } = list(["content/a/index.md", "content/foto/v.jpg"], {
      "content/a/foto": "../foto",
    });
    expect({ told, others }).toEqual({ told: [], others: ["foto/v.jpg"] });
  });

  test("folders that lead to each other again and again are read once", () => {
    const { articles, told } = list(["content/.a/x.md", "content/.b/y.md"], {
      "content/a": ".a",
      "content/.a/b": "../.b",
      "content/.a/c": "../.b",
      "content/.b/a": "../.a",
    });
    expect(articles).toEqual(["a/b/y.md", "a/x.md"]);
    expect(told.map((line) => line.split(":")[0])).toEqual(["a/c", "a/b/a"]);
  });
});

test("a pipe called like an article is told", () => {
  const { folder } = list(["content/a.md"]);
  for (const name of ["b.md", "c.jpg"]) {
    expect(spawnSync("mkfifo", [join(folder, "content", name)]).status).toBe(0);
  }
  const { articles, others, problems } = listContent(join(folder, "content"));
  expect([articles.length, others]).toEqual([1, [join(folder, "content", "c.jpg")]]);
  expect(problems).toMatchObject([{ file: join(folder, "content/b.md") }]);
});

test("a name that is no UTF-8 is told", () => {
  const { folder } = list(["content/a.md"]);
  const name = Buffer.concat([
    Buffer.from(`${folder}/content/`),
    Buffer.from([0xec, 0xee]),
    Buffer.from(".md"),
  ]);
  try {
    writeFileSync(name, ARTICLE);
  } catch {
    // macOS has no such names.
    return;
  }
  expect(listContent(join(folder, "content")).problems).toMatchObject([
    { message: expect.stringContaining("не в UTF-8") },
  ]);
});

test("a folder that may not be read is told", () => {
  const { folder } = list(["content/a.md", "content/zakryto/b.md"]);
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "content/zakryto"), 0);
  const isRoot = process.getuid?.() === 0;
  // To root nothing is closed.
  if (isRoot) process.seteuid?.(65_534);
  const { problems } = listContent(join(folder, "content"));
  if (isRoot) process.seteuid?.(0);
  chmodSync(join(folder, "content/zakryto"), 0o755);
  expect(problems).toMatchObject([
    { file: join(folder, "content/zakryto"), message: expect.stringContaining("не читается") },
  ]);
});

describe("files of settings", () => {
  test("a link within their folder is followed, any other is an error", () => {
    const folder = temporaryFolder({ "data/real.yaml": "a: 1\n", "elsewhere.yaml": "a: 1\n" });
    const at = (name: string) => join(folder, "data", name);
    symlinkSync("real.yaml", at("own.yaml"));
    symlinkSync("../elsewhere.yaml", at("far.yaml"));
    symlinkSync("net.yaml", at("lost.yaml"));
    mkdirSync(at("folder.yaml"));
    expect(hasSource(at("own.yaml"))).toBe(true);
    expect(hasSource(at("none.yaml"))).toBe(false);
    expect(() => hasSource(at("far.yaml"))).toThrow("за пределы этой папки");
    expect(() => hasSource(at("lost.yaml"))).toThrow("никуда не ведёт");
    expect(() => hasSource(at("folder.yaml"))).toThrow("не обычный файл");
  });

  test("headlines behind a link that leads nowhere are no empty list", () => {
    const folder = temporaryFolder({ "content/a.md": ARTICLE, "data/site.yml": "" });
    symlinkSync("net.yaml", join(folder, "data/headlines.yaml"));
    const folders = { content: join(folder, "content"), data: join(folder, "data") };
    const { problems, strayData } = openArchive(folders);
    expect(problems).toMatchObject([{ message: "Символическая ссылка никуда не ведёт." }]);
    expect(strayData).toEqual([join(folder, "data/site.yml")]);
    const { findings } = checkArchive({ folders, now: 0 });
    expect(findings).toMatchObject([
      { severity: "error", file: join(folder, "data/headlines.yaml") },
    ]);
  });
});

test("a build and a check tell of links alike", () => {
  const { folder } = list(["content/a.md"], { "content/b.md": "../net.md" });
  const folders = { content: join(folder, "content"), data: join(folder, "data") };
  const link = join(folder, "content/b.md");
  expect(openArchive(folders).problems).toMatchObject([{ file: link }]);
  expect(checkArchive({ folders, now: 0 }).findings).toMatchObject([
    { file: link, severity: "error" },
  ]);
});
