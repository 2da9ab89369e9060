import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Article, openArchive, readArchive, toSummary } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const folders = (files: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder(files);
  return { content: join(folder, "content"), data: join(folder, "_data") };
};

function read(fields: string, body = "Текст."): Article {
  const files = { "content/a.md": `---\ntitle: А\n${fields}\n---\n\n${body}\n` };
  return readArchive(folders(files), { pathPrefix: "/news/" }).articles[0] as Article;
}

describe("authors", () => {
  test.each([
    ["authors: Анна Белова", ["Анна Белова"]],
    ["authors: [Анна Белова, В. Ли, Анна Белова]", ["Анна Белова", "В.\u00a0Ли"]],
    ["authors:", []],
    ["", []],
  ])("%j", (fields, names) => {
    expect(read(fields).authors).toEqual(names);
  });

  test("another spelling of the field is told of", () => {
    expect(() => read("authrs: Анна")).toThrow("«authrs» (возможно, «authors»)");
    expect(() => read("author: Анна")).toThrow(
      /:3:1: Поле «author» другого.*назовите поле authors/s,
    );
    expect(() => read("authors: [1]")).toThrow("«authors», запись 1: нужен текст, а стоит число 1");
  });
});

describe("what stands in fields is told as it has to be written", () => {
  test.each([
    ["summary: Мост: открыт", 'возьмите значение в кавычки: summary: "Мост: открыт"'],
    ["summary: Дом: «О'Нил»", 'кавычки: summary: "Дом: «О\'Нил»"'],
    ['summary: Он: "О\'Нил"', "кавычки: summary: 'Он: \"О''Нил\"'"],
    [
      "topics:\n  -",
      "«topics», запись 1: пусто.\n    Как исправить: впишите значение после дефиса",
    ],
    ["corrections:\n  date:", "впишите значение после «date:»"],
    ["image: https://e.example/2021/most.jpg?x=1", "укажите имя файла, например most.jpg"],
    ["layout: post\nweight: 3", /:3:1: Поле «layout».*:4:1: Поле «weight».*удалите строку/s],
    ["permalink: /most/", "старый адрес в поле aliases"],
  ])("%j", (fields, mend) => {
    expect(() => read(fields)).toThrow(mend);
  });

  test("a field of another generator in many files is named once", () => {
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5].map((name) => [
        `content/${name}.md`,
        `---\ntitle: А${name}\nlayout: post\n---\n\nБ\n`,
      ]),
    );
    const refusal = (): unknown => readArchive(folders(files));
    expect(refusal).toThrow(
      /^[^\n]*1\.md:3:1: Поле «layout»[^\n]* То же ещё в 4 файлах\.\n[^\n]*$/,
    );
  });
});

describe("corrections", () => {
  test("the latest first", () => {
    const yaml = [
      "corrections:",
      '  - {date: 01.02.2026, text: Было "дом"}',
      "  - {date: 2026-02-03 10:00, text: Имя}",
      "  - {date: 2026-02-03, text: Год}",
    ].join("\n");
    const { corrections } = read(yaml);
    expect(corrections.map(({ text }) => text)).toEqual(["Имя", "Год", "Было «дом»"]);
    expect(corrections[2]?.date.iso).toBe("2026-02-01");
  });

  test("one need not be a list", () => {
    expect(read("corrections: {date: 2026-02-03, text: Год}").corrections).toHaveLength(1);
  });

  test("both a date and a text are needed, and nothing else", () => {
    const date = "a.md:4:5: Нет обязательного поля «date» («corrections», запись 1)";
    expect(() => read("corrections:\n  - text: Год")).toThrow(date);
    expect(() => read("corrections: [{date: 2026-02-03}]")).toThrow("поля «text»");
    expect(() => read("corrections: [{date: 2026-02-30, text: Год}]")).toThrow("такой даты нет");
    expect(() => read("corrections: Год")).toThrow("нужны поля вида");
    expect(() => read("corrections: [{date: 2026-02-03, txet: Год}]")).toThrow("«text»");
  });
});

describe("translations", () => {
  test("in the order of languages, the site's own paths under its prefix", () => {
    const yaml = "translations: {zh-hans: https://example.org/zh, be: /be/most/, EN: /en/}";
    expect(read(yaml).translations).toEqual([
      { language: "be", address: "/news/be/most/" },
      { language: "en", address: "/news/en/" },
      { language: "zh-Hans", address: "https://example.org/zh" },
    ]);
    expect(read("translations:").translations).toEqual([]);
  });

  test.each([
    ["translations: {english!: /en/}", "a.md:3:26: «translations», «english!»: такого языка нет."],
    ["translations: {ru-RU: /ru/}", "это язык самого сайта"],
    ["translations: {en: en.html}", "«translations», «en»: это не адрес"],
    ["translations: [/en/]", "«translations»: нужны поля вида"],
    ["translations: {en: /en/, EN: /en2/}", "«translations», «EN»: этот язык уже назван"],
  ])("%j", (yaml, message) => {
    expect(() => read(yaml)).toThrow(message);
  });
});

test("a list gets what it shows of an article and nothing else", () => {
  const article = read("authors: Анна\naliases: /x/\ntopics: Город", "## Раз\n\nТекст.");
  expect(Object.keys(toSummary(article)).toSorted()).toEqual(
    ["kind", "slug", "path", "title", "authors", "topics", "lead"]
      .concat(["date", "updated", "summary", "source", "picture"].filter((key) => key in article))
      .toSorted(),
  );
  expect(toSummary(article)).toMatchObject({ title: "А", lead: "Текст.", authors: ["Анна"] });
});

describe("about the site", () => {
  const open = (about: string) =>
    openArchive(folders({ "content/a.md": "---\ntitle: А\n---\n", "_data/about.md": about }), {
      pathPrefix: "/news/",
    });

  test("Markdown becomes HTML, links get the prefix", () => {
    const { about, problems } = open('## Кто мы\n\nПишем "сами" [здесь](/articles/a/).\n');
    expect(problems).toEqual([]);
    expect(about).toBe(
      '<h2 id="kto-my">Кто мы</h2>\n<p>Пишем «сами» <a href="/news/articles/a/">здесь</a>.</p>\n',
    );
  });

  test("no file and an empty one are no text", () => {
    expect(open(" \n").about).toBeUndefined();
    expect(openArchive(folders({ "content/a.md": "---\ntitle: А\n---\n" })).about).toBeUndefined();
  });

  test.each([
    ["---\ntitle: О нас\n---\n\nТекст", 1, "начинается строкой «---»"],
    ["Текст\n\nи ![мы](my.jpg)", 3, "картинок быть не может"],
    ["Текст\n[we]{lang=!}", 2, "такого языка нет"],
  ])("%j is told of", (about, line, message) => {
    expect(open(about).problems).toMatchObject([
      { line, message: expect.stringContaining(message) },
    ]);
  });
});

test("offline reading is on unless it is turned off", () => {
  const site = (yaml: string) =>
    openArchive(folders({ "content/a.md": "---\ntitle: А\n---\n", "_data/site.yaml": yaml })).site;
  expect(site("name: А").offline).toBe(true);
  expect(site("offline: false").offline).toBe(false);
  expect(() => site("offline: нет")).toThrow("«offline»: нужно true или false");
});
