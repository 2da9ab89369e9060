import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type CheckOptions,
  checkArchive,
  formatReport,
  type Kind,
} from "../../../src/content/checking.ts";
import { temporaryFolder } from "../temporary.ts";

const NOW = Date.parse("2026-11-25T12:00:00+03:00");

type Files = Readonly<Record<string, string>>;

function report(files: Files, options: Partial<CheckOptions> = {}) {
  const folder = temporaryFolder(files);
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  return { folder, ...checkArchive({ folders, now: NOW, ...options }) };
}

/** As it is printed, the folder left out. */
function printed(files: Files, format: "text" | "github" = "text", only?: readonly Kind[]): string {
  const { folder, ...found } = report(files, { only });
  return formatReport(found, format, only).replaceAll(`${folder}/`, "");
}

const article = (title: string, text = "Текст.", fields = ""): string =>
  `---\ntitle: ${title}\n${fields}---\n\n${text}\n`;

const NEWS: Files = {
  "_data/site.yaml": "address: https://vesti.example\n",
  "_data/headlines.yaml": '- "Дом -- это мир"\n- Двор #5 открыт\n',
  "content/a.md": article('"Мост -- это дом"', "Мост -- дом.\n\nРека -- дом.  "),
  "content/b.md": article("Река", "[Дом](/articles/net/)", "topics: Уголь\ndate: 2026-01-01\n"),
  "content/c.md": article("Двор", "![](v.svg) -- двор", "topics: Угол\ndate: 2026-02-01\n"),
  "content/v.svg": '<svg viewBox="0 0 2 1"></svg>',
};

test("errors come first, and what the site sets by itself is one line", () => {
  expect(printed(NEWS)).toBe(`_data/headlines.yaml
  _data/headlines.yaml:2:8: ошибка: запись 2: «#5 открыт» — комментарий YAML, и на сайт он не попадёт.
      Как исправить: возьмите значение в кавычки: "Двор #5 открыт", а если это и правда комментарий, поставьте его отдельной строкой.

content/b.md
  content/b.md:7:7: ошибка: Ссылка никуда не ведёт: статьи «net» в архиве нет.
      Как исправить: исправьте адрес: он берётся из имени файла статьи или из её поля slug.

content/c.md
  content/c.md:3:1: замечание: Темы «Уголь» и «Угол» дают один адрес «ugol»; «Угол» стоит по адресу «ugol-ca913f».
      Как исправить: дайте ей свой адрес в topics.yaml: - {name: "Угол", slug: …}.
  content/c.md:7:5: замечание: У картинки нет описания для тех, кто её не видит.
      Как исправить: напишите, что на ней: ![Что на картинке](файл).

content/a.md
  content/a.md:7:13: замечание: Пробелы в конце строки.
      Как исправить: поправит npm run check -- --fix.

Типографику сайт поставит сам: 4 места, файлов: 2 (показать: npm run check -- --only typography).
Проверено файлов: 4, 2 ошибки, 3 замечания.
Можно исправить само: 5 (npm run check -- --fix).`);
});

test("what is asked for is shown whole, and the rest counted", () => {
  expect(printed(NEWS, "text", ["typography"])).toBe(`content/a.md
  content/a.md:2:14: сведения: Типографика: -- → —
      Как исправить: на сайте всё встанет на место само; в файле — поправит npm run check -- --fix.
  content/a.md:5:6: сведения: Типографика: -- → —
      Как исправить: на сайте всё встанет на место само; в файле — поправит npm run check -- --fix.
  content/a.md:7:6: сведения: Типографика: -- → —
      Как исправить: на сайте всё встанет на место само; в файле — поправит npm run check -- --fix.

content/c.md
  content/c.md:7:12: сведения: Типографика: -- → —
      Как исправить: на сайте всё встанет на место само; в файле — поправит npm run check -- --fix.

Проверено файлов: 4, 0 ошибок, 0 замечаний, не показано другого: 5.
Можно исправить само: 4 (npm run check -- --fix).`);
});

test("for GitHub the same is told in the same order", () => {
  const lines = printed(NEWS, "github").split("\n");
  expect(lines.map((line) => line.replace(/(?<=col=\d+)::.*/, ""))).toEqual([
    "::error file=_data/headlines.yaml,line=2,col=8",
    "::error file=content/b.md,line=7,col=7",
    "::warning file=content/c.md,line=3,col=1",
    "::warning file=content/c.md,line=7,col=5",
    "::warning file=content/a.md,line=7,col=13",
    "",
    "Типографику сайт поставит сам: 4 места, файлов: 2 (показать: npm run check -- --only typography).",
    "Проверено файлов: 4, 2 ошибки, 3 замечания.",
    "Можно исправить само: 5 (npm run check -- --fix).",
  ]);
});

