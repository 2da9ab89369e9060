import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type ArticleFile,
  readArchive,
  repeatedSlugs,
  toSlugUses,
} from "../../../src/content/index.ts";
import { AliasError, normaliseAlias } from "../../../src/content/model/aliases.ts";
import { temporaryFolder } from "../temporary.ts";

describe("an old address takes the form of the site's paths", () => {
  test.each([
    ["/old/path", "/old/path/"],
    ["/old/path/", "/old/path/"],
    ["/2019/news.html", "/2019/news.html"],
    ["/2019/index.html", "/2019/"],
    ["/news.php", "/news.php/"],
    ["/%D0%B4%D0%BE%D0%BC/", "/дом/"],
    ["/дом", "/дом/"],
    ["/articles/staraia", "/articles/staraia/"],
    ["/archives/1", "/archives/1/"],
  ])("%s", (raw, path) => {
    expect(normaliseAlias(raw)).toBe(path);
    expect(normaliseAlias(path)).toBe(path);
  });
});

describe("where no page of ours can stand", () => {
  test.each([
    ["old/path", "не с «/»"],
    ["https://vesti.example/old/", "не с «/»"],
    ["/old?id=1", "«?» или «#»"],
    ["/old#a", "«?» или «#»"],
    ["/a/../b/", "невозможен"],
    ["/a/%2e%2e/b/", "невозможен"],
    ["/./a/", "невозможен"],
    ["//example.org/a/", "невозможен"],
    ["/a//b/", "невозможен"],
    ["/a\\b/", "невозможен"],
    ["/a%00b/", "невозможен"],
    ["/a%3Fb/", "невозможен"],
    ["/news.html/2/", "невозможен"],
    ["/_headers", "невозможен"],
    ["/index.html.br/", "невозможен"],
    ["/articles/a/most.svg.GZ/b/", "невозможен"],
    ["/.well-known/x/", "невозможен"],
    ["/%zz/", "неверная запись"],
    ["/", "занят"],
    ["/index.html", "занят"],
    ["/404.html", "занят"],
    ["/articles/", "занят"],
    ["/search/", "занят"],
    ["/Search/old/", "занят"],
    ["/archive/2019/", "занят"],
    ["/%61rchive/2019/", "занят"],
    ["/offline/", "занят"],
    ["/sitemaps/1/", "занят"],
    ["/sw.js", "адрес файла"],
    ["/robots.txt", "адрес файла"],
    ["/articles/a/photo.jpg", "адрес файла"],
  ])("%s", (raw, message) => {
    expect(() => normaliseAlias(raw)).toThrow(AliasError);
    expect(() => normaliseAlias(raw)).toThrow(message);
  });
});

/** @param aliases by the names of articles */
function archive(aliases: Readonly<Record<string, string>>) {
  const files = Object.entries(aliases).map(([name, yaml]) => {
    return [`content/${name}.md`, `---\ntitle: ${name}\naliases: ${yaml}\n---\n`];
  });
  const folder = temporaryFolder(Object.fromEntries(files));
  return readArchive({ content: join(folder, "content"), data: join(folder, "_data") }).articles;
}

describe("an article's old addresses", () => {
  test("one, several or none", () => {
    const aliases = archive({ a: "/old/", b: "[/b.html, /b]", c: "" }).map((one) => one.aliases);
    expect(aliases).toEqual([["/old/"], ["/b.html", "/b/"], []]);
  });

  test.each([
    [{ a: "/articles/b/", b: "" }, "a.md:3:10: «aliases»: по адресу «/articles/b/» открывается"],
    [{ a: "", b: "/articles/A" }, "b.md:3:10: «aliases»: по адресу «/articles/A/» открывается"],
    [{ a: "/articles/a/" }, "занят самой этой статьёй"],
    [{ a: "/x/", b: "[/y/, /x]" }, "b.md:3:16: «aliases»: адрес «/x/» уже назван статьёй"],
    [{ a: "[/x/, /X/]" }, "уже назван выше"],
    [{ a: "[/search/]" }, "a.md:3:11: «aliases», запись 1: адрес «/search/» занят самим сайтом"],
    [{ a: "{x: 1}" }, "«aliases», запись 1: нужен текст, а стоит группа полей"],
  ])("%j is told of", (aliases, message) => {
    expect(() => archive(aliases)).toThrow(message);
  });
});

test("articles that were read apart are compared too, whatever their order", () => {
  const use = (file: string, slug: string, aliases: string[]): ArticleFile => {
    const place = { line: 1, column: 1 };
    const article = {
      slug,
      path: `/articles/${slug}/`,
      aliases,
    } as unknown as ArticleFile["article"];
    return { file, draft: false, article, slugPlace: place, aliasPlaces: [{ line: 7, column: 3 }] };
  };
  const uses = [use("a.md", "a", ["/articles/b/"]), use("b.md", "b", [])].flatMap(toSlugUses);
  const problems = repeatedSlugs(JSON.parse(JSON.stringify(uses)));
  expect(problems).toMatchObject([{ file: "a.md", line: 7, column: 3 }]);
});
