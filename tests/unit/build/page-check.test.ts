import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { describe, expect, test } from "vitest";
import { htmlFaults } from "../../../src/build/pages/html-faults.ts";
import { problemsOfPages } from "../../../src/build/pages/page-check.ts";
import { formatProblem } from "../../../src/content/index.ts";

/** A page whose second line is the body. */
const pageOf = (body: string): string =>
  `<!doctype html><html lang="ru"><head><meta charset="utf-8"/><title>А</title></head><body>\n${body}\n</body></html>`;

/** The same standard as others read it. */
const others = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ["html-validate:standard"] }),
);

async function isValidToOthers(html: string): Promise<boolean> {
  return (await others.validateString(html)).valid;
}

describe("what the standard allows passes", () => {
  test.each([
    '<p>Слова &amp; <a href="/a/?b=1&amp;c=2">ссылка</a><br>и <img src="a.png" alt=""/></p>',
    "<ul>\n<li>а<ul><li>б</li></ul></li></ul><dl><div><dt>а</dt><dd>б</dd></div></dl>",
    "<table><thead><tr><th>а</th></tr></thead><tbody><tr><td>б</td></tr></tbody></table>",
    '<a href="/"><h2>Ссылка</h2><p>на всё</p></a><details><summary>а</summary>б</details>',
    '<svg viewBox="0 0 1 1"><title>а</title><path d="M0 0"/></svg><p id="а">б</p>',
    '<script type="application/ld+json">{"a":"</p><b>"}</script><p>R&D, 5 > 3</p>',
    '<picture><source srcset="a.avif"><img src="a.png" alt="А"></picture>',
    '<label for="q">а</label><input id="q"><x-own><p>б</p></x-own>',
  ])("%s", async (body) => {
    expect(htmlFaults(pageOf(body))).toEqual([]);
    expect(await isValidToOthers(pageOf(body))).toBe(true);
  });
});

describe("what it does not allow is told with its rule and place", () => {
  test.each([
    ['<p id="a">а</p><p id="a">б</p>', "duplicate-id 2:16"],
    ["<div><b>а</div>", "unclosed-element 2:6"],
    ["<p>а</p></div>", "stray-end-tag 2:9"],
    ["<p>а <div>б</div></p>", "misplaced-element 2:6"],
    ["<em><p>а</p></em>", "misplaced-element 2:5"],
    ["<p><a href='/'>а<div>б</div></a></p>", "misplaced-element 2:17"],
    ["<a href='/'>а <span><a href='/'>б</a></span></a>", "misplaced-element 2:21"],
    ["<ul><p>а</p></ul>", "misplaced-element 2:5"],
    ["<div><li>а</li></div>", "misplaced-element 2:6"],
    ["<table><tr><p>а</p></tr></table>", "misplaced-element 2:12"],
    ["<article><header><main>а</main></header></article>", "misplaced-element 2:18"],
    ["<p>а <b>б <i>в</b> г</i></p>", "unclosed-element 2:11, stray-end-tag 2:21"],
    ["<center>а</center>", "unknown-element 2:1"],
    ['<p><img alt="а"></p>', "missing-attribute 2:4"],
    ['<p class="а" class="б">в</p>', "duplicate-attribute 2:19"],
    ['<p class="а"lang="ru">в</p>', "missing-whitespace-between-attributes 2:13"],
    ["<p>&nosuch;</p>", "unknown-named-character-reference 2:11"],
    ["<p>а <б</p>", "invalid-first-character-of-tag-name 2:7"],
    ["<p id=''>а</p>", "wrong-id 2:1"],
  ])("%s", async (body, expected) => {
    const faults = htmlFaults(pageOf(body));
    expect(faults.map(({ rule, line, column }) => `${rule} ${line}:${column}`).join(", ")).toBe(
      expected,
    );
    expect(await isValidToOthers(pageOf(body))).toBe(false);
  });

  // Those that others let pass, or that the standard leaves to who writes pages.
  test.each([
    ["<div><p>а</div>", "unclosed-element 2:6"],
    ["<p>а</p><div/></div>", "self-closing 2:9"],
    ["<ul>а<li>б</li></ul>", "misplaced-text 2:5"],
    ['<label for="нет">а</label>', "missing-id 2:1"],
    ["<p>а\ufffe</p>", "noncharacter-in-input-stream 2:5"],
  ])("%s", (body, expected) => {
    const faults = htmlFaults(pageOf(body));
    expect(faults.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([expected]);
  });

  test("a page without its frame", () => {
    const rules = (html: string) => htmlFaults(html).map(({ rule }) => rule);
    expect(rules("")).toEqual(["missing-doctype", ...Array(4).fill("missing-element")]);
    expect(rules(pageOf("а").replace("<!doctype html>", ""))).toEqual(["missing-doctype"]);
    expect(rules(pageOf("а").replace("</body>", ""))).toEqual(["unclosed-element"]);
    expect(rules(pageOf("а").replace("<title>", "<title>б</title><title>"))).toEqual([
      "second-element",
    ]);
  });
});

describe("what is told", () => {
  const template = "src/site/pages/slice/article.tsx";
  const page = (path: string, text: string) => ({ path, text, template });

  test("of an article's page: its file and what to do", () => {
    const bad = page("articles/a/index.html", pageOf("<p>а <div>б</div></p>"));
    const sources = new Map([[bad.path, "content/a.md"]]);
    expect(problemsOfPages([bad], sources).map(formatProblem)).toMatchInlineSnapshot(`
      [
        "content/a.md: Страница «articles/a/index.html» вышла с ошибкой в строке 2:6: <div> не может стоять внутри <p> (misplaced-element): «<div>б</div></p> </body></html>».
          Как исправить: измените это место статьи или отложите её (draft: true). Покажите это разработчику: страницу сделал src/site/pages/slice/article.tsx.",
      ]
    `);
  });

  test("of a page of lists, a feed: their place in the site", () => {
    const bad = [
      page("topics/gorod/index.html", pageOf('<p id="a">а</p><p id="a">б</p>')),
      page("rss.xml", "<rss>\n<channel></rss>"),
      page("robots.txt", "<"),
    ];
    expect(problemsOfPages(bad).map(formatProblem)).toMatchInlineSnapshot(`
      [
        "topics/gorod/index.html:2:16: Страница вышла с ошибкой: id="a" встречается дважды (duplicate-id): «<p id="a">б</p> </body></html>».
          Как исправить: отмените последнюю правку программы, настроек или данных. Покажите это разработчику: страницу сделал src/site/pages/slice/article.tsx.",
        "rss.xml:2:10: Страница вышла с ошибкой: это не XML: Expected closing tag 'channel' (opened in line 2, col 1) instead of closing tag 'rss'. (xml InvalidTag): «</rss>».
          Как исправить: отмените последнюю правку программы, настроек или данных. Покажите это разработчику: страницу сделал src/site/pages/slice/article.tsx.",
      ]
    `);
  });

  test("of data that are no JSON", () => {
    expect(problemsOfPages([page("feed.json", "{")])).toMatchObject([
      { file: "feed.json", line: 1, column: 1, message: expect.stringContaining("не JSON") },
    ]);
  });

  test("of a fault that is on every page: its first pages", () => {
    const bad = Array.from({ length: 50 }, (_, index) => page(`${index}.html`, ""));
    expect(problemsOfPages(bad)).toHaveLength(60);
  });
});