test("programs are told of everything, in the same order", () => {
  const { folder, ...found } = report(NEWS);
  const { findings, hidden } = JSON.parse(formatReport(found, "json"));
  expect(hidden).toBe(0);
  expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual([
    ...["schema", "link", "topic", "alt", "spaces"],
    ...Array.from({ length: 4 }, () => "typography"),
  ]);
});

test("only what is asked for is mended", () => {
  const { mended, findings } = report(NEWS, { fix: true, only: ["spaces"] });
  expect([...mended.values()]).toEqual([1]);
  expect(findings).toEqual([]);
});

describe("an error is what stops a build", () => {
  const severities = (files: Files): string[] =>
    report(files).findings.map(({ severity, rule }) => `${severity} ${rule}`);
  const linking = (fields: string, to = "net"): Files => ({
    "content/a.md": article("Мост", `[Дом](/articles/${to}/) [б](#net)`, fields),
    "content/chernovik.md": article("Дом", "Текст.", "draft: true\n"),
    "content/potom.md": article("Двор", "Текст.", "date: 2027-01-01\n"),
    "content/bylo.md": article("Река", "Текст.", "expires: 2026-01-01\n"),
  });
  const links = (files: Files): string[] => severities(files).filter((one) => /link/.test(one));

  test.each(["net", "chernovik", "potom", "bylo"])("a link to what is not there: %s", (to) => {
    expect(links(linking("", to))).toEqual(["error link", "error link"]);
  });

  test("but not where the settings let it be", () => {
    const settings = { "_data/site.yaml": "allowBrokenLinks: true\n" };
    expect(links({ ...linking(""), ...settings })).toEqual(["warning link", "warning link"]);
  });

  test.each([["draft: true\n"], ["date: 2027-01-01\n"], ["expires: 2026-01-01\n"]])(
    "nor where it stands on no page: %j",
    (fields) => {
      expect(links(linking(fields))).toEqual(["warning link", "warning link"]);
    },
  );

  test("what is wrong with an article whose time is over stops nothing", () => {
    const broken = (fields: string) => severities({ "content/a.md": article("[", "", fields) });
    expect(broken("")).toContain("error schema");
    const over = broken("expires: 2026-01-01\n");
    expect(over).toContain("warning schema");
    expect(over).not.toContain("error schema");
  });
});

describe("a fault in the settings hides nothing", () => {
  test.each([
    ["a wrong value", "language: русский\nallowBrokenLinks: true\n"],
    ["an unknown field", "imia: Вести\nallowBrokenLinks: true\n"],
    [
      "addresses that contradict each other",
      "address: https://e.org/a/\npathPrefix: /b/\nallowBrokenLinks: true\n",
    ],
  ])("%s: what is right of them counts", (_, yaml) => {
    const { findings } = report({ ...NEWS, "_data/site.yaml": yaml });
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`).slice(0, 3)).toEqual([
      "error schema",
      "error schema",
      "warning link",
    ]);
  });

  test("no YAML at all", () => {
    const { findings } = report({ ...NEWS, "_data/site.yaml": "name: [\n" });
    const rules = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
    expect(rules).toEqual(["schema", "schema", "link"]);
  });
});

test("names of a list that YAML takes for one name are told of, unless quotation marks make them one", () => {
  const folder = temporaryFolder({
    "content/a.md": '---\ntitle: А\ntopics: Город, Мир\nauthors: "Анна, Пётр"\n---\n',
    "content/b.md": "---\ntitle: Б\ntopics:\n -Город\n -Мир\n---\n",
    "content/v.md": "---\ntitle: В\ntopics: [Город, Мир]\nauthors: Анна-Мария - Орлова\n---\n",
    "_data/headlines.yaml": "- text: Г\n  topics: Город; Мир\n",
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const found = checkArchive({ folders, now: 0, only: ["topic", "author"] }).findings;
  expect(
    found.map(({ line, column, message, mend }) => [`${line}:${column}`, message, mend]),
  ).toEqual(
    ["2:11", "3:9", "4:2"]
      .sort()
      .map((place) => [
        place,
        expect.stringContaining("— одна тема, а не список."),
        expect.stringContaining("topics: [Город, Мир]"),
      ]),
  );
});
