import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";
import { buildNewspaper, edit, newspaper, put, read } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

describe("authors whom the editor has described", () => {
  let folder = "";
  beforeAll(async () => {
    folder = newspaper();
    await buildNewspaper(folder);
  });

  test("have a page with photo, text, articles and feeds", () => {
    const page = read(folder, "authors/anna-smirnova/index.html");
    expect(page).toContain("<em>мостах</em>");
    expect(page).toContain('src="/authors/anna-smirnova/smirnova.jpg" alt="Анна Смирнова"');
    expect(page).toContain("/authors/anna-smirnova/smirnova-480.avif 480w");
    expect(existsSync(join(folder, "site/authors/anna-smirnova/smirnova-480.avif"))).toBe(true);
    expect(page).toMatch(/\/articles\/most\/.*\/articles\/paromy\//);
    expect(page).not.toContain("/articles/muzei/");
    expect(page).toContain('"mainEntity":{"@type":"Person","name":"Анна Смирнова"');
    expect(page).toContain('href="/authors/anna-smirnova/rss.xml"');
    expect(read(folder, "authors/anna-smirnova/rss.xml")).toContain("Паромы встанут");
    expect(read(folder, "sitemaps/pages.xml")).toContain("/authors/anna-smirnova/");
  });

  test("have a site of their own, whose address is shown as it is where it cannot be read", async () => {
    expect(read(folder, "authors/anna-smirnova/index.html")).toContain(">smirnova.example</a>");
    const own = newspaper();
    edit(
      own,
      "_data/authors.yaml",
      "https://smirnova.example/",
      "https://smirnova.example/%E0%A4%A",
    );
    await buildNewspaper(own);
    const page = read(own, "authors/anna-smirnova/index.html");
    expect(page).toContain(">smirnova.example/%E0%A4%A</a>");
  });

  test("are linked by bylines, other names are text", () => {
    const page = read(folder, "articles/paromy/index.html");
    expect(page).toContain(
      '<span class="authors"><a href="/authors/anna-smirnova/" rel="author">Анна Смирнова</a>, ' +
        '<a href="/authors/petr-volkov/" rel="author">Пётр Волков</a>, Иван Гость</span>',
    );
    expect(page).toContain(
      '{"@type":"Person","name":"Анна Смирнова","url":"https://volga.example/authors/anna-smirnova/"}',
    );
    expect(page).toContain('{"@type":"Person","name":"Иван Гость"}');
  });

  test("are listed in the editor's order; a draft makes nobody an author", () => {
    const list = read(folder, "authors/index.html");
    expect(list).toMatch(/Анна Смирнова<\/a>.*2 материала.*Пётр Волков<\/a>.*1 материал</);
    expect(list).not.toContain("Ольга");
    expect(existsSync(join(folder, "site/authors/olga-ermakova"))).toBe(false);
  });

  test("a text is shown at once and makes no article anew; a new name makes its articles anew", async () => {
    const own = newspaper();
    await buildNewspaper(own);
    edit(own, "_data/authors.yaml", "Главный редактор", "Редактор");
    expect((await buildNewspaper(own)).slices.made).toBe(0);
    expect(read(own, "authors/anna-smirnova/index.html")).toContain("<p>Редактор.");
    edit(own, "_data/authors.yaml", "Пётр Волков", "Иван Гость");
    await buildNewspaper(own);
    expect(existsSync(join(own, "site/authors/petr-volkov"))).toBe(false);
    expect(read(own, "articles/paromy/index.html")).toContain('"/authors/ivan-gost/"');
    const clean = temporaryFolder();
    const options = { project: own, output: join(clean, "site"), cache: join(clean, "cache") };
    await buildIn(own, options);
    expect(hashesIn(join(clean, "site"))).toEqual(hashesIn(join(own, "site")));
  });

  test("without the file there is nothing of them", async () => {
    const own = newspaper();
    rmSync(join(own, "_data/authors.yaml"));
    await buildNewspaper(own);
    expect(existsSync(join(own, "site/authors"))).toBe(false);
    expect(read(own, "articles/paromy/index.html")).toContain(
      '<span class="authors">А.\u00a0Смирнова, Пётр Волков, Иван Гость</span>',
    );
    expect(read(own, "sitemaps/pages.xml")).not.toContain("authors");
  });

  test("what is damaged, or would lie in their place, is refused", async () => {
    const refused = (files: Readonly<Record<string, string>>) => {
      const own = newspaper(files);
      return refusalOf(buildNewspaper(own), own);
    };
    expect(
      await refused({ "content/pages/authors.md": "---\ntitle: Мы\n---\n\nТекст.\n" }),
    ).toContain("«/authors/index.html»");
    const cut = newspaper();
    const photo = join(cut, "_data/smirnova.jpg");
    put(cut, { "_data/smirnova.jpg": "" });
    expect(await refusalOf(buildNewspaper(cut), cut)).toContain("«smirnova.jpg» не читается");
    expect(existsSync(photo)).toBe(true);
  });
});

test("an author of many articles has pages of years, as topics have them", async () => {
  const articles = Array.from({ length: 35 }, (_, index) => {
    const day = `${index < 20 ? 2025 : 2026}-01-${String((index % 20) + 1).padStart(2, "0")}`;
    const text = `---\ntitle: Статья ${index}\ndate: ${day}\nauthors: Анна\n---\n\nТекст.\n`;
    return [`content/a${index}.md`, text] as const;
  });
  const folder = temporaryFolder({
    ...Object.fromEntries(articles),
    "_data/authors.yaml": "- Анна\n",
  });
  await buildIn(folder);
  const page = read(folder, "authors/anna/index.html");
  expect(page).toContain('href="/authors/anna/2025/"');
  const year = read(folder, "authors/anna/2025/index.html");
  expect(year).toContain('<a href="/authors/">Авторы</a><a href="/authors/anna/">Анна</a>');
  expect(year.match(/class="card-title/g)).toHaveLength(20);
  expect(read(folder, "sitemaps/pages.xml")).toContain("/authors/anna/2025/");
});
