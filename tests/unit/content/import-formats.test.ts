import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { fixture, importWorkspace } from "./import-workspace.ts";

const images = [fixture("images")];

describe("RSS", () => {
  test("brings texts, pictures, tables, old addresses, and headlines where there is no text", () => {
    const { run, read, archive } = importWorkspace();
    const report = run(fixture("rss.xml"), { images });
    expect(report).toMatchObject({ read: 3, added: 2, images: 1, problems: [] });
    expect(report.headlines.added).toBe(1);
    const { articles, headlines } = archive();
    expect(articles.map(({ path, aliases, date }) => [path, aliases, date?.iso])).toEqual([
      ["/articles/vystavka-sadovykh-tsvetov/", ["/2019/06/sad.html"], "2019-06-10T09:00:00+03:00"],
      [
        "/articles/most-cherez-reku-otkryt-osveshchen/",
        ["/2019/05/most.html"],
        "2019-05-01T12:30:00+03:00",
      ],
    ]);
    expect(articles[1]).toMatchObject({
      authors: ["Анна Петрова"],
      topics: [{ name: "Город" }],
      images: [{ path: "/articles/most-cherez-reku-otkryt-osveshchen/most.png" }],
    });
    expect(articles[1]?.html).toContain("<td>820\u00a0м</td>");
    expect(headlines.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Автобус\s№\s7\sвернулся/u),
    ]);
    expect(read("content/2019/most-cherez-reku-otkryt-osveshchen/index.md")).toContain(
      "[Вид сверху](https://old.example/uploads/net.png)",
    );
  });

  test("says what was not taken along", () => {
    const { notes } = importWorkspace().run(fixture("rss.xml"), { images });
    const found = new Map(notes.map(({ what, mentions }) => [what, mentions[0]]));
    expect(found.get("картинки нет, на её месте ссылка")).toMatchObject({
      place: { line: 16, column: 14 },
      part: "её нет в папке",
      detail: "https://old.example/uploads/net.png",
    });
    expect(found.get("программа страницы не перенесена")).toMatchObject({
      place: { line: 16, column: 72 },
      part: "<script>",
    });
  });

  test("of somebody else is named, and its addresses are none of ours", () => {
    const { run, archive } = importWorkspace();
    run(fixture("rss.xml"), { isForeign: true });
    const { articles, headlines } = archive();
    expect(articles.map(({ aliases, source }) => [aliases, source])).toEqual([
      [[], { name: "Речная газета", url: "https://old.example/2019/06/sad.html" }],
      [[], { name: "Речная газета", url: "https://old.example/2019/05/most.html" }],
    ]);
    expect(headlines[0]?.link).toBe("https://old.example/2019/06/avtobus.html");
  });
});

test("Atom with XHTML", () => {
  const { run, archive } = importWorkspace();
  run(fixture("atom.xml"));
  const [article] = archive().articles;
  expect(article).toMatchObject({
    title: "Театр открыл сезон «Чайкой»",
    authors: ["Иван Орлов"],
    topics: [{ name: "Театр" }],
    aliases: ["/teatr/"],
    updated: { day: "2019-09-03" },
  });
  expect(article?.html).toContain("<em>полон</em>");
  expect(article?.html).toContain("<li>Первый акт</li>");
});

describe("WordPress", () => {
  test("brings a post with its picture, caption, category, author and old address", () => {
    const { run, archive } = importWorkspace();
    run(fixture("wordpress.xml"), { images });
    const [article] = archive().articles;
    expect(article).toMatchObject({
      slug: "naberezhnaya",
      date: { iso: "2019-05-01T12:30:00+03:00" },
      authors: ["Анна Петрова"],
      topics: [{ name: "Город" }, { name: "река" }],
      aliases: ["/2019/05/naberezhnaya/"],
      picture: { path: "/articles/naberezhnaya/most.png" },
      lead: "Набережную открыли для пешеходов.",
    });
    expect(article?.html).toContain("<figcaption>Сад у\u00a0реки</figcaption>");
  });

  test("counts what is no news by its kind", () => {
    const report = importWorkspace().run(fixture("wordpress.xml"), { images });
    expect(report.skipped.map(({ what, count }) => [what, count])).toEqual([
      ["страница о сайте", 1],
      ["черновик", 1],
      ["вложение: картинки берутся из папки --images", 1],
    ]);
    expect(report.notes).toContainEqual(
      expect.objectContaining({ what: "комментарии не переносятся", count: 2 }),
    );
    expect(report).toMatchObject({ read: 4, added: 1 });
  });

  test("brings drafts and pages as drafts where that is asked for", () => {
    const { run, snapshot } = importWorkspace();
    expect(run(fixture("wordpress.xml"), { images, drafts: true, pages: true }).added).toBe(3);
    const drafts = Object.entries(snapshot()).filter(([, text]) =>
      text.includes("\ndraft: true\n"),
    );
    expect(drafts.map(([file]) => file)).toEqual([
      "content/eshche-ne-gotovo.md",
      "content/o-gazete.md",
    ]);
  });
});

test("JSON Lines, a broken line among them", () => {
  const { run, archive } = importWorkspace();
  const report = run(fixture("items.jsonl"));
  expect(report.problems).toMatchObject([
    { line: 2, column: 57, message: expect.stringContaining("не JSON") },
  ]);
  const { articles, headlines } = archive();
  expect(articles).toMatchObject([{ title: "Урожай яблок собран", aliases: ["/news/15.html"] }]);
  expect(articles[0]?.html).toBe("<p>Собрано 300\u00a0тонн.</p>\n<p>Уборка шла две недели.</p>\n");
  expect(headlines).toMatchObject([{ date: { day: "2020-09-06" } }]);
  expect(report.notes).toMatchObject([
    { what: "поле не перенесено", parts: [{ name: "rating", count: 1 }] },
  ]);
});

