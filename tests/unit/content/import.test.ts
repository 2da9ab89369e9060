import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../../src/content/import/escape-markdown.ts";
import { proposeTitle } from "../../../src/content/import/propose-title.ts";
import { importRawText } from "../../../src/content/importing.ts";
import { readArchive } from "../../../src/content/index.ts";
import { renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { fc } from "../language/property.ts";
import { temporaryFolder } from "../temporary.ts";

const RAW = [
  "Первый абзац о музее. Вторая фраза.",
  'Второй абзац: *звёзды*, "кавычки" и 20 млн.',
  "- Цветут поля",
  "- Эксклюзив: цены -- вниз",
].join("\n");

function workspace(raw: string | Buffer = RAW) {
  const folder = temporaryFolder({ "raw.txt": raw });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const run = (
    fields: { title?: string; date?: string; topics?: string[] } = {},
    overwrite = false,
  ) => importRawText(join(folder, "raw.txt"), { topics: [], ...fields }, folders, overwrite);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  return { folder, folders, run, read };
}

describe("a raw text", () => {
  test("becomes an article and headlines", () => {
    const { run, read } = workspace();
    run();
    expect(read("content/pervyi-abzats-o-muzee.md")).toBe(
      [
        "---",
        "# Заголовок предложен по первому предложению текста.",
        "title: Первый абзац о музее",
        "---",
        "",
        "Первый абзац о музее. Вторая фраза.",
        "",
        'Второй абзац: \\*звёзды\\*, "кавычки" и 20 млн.',
        "",
      ].join("\n"),
    );
    expect(read("_data/headlines.yaml")).toBe(
      '- text: Цветут поля\n- text: "Эксклюзив: цены -- вниз"\n',
    );
  });

  test("can be read back, every word of it", () => {
    const { run, folders } = workspace();
    run({ date: "23.11.2026", topics: ["Музеи", "Наука"] });
    const { articles, headlines } = readArchive(folders);
    expect(articles).toMatchObject([
      { title: "Первый абзац о\u00a0музее", topics: [{ slug: "muzei" }, { slug: "nauka" }] },
    ]);
    expect(articles[0]?.html).toContain("*звёзды*, «кавычки»");
    expect(headlines.map(({ text }) => text)).toEqual([
      "Цветут поля",
      "Эксклюзив: цены\u00a0— вниз",
    ]);
  });

  test("imported again, nothing changes", () => {
    const { run, read } = workspace();
    run({ title: "Музей" });
    const before = [read("content/muzei.md"), read("_data/headlines.yaml")];
    const report = run();
    expect(report.article?.action).toBe("keep");
    expect(report.headlines).toMatchObject({
      added: [],
      known: ["Цветут поля", expect.anything()],
    });
    expect([read("content/muzei.md"), read("_data/headlines.yaml")]).toEqual(before);
  });

  test("is known by its words when the editor renamed and retitled it", () => {
    const { run, folder } = workspace();
    run();
    const old = join(folder, "content/pervyi-abzats-o-muzee.md");
    const text = readFileSync(old, "utf8").replace("title: Первый абзац о музее", "title: Иное");
    writeFileSync(join(folder, "content/drugoe.md"), text);
    writeFileSync(old, "---\ntitle: Другая\n---\n\nДругая.\n");
    expect(run().article).toMatchObject({
      action: "keep",
      file: join(folder, "content/drugoe.md"),
    });
  });

  test("imported again with fields, these are set and said", () => {
    const { run, read } = workspace();
    run();
    const { article } = run({ date: "2026-11-23", topics: ["Музеи"] });
    expect(article).toMatchObject({
      action: "update",
      changes: ['date: не было → "2026-11-23"', 'topics: не было → ["Музеи"]'],
    });
    expect(read("content/pervyi-abzats-o-muzee.md")).toContain(
      "date: 2026-11-23\ntopics:\n  - Музеи",
    );
  });

  test("never overwrites another text unless it is told to", () => {
    const { run, read, folder } = workspace();
    run();
    const file = join(folder, "content/pervyi-abzats-o-muzee.md");
    writeFileSync(file, read("content/pervyi-abzats-o-muzee.md").replace("Вторая", "Новая"));
    expect(() => run()).toThrow("Файл уже есть, и текст в нём другой. Ничего не записано.");
    expect(read("content/pervyi-abzats-o-muzee.md")).toContain("Новая фраза");
    expect(run({}, true).article?.action).toBe("replace");
    expect(read("content/pervyi-abzats-o-muzee.md")).toContain("Вторая фраза");
  });

  test("keeps what an editor wrote into the list of headlines", () => {
    const { run, read, folder } = workspace();
    run();
    const file = join(folder, "_data/headlines.yaml");
    writeFileSync(file, "# важное\n- text: цветут поля!\n  topics: Природа # проверить\n");
    const report = run();
    expect(report.headlines.known).toEqual(["Цветут поля"]);
    expect(read("_data/headlines.yaml")).toBe(
      '# важное\n- text: цветут поля!\n  topics: Природа # проверить\n- text: "Эксклюзив: цены -- вниз"\n',
    );
  });

  test("loses no line: a paragraph behind the headlines is the article's", () => {
    const { run, read } = workspace("Текст.\n- Заголовок\nЕщё абзац.");
    expect(run()).toMatchObject({ paragraphs: 2, lateParagraphs: 1 });
    expect(read("content/tekst.md")).toContain("Ещё абзац.");
  });

  test("may hold headlines only", () => {
    const { run, folder } = workspace("- Раз\n- Два\n- Раз");
    const { article, headlines } = run();
    expect(article).toBeUndefined();
    expect(headlines).toMatchObject({ added: ["Раз", "Два"], known: ["Раз"] });
    expect(existsSync(join(folder, "content"))).toBe(false);
  });

  test.each<[string, string | Buffer, object, string]>([
    ["an empty file", " \n\n", {}, "В файле нет текста."],
    ["windows-1251", Buffer.from([0xcf, 0xf0, 0xe8]), {}, "Файл не в кодировке UTF-8."],
    ["a date that does not exist", RAW, { date: "31.02.2026" }, "такой даты нет: «31.02.2026»"],
  ])("%s is refused, and nothing is written", (_, raw, fields, message) => {
    const { run, folder } = workspace(raw);
    expect(() => run(fields)).toThrow(message);
    expect(existsSync(join(folder, "content"))).toBe(false);
    expect(existsSync(join(folder, "_data"))).toBe(false);
  });
});

describe("proposeTitle", () => {
  test.each([
    ["Короткая фраза. Вторая.", "Короткая фраза"],
    [
      "А. С. Пушкин родился в 1799 г. в Москве. Потом уехал.",
      "А. С. Пушкин родился в 1799 г. в Москве",
    ],
    ["Куда он /провинция Цзянсу/ уехал (вчера)? Никто не знает.", "Куда он уехал?"],
    [
      `${"Очень длинное начало фразы ".repeat(4)}с оборотом, который уже не помещается в заголовок никак`,
      `${"Очень длинное начало фразы ".repeat(4)}с оборотом`,
    ],
    ["слово ".repeat(40).trim(), `${"слово ".repeat(23).trim()}…`],
  ])("%s", (lead, title) => {
    expect(proposeTitle(lead)).toBe(title);
  });
});

test("an escaped paragraph is shown as it was typed", () => {
  const sign = fc.constantFrom(..."\\`*_[]()<>~|&#!+-=.:/ 1a9бё\"'@{}");
  const line = fc.string({ unit: sign, minLength: 1, maxLength: 30 }).map((text) => text.trim());
  const nothing = () => undefined;
  const asWritten = {
    link: String,
    image: nothing,
    media: nothing,
    language: String,
    problem: nothing,
  };
  fc.assert(
    fc.property(line, (text) => {
      fc.pre(text !== "");
      const { html, lead } = renderMarkdown(escapeMarkdown(text), asWritten);
      expect(html).toMatch(/^<p>.*<\/p>\n$/s);
      expect(html).not.toMatch(/<(?!\/?p>|\/?a[ >])/);
      const plain = (value: string) => value.replace(/[\s\u00a0«»„“"'’—–-]+/g, "");
      expect(plain(lead)).toBe(plain(text.replaceAll("...", "…")));
    }),
    { numRuns: 2000 },
  );
});

test("what looks like an id at the end of a heading stays in it", () => {
  const nothing = () => undefined;
  const asWritten = {
    link: String,
    image: nothing,
    media: nothing,
    language: String,
    problem: nothing,
  };
  const { headings } = renderMarkdown(`## ${escapeMarkdown("Слова {#a}")}`, asWritten);
  expect(headings.map(({ text }) => text)).toEqual(["Слова {#a}"]);
});
