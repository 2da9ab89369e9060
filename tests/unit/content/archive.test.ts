import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openArchive, readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { photo } from "./photo.ts";

function archive(files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder(files);
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  return readArchive(folders, { url: "https://example.org", pathPrefix: "/news/" });
}

const article = (fields: string, body = "Текст.") => `---\n${fields}\n---\n\n${body}\n`;

describe("articles", () => {
  test("every field is read", () => {
    const { articles } = archive({
      "content/2026/novost.md": article(
        [
          'title: Открылся "Дом"',
          "date: 23.11.2026",
          "updated: 2026-11-24 10:00",
          "summary: Кратко -- о главном",
          "topics: [Наука, Беларусь, наука]",
          "source: {name: БелТА, url: https://example.org/1}",
        ].join("\n"),
        "Смотрите [здесь](/articles/drugaia/).",
      ),
    });
    expect(articles).toMatchObject([
      {
        slug: "novost",
        path: "/articles/novost/",
        title: "Открылся «Дом»",
        date: { iso: "2026-11-23" },
        updated: { iso: "2026-11-24T10:00:00+03:00" },
        summary: "Кратко\u00a0— о\u00a0главном",
        topics: [
          { name: "Наука", slug: "nauka" },
          { name: "Беларусь", slug: "belarus" },
        ],
        source: { name: "БелТА", url: "https://example.org/1" },
        html: '<p>Смотрите <a href="/news/articles/drugaia/">здесь</a>.</p>\n',
        lead: "Смотрите здесь.",
      },
    ]);
  });

  test("a title is enough, and fields may be left empty", () => {
    const { articles } = archive({
      "content/a.md": article("title: А\ndate:\ntopics:\nsummary:", ""),
    });
    expect(articles).toMatchObject([{ title: "А", topics: [], lead: "", html: "" }]);
    expect(articles[0]?.date).toBeUndefined();
  });

  test("the file's name makes the address, whatever the title", () => {
    const slugs = archive({
      "content/Новый центр.md": article("title: Старый заголовок"),
      "content/tsentr/index.md": article("title: Ещё"),
      "content/x.md": article("title: Третья\nslug: moi-adres"),
    }).articles.map(({ slug }) => slug);
    expect(slugs.toSorted()).toEqual(["moi-adres", "novyi-tsentr", "tsentr"]);
  });

  test("the newest come first, those without a date last, drafts not at all", () => {
    const titles = archive({
      "content/a.md": article("title: Без даты"),
      "content/b.md": article("title: Старая\ndate: 2020-01-01"),
      "content/c.md": article("title: Новая\ndate: 2026-01-01"),
      "content/d.md": article("title: Черновик\ndraft: true"),
    }).articles.map(({ title }) => title);
    expect(titles).toEqual(["Новая", "Старая", "Без даты"]);
  });

  test("windows line ends and a byte order mark do not matter", () => {
    const { articles } = archive({
      "content/a.md": "\uFEFF---\r\ntitle: А\r\n---\r\n\r\nТекст\r\n",
    });
    expect(articles).toMatchObject([{ title: "А", html: "<p>Текст</p>\n" }]);
  });

  test("an image beside the article is taken along", async () => {
    const vid = await photo(60, 30);
    const { articles } = archive({
      "content/2026/a.md": article("title: А", "![Вид](foto/vid.jpg)"),
      "content/2026/foto/vid.jpg": vid,
    });
    expect(articles[0]?.images).toMatchObject([{ path: "/articles/a/foto-vid.jpg" }]);
    expect(articles[0]?.html).toContain('src="/news/articles/a/foto-vid.jpg"');
  });
});

describe("headlines", () => {
  const content = { "content/a.md": article("title: А") };

  test("an anchor is none that the page has itself", () => {
    const read = (yaml: string) => archive({ ...content, "_data/headlines.yaml": yaml }).headlines;
    expect(read("- Content\n")[0]?.anchor).toMatch(/^content-[0-9a-f]{6}$/);
    expect(() => read("- {text: А, slug: content}\n")).toThrow("такой якорь на странице уже есть");
  });

  test("texts alone and texts with fields", () => {
    const { headlines } = archive({
      ...content,
      "_data/headlines.yaml": [
        "- Марафон стартовал!",
        "- text: Цветут поля",
        "  date: 2026-11-23 08:00",
        "  link: /articles/a/",
        "  topics: Китай",
        "  source: Синьхуа",
      ].join("\n"),
    });
    expect(headlines).toMatchObject([
      {
        text: "Цветут поля",
        path: "/headlines/2026/11/23/#tsvetut-polia",
        link: "/news/articles/a/",
        topics: [{ slug: "kitai" }],
        source: { name: "Синьхуа" },
      },
      {
        text: "Марафон стартовал!",
        path: "/headlines/#marafon-startoval",
        anchor: "marafon-startoval",
      },
    ]);
  });

  test("without dates they keep the editor's order", () => {
    const yaml = Array.from({ length: 12 }, (_, index) => `- Новость-${12 - index}`).join("\n");
    const { headlines } = archive({ ...content, "_data/headlines.yaml": yaml });
    expect(headlines.map(({ text }) => text)).toEqual(
      Array.from({ length: 12 }, (_, index) => `Новость-${12 - index}`),
    );
  });

  test("headlines that begin alike for long have anchors of their own, whatever their order", () => {
    const start = "Очень длинный заголовок ".repeat(5);
    const anchors = (yaml: string) =>
      archive({ ...content, "_data/headlines.yaml": yaml }).headlines.map(({ anchor }) => anchor);
    const [first, second] = anchors(`- ${start}раз\n- ${start}два\n`);
    expect(first).toMatch(/^ochen-dlinnyi-zagolovok-.{50,60}-[0-9a-f]{6}$/);
    expect(first).not.toBe(second);
    expect(anchors(`- ${start}два\n- ${start}раз\n`)).toEqual([second, first]);
  });

  test("the same words on two days are two headlines", () => {
    const yaml = "- {text: Курс, date: 2026-01-01}\n- {text: Курс, date: 2026-01-02}";
    expect(archive({ ...content, "_data/headlines.yaml": yaml }).headlines).toHaveLength(2);
  });
});

test("a scan of a file sees the day of its date, in either form", () => {
  const folder = temporaryFolder({
    "content/a.md": article("title: А\ndate: 2026-11-23 10:00"),
    "content/b.md": article('title: Б\ndate: "1.2.2025"'),
    "content/c.md": article("title: В", "date: 2020-01-01"),
    "content/план.docx": "x",
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const { articles, others } = openArchive(folders);
  expect(articles.map(({ day }) => day)).toEqual(["2026-11-23", "2025-02-01", undefined]);
  expect(others).toEqual([join(folder, "content/план.docx")]);
});
