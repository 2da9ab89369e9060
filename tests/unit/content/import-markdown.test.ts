import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { importWorkspace } from "./import-workspace.ts";

function imported(files: Readonly<Record<string, string>>, options = {}) {
  const { run, archive, read } = importWorkspace();
  const report = run(temporaryFolder(files), options);
  return { report, read, articles: report.added === 0 ? [] : archive().articles };
}

const MOST = {
  title: "Мост: открыт",
  date: { iso: "2020-01-02T10:00:00+03:00" },
  topics: [{ name: "Город" }, { name: "мост" }, { name: "1.10" }],
};

describe("fields of", () => {
  test.each([
    [
      "Hugo in TOML",
      '+++\ntitle = "Мост: открыт"\ndate = 2020-01-02T10:00:00+03:00\ncategories = ["Город"]\ntags = ["мост", "1.10"]\n+++\n\nПоехали.\n',
    ],
    [
      "Hugo in JSON",
      '{\n  "title": "Мост: открыт",\n  "date": "2020-01-02T10:00:00+03:00",\n  "categories": ["Город"],\n  "tags": ["мост", "1.10"]\n}\n\nПоехали.\n',
    ],
    [
      "Jekyll, whose categories are divided by spaces",
      '\n--- \ntitle: "Мост: открыт"\ndate: 2020-01-02 10:00:00 +0300\ncategories: Город\ntags: мост 1.10\n...\nПоехали.\n',
    ],
    [
      "Hexo without a line above",
      'title: "Мост: открыт"\ndate: 2020/01/02 10:00:00\ncategories:\n- [Город]\ntags: [мост, 1.10]\n---\nПоехали.\n',
    ],
    [
      "Hexo in JSON",
      ';;;\n"title": "Мост: открыт", "date": "2020-01-02 10:00", "categories": "Город", "tags": ["мост", "1.10"]\n;;;\nПоехали.\n',
    ],
    [
      "Pelican",
      "Title: Мост: открыт\nDate: 2020-01-02 10:00\nCategory: Город\nTags: мост,\n    1.10\n\nПоехали.\n",
    ],
    [
      "Nikola",
      "<!--\n.. title: Мост: открыт\n.. date: 2020-01-02 10:00:00 UTC+03:00\n.. category: Город\n.. tags: мост, 1.10\n-->\n\nПоехали.\n",
    ],
    [
      "Eleventy in JSON",
      '---json\n{"title": "Мост: открыт", "date": "2020-01-02T10:00", "categories": "Город", "tags": ["мост", "1.10"]}\n---\nПоехали.\n',
    ],
  ])("%s", (_, text) => {
    const { articles, report } = imported({ "2020-01-02-most.md": text });
    expect(report).toMatchObject({ added: 1, problems: [], notes: [] });
    expect(articles).toMatchObject([{ ...MOST, slug: "most", html: "<p>Поехали.</p>\n" }]);
  });

  test("Hugo are its own in any letters", () => {
    const text = "---\nTitle: Мост\nTags: [река]\nexpirydate: 2090-02-03\n---\nДа.\n";
    const { report, read } = imported({ "most.md": text });
    expect(report.notes).toEqual([]);
    expect(read("content/most.md")).toMatch(
      /title: Мост\nexpires: 2090-02-03\ntopics:\n {2}- река\n/,
    );
  });

  test("Jekyll above HTML; a page of HTML without a day is none", () => {
    const { articles, report } = imported({
      "_posts/2020-01-02-most.html":
        "---\ntitle: Мост\n---\n<p>Да, <a href='{% post_url 2020-01-03-dom %}'>дом</a>.</p>\n",
      "_posts/2020-01-03-dom.md": "---\ntitle: Дом\n---\nНет.\n",
      "index.html": "---\nlayout: home\n---\n<p>{{ content }}</p>\n",
    });
    expect(articles).toMatchObject([
      { title: "Дом" },
      { title: "Мост", html: '<p>Да, <a href="/articles/dom/">дом</a>.</p>\n' },
    ]);
    expect(report.skipped).toMatchObject([{ what: "страница о сайте", count: 1 }]);
  });

  test("«category» of Jekyll is one, and so is a name with spaces elsewhere", () => {
    const text = (field: string) => `---\ntitle: Да\n${field}: Городской транспорт\n---\nДа.\n`;
    const { articles } = imported({
      "2020-01-02-a.md": text("category"),
      "b.md": text("categories"),
      "2020-01-02-c.md": text("categories"),
    });
    const topics = articles.map((one) => one.topics.map(({ name }) => name).join("+"));
    expect(topics.sort()).toEqual([
      "Городской транспорт",
      "Городской транспорт",
      "Городской+транспорт",
    ]);
  });

  test.each([
    ["TOML", '+++\ntitle = "Да"\ndate = = 3\n+++\nДа.\n', { line: 3, column: 8 }],
    ["JSON", '{\n  "title": "Да",\n}\nДа.\n', { line: 1 }],
    ["fields that nothing closes", "+++\ntitle = 1\n", { line: 1 }],
    ["a program", "---js\n({title: 1})\n---\n", { line: 1 }],
  ])("that are wrong are named with their place: %s", (_, text, place) => {
    const { report } = imported({ "a.md": text });
    expect(report).toMatchObject({ added: 0, problems: [place] });
  });

  test("a day that TOML's library would move is no date", () => {
    const text = '+++\ntitle = "Да"\ndate = 2020-02-31\n+++\nДа.\n';
    const { articles, report } = imported({ "a.md": text });
    expect(articles[0]?.date).toBeUndefined();
    expect(report.notes).toMatchObject([{ what: "дата не понята и опущена" }]);
  });

  test("tabs are mended and told of", () => {
    const { articles, report } = imported({
      "a.md": "---\ntitle: Да\ntags:\n\t- река\n\t- мост\n---\nДа.\n",
    });
    expect(articles[0]?.topics).toHaveLength(2);
    expect(report.notes).toMatchObject([{ what: "табуляция в полях YAML заменена пробелами" }]);
  });
});