describe("other generators", () => {
  test("Jekyll: dates of file names, code, footnotes, pictures, HTML in the text", () => {
    const { run, archive } = importWorkspace();
    const report = run(fixture("jekyll"));
    expect(report).toMatchObject({ added: 1, images: 1, problems: [] });
    expect(report.skipped.map(({ what }) => what)).toEqual([
      "файл о самом проекте (README и подобные)",
      "черновик",
    ]);
    const [article] = archive().articles;
    expect(article).toMatchObject({
      slug: "bereg",
      date: { day: "2019-05-01" },
      aliases: ["/2019/bereg.html"],
      picture: { path: "/articles/bereg/sad.png" },
    });
    expect(article?.html).toContain("const a = 1;");
    expect(article?.html).toContain("По\u00a0данным подрядчика.");
    expect(article?.html).toContain("<p>Движение открыто.</p>");
    expect(article?.html).not.toContain("onclick");
  });

  test("Hugo: a page with its picture, aliases, a section that is no article", () => {
    const { run, archive } = importWorkspace();
    const report = run(fixture("hugo"));
    expect(report.skipped.map(({ what }) => what)).toEqual(["страница раздела Hugo (_index)"]);
    const [article] = archive().articles;
    expect(article).toMatchObject({
      slug: "vokzal",
      topics: [{ name: "Дорога" }],
      aliases: ["/news/vokzal/", "/vokzal.html"],
      updated: { day: "2020-02-05" },
      images: [{ path: "/articles/vokzal/foto.png" }],
    });
    expect(article?.html).toContain("<figcaption>Первый поезд</figcaption>");
  });

  test("a comment behind a text is told of, and topics may differ by signs alone", () => {
    const text =
      "---\ntitle: Дом #5\nlayout: post # как все\ncategories: [C++, C#, c#]\n---\n\nТекст.\n";
    const { run, archive } = importWorkspace();
    const { notes } = run(temporaryFolder({ "dom.md": text }));
    expect(notes.map(({ what, mentions }) => [what, mentions[0]?.detail])).toEqual([
      ["комментарий YAML не перенесён", "Дом #5"],
    ]);
    const [article] = archive().articles;
    expect(article?.topics.map(({ slug }) => slug)).toEqual(["c-plus-plus", "c-sharp"]);
  });
});

test("a page: its head, its text, and nothing of what is around", () => {
  const { run, archive, read } = importWorkspace();
  const report = run(fixture("page"));
  const [article] = archive().articles;
  expect(article).toMatchObject({
    slug: "muzei",
    title: "Музей ждёт гостей",
    authors: ["Ольга Лугова"],
    date: { iso: "2018-03-04T11:00:00+03:00" },
    aliases: ["/2018/muzei.html"],
  });
  const text = read("content/2018/muzei.md");
  for (const word of ["Главная", "Поделиться", "Читайте", "counter", "Реклама", "# "]) {
    expect(text).not.toContain(word);
  }
  expect(text).toContain("Вход в музей [свободный](https://old.example/bilety/).");
  const removed = report.notes.find(({ what }) => what.startsWith("удалено со страницы"));
  expect(removed?.parts.map(({ name }) => name).sort()).toEqual([
    "<aside>",
    '<div class="banner">',
    '<div class="share">',
    "<footer>",
    "<nav>",
    "<script>",
  ]);
});

test.each([
  ["windows-1251.xml", "windows-1251"],
  ["koi8-r.xml", "koi8-r"],
  ["utf-16.xml", "utf-16le"],
  ["no-declaration-1251.xml", "windows-1251, опознана по буквам"],
])("%s is read in its encoding", (file, encoding) => {
  const { run, archive } = importWorkspace();
  const report = run(fixture(file));
  expect(archive().articles).toMatchObject([{ title: "Паром Ёрш пошёл по\u00a0расписанию" }]);
  expect(report.notes).toMatchObject([
    { what: "кодировка переведена в UTF-8", parts: [{ name: encoding }] },
  ]);
});

test.each(["Δ", "→", "Ёж", "«а»"])(
  "UTF-8 is UTF-8, however few signs of it are there: %s",
  (sign) => {
    const { run, archive } = importWorkspace();
    const report = run(temporaryFolder({ "a.html": `<h1>Page</h1><p>Signs ${sign} here</p>` }));
    expect(archive().articles[0]?.html).toContain(sign);
    expect(report.notes).toEqual([]);
  },
);

test("signs of HTML in plain texts of JSON Lines are signs, and names in one text are several", () => {
  const line = {
    id: 1,
    title: "А",
    authors: "А. Орлов, Б. Кот",
    text: "Раз &mdash; &laquo;да&raquo; &#x2026; a &lt; b",
  };
  const { run, read, folder } = importWorkspace({ "a.jsonl": JSON.stringify(line) });
  run(join(folder, "a.jsonl"));
  expect(read("content/a.md")).toContain("Раз — «да» … a \\< b");
  expect(read("content/a.md")).toContain("- А. Орлов\n  - Б. Кот\n");
});

test("lines of a heading and of a caption are divided, and a time may say itself what it is", () => {
  const { run, read, folder } = importWorkspace({
    "a.html":
      "<h1>Мост<br>открыт</h1><article><time>23 ноября 2026, 14:30</time><p>Да.</p><figure><img src='https://a.example/a.jpg'><figcaption>Вид<br>Фото: А</figcaption></figure></article>",
  });
  run(join(folder, "a.html"));
  const text = read("content/2026/a.md");
  expect(text).toContain("title: Мост открыт\ndate: 2026-11-23T14:30:00+03:00\n");
  expect(text).toContain("[Вид Фото: А](https://a.example/a.jpg)");
});
