import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSite, PROJECT, Progress } from "../../../src/build/index.ts";
import { isSameArticle } from "../../../src/build/live/page-facts.ts";
import { aliasesLine } from "../../../src/build/live/vanished-notices.ts";
import { temporaryFolder } from "../temporary.ts";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 15);

/** An archive that is edited and built, with what each build tells of addresses. */
class Desk {
  readonly folder: string;
  #now = START;

  constructor(files: Readonly<Record<string, string>>) {
    this.folder = temporaryFolder(files);
  }

  at(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, text: string): void {
    writeFileSync(this.at(path), text);
  }

  remove(...paths: readonly string[]): void {
    for (const path of paths) rmSync(this.at(path), { recursive: true, force: true });
  }

  wait(days: number): void {
    this.#now += days * DAY_MS;
  }

  async build(preview = false): Promise<string[]> {
    const { notices } = await buildSite(
      {
        content: this.at("content"),
        data: this.at("_data"),
        output: this.at("site"),
        overrides: { url: "https://vesti.example/mesto/", preview },
        cache: this.at("cache"),
        project: PROJECT,
        cacheLimit: 1_000_000_000,
        now: this.#now,
      },
      new Progress(() => {}),
    );
    const told = notices.filter((line) => line.includes("ольше нет"));
    return told.map((line) => line.replaceAll(`${this.folder}/`, ""));
  }
}

/** Long enough to be nobody else's. */
const about = (title: string): string => `Долго говорили о том, что такое ${title}, `.repeat(3);

/** Each with a text of its own. */
const article = (title: string, fields = "", text = about(title)): string =>
  `---\ntitle: ${title}\n${fields}---\n\n${text}\n`;

const OLD = "date: 2025-01-01\n";

const ARCHIVE = {
  "content/vechnaia.md": article("Вечная", OLD),
  "content/staroe.md": article("Мост", `${OLD}aliases: [/2019/most.html]\n`),
  "content/kurs.md": article("Курс", `${OLD}topics: [Деньги]\n`),
  "content/chernovik.md": article("Сад", OLD),
  "content/srok.md": article("Ярмарка", `${OLD}expires: 2026-02-01\ntopics: [Ярмарки]\n`),
  "content/pozzhe.md": article("Парк", OLD),
  "content/adresa.md": article("Река", `${OLD}aliases: [/reka/, "/река, дом/"]\n`),
  "_data/headlines.yaml": [
    "- {text: Убранный, date: 2025-03-01}",
    "- {text: Вышедший, date: 2025-04-01, expires: 2026-02-01}",
    "- {text: Вечный, date: 2025-05-01}",
  ].join("\n"),
};

test("what is gone is told once, with the line that keeps it", async () => {
  const desk = new Desk(ARCHIVE);
  expect(await desk.build()).toEqual([]);

  desk.wait(60);
  // Renamed with its date; today's news of the same title are no heir of yesterday's.
  desk.remove("content/staroe.md", "content/kurs.md");
  desk.write("content/novoe.md", article("Мост", `${OLD}aliases: [/most/]\n`));
  desk.write("content/kurs-2.md", article("Курс", "date: 2026-01-20\n", "Другой."));
  desk.write("content/chernovik.md", article("Сад", `${OLD}draft: true\n`));
  desk.write("content/pozzhe.md", article("Парк", "date: 2030-01-01\n"));
  desk.write("content/adresa.md", article("Река", `${OLD}aliases: [/reka/]\n`));
  desk.write("_data/headlines.yaml", ARCHIVE["_data/headlines.yaml"].replace(/.*\n/, ""));
  // In CI the cache is all that is left.
  desk.remove("site", "site.next");
  const told = await desk.build();
  expect(told).toEqual([
    "Больше нет адресов /2019/most.html, /articles/staroe/: статья теперь в файле content/novoe.md. Чтобы прежние ссылки вели на неё, в её полях должна стоять строка: aliases: [/most/, /2019/most.html, /articles/staroe/]",
    'Больше нет адреса /река, дом/: статья теперь в файле content/adresa.md. Чтобы прежние ссылки вели на неё, в её полях должна стоять строка: aliases: [/reka/, "/река, дом/"]',
    "Больше нет адреса /articles/chernovik/: статья content/chernovik.md теперь черновик (draft).",
    "Больше нет адреса /articles/kurs/ («Курс»). Если вместо этой страницы есть другая статья, впишите в её поля: aliases: [/articles/kurs/]",
    "Больше нет адреса /articles/pozzhe/: статья content/pozzhe.md снова ждёт своей даты.",
    "Больше нет адреса темы /topics/dengi/. Если тема переименована, прежний адрес даст ей строка в topics.yaml: slug: dengi",
    "Больше нет страницы /headlines/2025/03/01/: за этот день нет заголовков.",
  ]);

  const line = (file: string) => told.find((one) => one.includes(file))?.split("строка: ")[1];
  desk.write("content/novoe.md", article("Мост", `${OLD}${line("novoe.md")}\n`));
  desk.write("content/adresa.md", article("Река", `${OLD}${line("adresa.md")}\n`));
  expect(await desk.build()).toEqual([]);
  for (const [page, to] of [
    ["2019/most.html", "novoe"],
    ["articles/staroe/index.html", "novoe"],
    ["река, дом/index.html", "adresa"],
  ]) {
    expect(readFileSync(desk.at(`site/${page}`), "utf8")).toContain(`/mesto/articles/${to}/`);
  }
});

