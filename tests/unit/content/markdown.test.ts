import { describe, expect, test } from "vitest";
import { type References, renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { cases, fc } from "../language/property.ts";

const asWritten: References = {
  link: (href) => href,
  image: (src) => ({ src, width: 600, height: 400, variants: [] }),
  media: () => undefined,
  language: (tag) => tag,
  problem: () => undefined,
};

function html(text: string): string {
  return renderMarkdown(text, asWritten).html.trim().replaceAll("\u00a0", "·");
}

describe("typography", () => {
  test("a quotation may open before bold and close after it", () => {
    expect(html('он сказал: "дом **и сад** наш"')).toBe(
      "<p>он·сказал: «дом <strong>и·сад</strong> наш»</p>",
    );
  });

  test("a quotation may hold nothing but what is bold", () => {
    expect(html('сказал: "**да**", и "*нет*"')).toBe(
      "<p>сказал: «<strong>да</strong>», и·«<em>нет</em>»</p>",
    );
  });

  test("code stays as typed, the text around it does not", () => {
    expect(html('команда `git commit -m "x"` -- "готово"')).toBe(
      "<p>команда <code>git commit -m &quot;x&quot;</code>·— «готово»</p>",
    );
    expect(html('```\na -- "b"\n```')).toBe(
      '<pre tabindex="0"><code>a -- &quot;b&quot;\n</code></pre>',
    );
  });

  test("addresses stay as typed, the words of a link do not", () => {
    expect(html("см. https://example.org/a--b?q=1")).toContain(
      '<a href="https://example.org/a--b?q=1">https://example.org/a--b?q=1</a>',
    );
    expect(html('["Пояс"](https://example.org/a--b)')).toBe(
      '<p><a href="https://example.org/a--b">«Пояс»</a></p>',
    );
  });

  test("a quotation runs over the lines of a paragraph", () => {
    expect(html('сказал "раз\nдва" и ушёл')).toBe("<p>сказал «раз\nдва» и·ушёл</p>");
  });

  test("a text with the private-use stand-in is left alone, not cut", () => {
    expect(html('странный \uE000 знак "и" **да**')).toContain("знак &quot;и&quot; <strong>да");
  });
});

describe("safety", () => {
  test.each([
    ['<script>alert("1")</script>', "<script"],
    ["<img src=x onerror=alert(1)>", "<img"],
    ["[x](javascript:alert(1))", 'href="javascript:'],
    ["[x](data:text/html;base64,AAAA)", 'href="data:text'],
    ["текст <b>и</b>", "<b>"],
  ])("%s is shown, not run", (text, danger) => {
    expect(html(text)).not.toContain(danger);
  });
});

describe("headings", () => {
  test("the first rank is the title's, so it becomes the second", () => {
    expect(html("# Начало")).toBe('<h2 id="nachalo">Начало</h2>');
  });

  test("equal headings have anchors of their own", () => {
    expect(html("## Итог\n\n## Итог\n\n## 北京")).toBe(
      '<h2 id="itog">Итог</h2>\n<h2 id="itog-2">Итог</h2>\n<h2 id="razdel">北京</h2>',
    );
  });

  test.each([
    ["## Итог\n\n## Итог\n\n## Итог 2", ["itog", "itog-2", "itog-2-2"]],
    ["## Content\n\n## Итог", ["content-2", "itog"]],
  ])("%j: an id stands on a page once", (text, ids) => {
    expect(renderMarkdown(text, asWritten).headings.map(({ id }) => id)).toEqual(ids);
  });
});

describe("ranks of headings", () => {
  const ranks = (text: string) =>
    renderMarkdown(text, asWritten).headings.map(({ level, text: words }) => `${level} ${words}`);

  test.each([
    ["## А\n\n#### Б\n\n#### В\n\n### Г", ["2 А", "3 Б", "3 В", "3 Г"]],
    ["#### А\n\n## Б\n\n### В", ["2 А", "2 Б", "3 В"]],
    ["# А\n\n## Б\n\n###### В\n\n# Г", ["2 А", "2 Б", "3 В", "2 Г"]],
    ["## А\n\n> #### Б", ["2 А", "3 Б"]],
    ["## А\n\n### Б\n\n#### В\n\n##### Г\n\n###### Д", ["2 А", "3 Б", "4 В", "5 Г", "6 Д"]],
  ])("%j leaves no gap", (text, expected) => {
    expect(ranks(text)).toEqual(expected);
    const tags = [...html(text).matchAll(/<(\/?)h(\d)/g)].map(([, , rank]) => rank);
    expect(tags).toEqual(expected.flatMap(([rank]) => [rank, rank]));
  });

  test("they are told with their ids and words", () => {
    const { headings } = renderMarkdown("## *Итог* `x`\n\nТекст\n\n## Итог x", asWritten);
    expect(headings).toEqual([
      { level: 2, id: "itog-x", text: "Итог x" },
      { level: 2, id: "itog-x-2", text: expect.stringMatching(/^Итог\sx$/) },
    ]);
  });
});

describe("passages in other languages", () => {
  test.each([
    ["про [Belt and Road]{lang=en} и", '<p>про <span lang="en">Belt and Road</span> и</p>'],
    ['[a "b" c]{lang="en"}', '<p><span lang="en">a &quot;b&quot; c</span></p>'],
    ["[*a* b]{lang=en}", '<p><span lang="en"><em>a</em> b</span></p>'],
    ["[[a]{lang=en} б](/x/)", '<p><a href="/x/"><span lang="en">a</span> б</a></p>'],
    ["[[а](/x/)]{lang=en}", '<p><span lang="en"><a href="/x/">а</a></span></p>'],
    [
      'он: "мы [the "b" c]{lang=en} и"',
      '<p>он: «мы·<span lang="en">the &quot;b&quot; c</span> и»</p>',
    ],
    ["**[a]{lang=en}**", '<p><strong><span lang="en">a</span></strong></p>'],
    ['он: "[a b]{lang=en}"', '<p>он: «<span lang="en">a b</span>»</p>'],
    ["[北京]{lang=zh-Hans}{lang=en}", '<p><span lang="zh-Hans">北京</span>{lang=en}</p>'],
  ])("%s", (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test.each([
    "[a]{.b}",
    "[a] {lang=en}",
    "[a]{lang=en fr}",
    "[a]{ lang=en }",
    "a{lang=en}",
    "*a*{lang=en}",
    "{lang=en}",
    "[a]{lang=en",
    "[a\\]{lang=en}",
  ])("%s stays as typed", (text) => {
    const shown = text.replace("\\]", "]").replace("*a*", "<em>a</em>");
    expect(html(text).replaceAll("·", " ")).toBe(`<p>${shown}</p>`);
  });

  test("braces of code, lists and tables stay as typed", () => {
    expect(html("`[a]{lang=en}`{.x}")).toBe("<p><code>[a]{lang=en}</code>{.x}</p>");
    expect(html("```js {.x}\nf\n```")).toBe(
      '<pre tabindex="0"><code class="language-js">f\n</code></pre>',
    );
    expect(html("- a {.x}\n{.y}")).toContain("a·{.x}\n{.y}");
    expect(html("| a {.x} |\n| --- |\n| b |")).toContain('<th scope="col">a·{.x}</th>');
    expect(html("--- {.x}")).toBe("<p>—·{.x}</p>");
  });

  test("the lead has the words, whoever resolves the tag has its line", () => {
    const asked: [string, number][] = [];
    const language = (tag: string, line: number): string => {
      asked.push([tag, line]);
      return "de";
    };
    const { html: shown, lead } = renderMarkdown("А\nб [c]{lang=x}\n\n[d]{lang=}", {
      ...asWritten,
      language,
    });
    expect(asked).toEqual([
      ["x", 2],
      ["", 4],
    ]);
    expect(lead.replaceAll("\u00a0", " ")).toBe("А б c");
    expect(shown).toContain('<span lang="de">c</span>');
  });
});

describe("the time to read", () => {
  const minutes = (text: string) => renderMarkdown(text, asWritten).readingMinutes;

  test.each([
    ["", 1],
    ["слово ".repeat(180), 1],
    ["слово ".repeat(269), 1],
    ["слово ".repeat(271), 2],
    [`${"слово ".repeat(200)}\n\n- ${"да -- нет ".repeat(80)}`, 2],
    ["кто-то ".repeat(900), 5],
  ])("%#", (text, expected) => {
    expect(minutes(text)).toBe(expected);
  });
});

test("the lead is the first paragraph as plain text", () => {
  const { lead } = renderMarkdown("## Глава\n\nПервый *абзац*,\nи `код`.\n\nВторой.", asWritten);
  expect(lead).toBe("Первый абзац, и\u00a0код.");
});

test("any text is rendered, and its words are all there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      expect(() => renderMarkdown(text, asWritten)).not.toThrow();
    }),
    { numRuns: cases(300) },
  );
});

test("columns of tables are aligned by classes, for styles in the page are not allowed", () => {
  const table = html("| а | б |\n| :-: | --: |\n| 1 | 2 |\n");
  expect(table).toContain('<th class="align-center" scope="col">а</th>');
  expect(table).toContain('<td class="align-right">2</td>');
  expect(table).not.toContain("style=");
});