describe("a text without fields", () => {
  test.each([
    ["# Мост *открыт* {#most}\n\nПоехали.\n"],
    ["Мост открыт\n===========\n\nПоехали.\n"],
    ["\n## Мост [открыт](http://a.example/) ##\nПоехали.\n"],
    ["---\ndate: 2020-01-02\n---\n\n# Мост открыт\n\nПоехали.\n"],
  ])("has its first heading for a title: %j", (text) => {
    expect(imported({ "a.md": text }).articles).toMatchObject([
      { title: "Мост открыт", html: "<p>Поехали.</p>\n" },
    ]);
  });

  test("that is no article is named", () => {
    const { report } = imported({ "README.md": "# Проект\n\nКак собрать.\n", "b.md": "Просто.\n" });
    expect(report.skipped.map(({ what }) => what).sort()).toEqual([
      "файл Markdown без полей статьи и без заголовка",
      "файл о самом проекте (README и подобные)",
    ]);
  });
});

test("what becomes topics is a choice, and what does not is told of", () => {
  const files = { "a.md": "---\ntitle: Да\ncategories: [Город]\ntags: [мост]\n---\nДа.\n" };
  const names = (taxonomy?: string) =>
    imported(files, { taxonomy }).articles[0]?.topics.map(({ name }) => name);
  expect(names()).toEqual(["Город", "мост"]);
  expect(names("categories")).toEqual(["Город"]);
  expect(names("tags")).toEqual(["мост"]);
  expect(imported(files, { taxonomy: "tags" }).report.notes).toMatchObject([
    { what: "не перенесены рубрики", mentions: [{ detail: "Город" }] },
  ]);
});

describe("versions in other languages", () => {
  const text = (title: string) => `---\ntitle: ${title}\n---\nДа.\n`;
  const files = {
    "most/index.ru.md": text("Мост"),
    "most/index.en.md": text("Bridge"),
    "port.md": text("Порт"),
    "port.en.md": text("Port"),
    "only.en.md": text("Only in English"),
    "node.js.md": text("Node"),
  };

  test("are for the sites in them, and named; a text that is in no other stays", () => {
    const { articles, report } = imported(files);
    expect(articles.map(({ slug }) => slug).sort()).toEqual(["most", "node-js", "only", "port"]);
    expect(report.skipped).toMatchObject([{ count: 2, mentions: [{ part: "en" }, {}] }]);
  });

  test("become translations where their site is known", () => {
    const translations = new Map([["en", "https://en.example"]]);
    const most = imported(files, { translations }).articles.find(({ slug }) => slug === "most");
    expect(most?.translations).toEqual([
      { language: "en", address: "https://en.example/articles/most/" },
    ]);
  });
});

describe("folders", () => {
  const text = "# Да\n\nДа.\n";
  const files = {
    "posts/a.md": text,
    "posts/draft-b.md": text,
    "demo/c.md": text,
    "src/_includes/d.md": text,
    "blog/e.md": text,
  };
  const slugs = (options: object) =>
    imported(files, options)
      .articles.map(({ slug }) => slug)
      .sort();

  test("of demos and partials are passed over, and told of before anything is written", () => {
    const { folder, run } = importWorkspace(files);
    const told: string[] = [];
    const passedOver = (folders: readonly string[]): void => {
      told.push(...folders);
      throw new Error("stopped");
    };
    expect(() => run(folder, { passedOver })).toThrow("stopped");
    expect(told).toEqual([join(folder, "demo"), join(folder, "src/_includes")]);
    expect(slugs({})).toEqual(["a", "draft-b", "e"]);
  });

  test.each([
    [{ include: ["posts"] }, ["a", "draft-b"]],
    [{ include: ["posts/*.md"], exclude: ["draft-*"] }, ["a"]],
    [{ exclude: ["posts/", "blog/**"] }, []],
    [{ include: ["demo", "blog"] }, ["c", "e"]],
  ])("%j", (options, expected) => {
    expect(slugs(options)).toEqual(expected);
  });
});

test("fields of Zola: tables for terms and the rest, and a day that only the address tells", () => {
  const fields =
    'title = "Мост"\npath = "2024/05/06/most"\n[taxonomies]\ntags = ["реки"]\ncategories = ["Город"]\n[extra]\nauthor = "И. Орлов"\n';
  const { run, read, folder } = importWorkspace({
    "source/most.md": `+++\n${fields}+++\n\nМост открыт.\n`,
    "source/2019/13/45/dom.md": "---\ntitle: Дом\n---\n\nДня нет в календаре.\n",
  });
  const { notes } = run(`${folder}/source`);
  const article = read("content/2024/most.md");
  for (const part of ["date: 2024-05-06", "И. Орлов", "реки", "Город", "/2024/05/06/most"])
    expect(article).toContain(part);
  expect(notes.map(({ what, mentions }) => [what, mentions.length])).toContainEqual([
    "даты нет в полях, день взят из адреса",
    1,
  ]);
  expect(read("content/dom.md")).not.toContain("date:");
});