test("what articles are listed by is told of too, unless all of it has expired", async () => {
  const desk = new Desk({
    "content/most.md": article("Мост", `${OLD}authors: Анна Смирнова\nseries: Переправы\n`),
    "content/sad.md": article("Сад", `${OLD}authors: Пётр Волков\nsection: Город\n`),
    "content/srok.md": article("Ярмарка", `${OLD}expires: 2026-02-01\nseries: Ярмарки\n`),
    "content/pages/kontakty.md": article("Контакты"),
    "_data/authors.yaml": "- Анна Смирнова\n- Пётр Волков\n",
    "_data/sections.yaml": "- Город\n- Спорт\n",
  });
  expect(await desk.build()).toEqual([]);

  desk.wait(60);
  desk.write("_data/authors.yaml", "- {name: Анна Белова, also: [Анна Смирнова]}\n- Пётр Волков\n");
  desk.write("_data/sections.yaml", "- Город\n- {name: Спорт, slug: sport-i-turizm}\n");
  desk.write("content/most.md", article("Мост", `${OLD}authors: Анна Смирнова\nseries: Мосты\n`));
  desk.remove("content/pages/kontakty.md");
  expect(await desk.build()).toEqual([
    expect.stringMatching(/^Больше нет адреса \/kontakty\//),
    "Больше нет страницы автора /authors/anna-smirnova/. Если автор теперь зовётся иначе, прежний адрес даст ему строка в authors.yaml: slug: anna-smirnova",
    "Больше нет раздела по адресу /sport/. Если раздел переименован, прежний адрес даст ему строка в sections.yaml: slug: sport",
    "Больше нет серии по адресу /series/perepravy/. Её адрес берётся из имени: чтобы ссылки на неё работали, верните частям прежнее имя (series).",
  ]);
});

test("the site that stands there knows it where the cache is lost; a preview tells nothing", async () => {
  const desk = new Desk({
    "content/a.md": article("Мост"),
    "content/b.md": article("Сад"),
    "content/c.md": article("Парк", "draft: true\n"),
  });
  expect(await desk.build()).toEqual([]);
  desk.remove("cache", "content/a.md");
  desk.write("content/d.md", article("Мост и река", "", about("Мост")));
  expect(await desk.build(true)).toEqual([]);
  expect(existsSync(desk.at("site/articles/c/index.html"))).toBe(true);
  desk.remove("content/c.md");
  // What only a preview showed was never published, and what stood there before it nobody knows.
  desk.remove("cache");
  expect(await desk.build()).toEqual([]);
  desk.remove("cache", "content/d.md");
  desk.write("content/e.md", article("Река", "", about("Мост")));
  expect(await desk.build()).toEqual([
    expect.stringMatching(
      /\/articles\/d\/: статья теперь в файле content\/e\.md\..*aliases: \[\/articles\/d\/\]$/,
    ),
  ]);
});

test("the line can be pasted into YAML, whatever stands in an address", () => {
  expect(aliasesLine(["/a/", "/дом/", "/a, b/", "/[x]'\"/", "/a: b/"])).toBe(
    'aliases: [/a/, /дом/, "/a, b/", "/[x]\'\\"/", "/a: b/"]',
  );
});

test.each([
  ["renamed", {}, true],
  ["with a better title", { title: "Новый мост" }, true],
  ["with another text", { text: "Другой." }, true],
  ["of another day", { date: "2026-02-02" }, true],
  ["with another title and text", { title: "Сад", text: "Другой." }, false],
  ["another one under the usual title", { date: "2026-02-02", text: "Другой." }, false],
] as const)("an article %s", (_, changes, expected) => {
  const page = { title: "Мост", date: "2026-01-01", text: "Фото дня." };
  expect(isSameArticle(page, { ...page, ...changes })).toBe(expected);
});

test("a short text alone is anybody's, a long one is not", () => {
  const [one, other] = [{ title: "Мост" }, { title: "Сад" }];
  expect(isSameArticle({ ...one, text: "Фото." }, { ...other, text: "Фото." })).toBe(false);
  const text = about("мост");
  expect(isSameArticle({ ...one, text }, { ...other, text })).toBe(true);
});
