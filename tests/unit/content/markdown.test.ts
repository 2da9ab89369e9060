import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../src/content/markdown.ts";
import { fc } from "../language/property.ts";

const asWritten = { link: (href: string) => href, image: (src: string) => src };

function html(text: string): string {
  return renderMarkdown(text, asWritten).html.trim().replaceAll("\u00a0", "·");
}

describe("typography", () => {
  test("a quotation may open before bold and close after it", () => {
    expect(html('он сказал: "дом **и сад** наш"')).toBe(
      "<p>он·сказал: «дом <strong>и·сад</strong> наш»</p>",
    );
  });

  test("code stays as typed, the text around it does not", () => {
    expect(html('команда `git commit -m "x"` -- "готово"')).toBe(
      "<p>команда <code>git commit -m &quot;x&quot;</code>·— «готово»</p>",
    );
    expect(html('```\na -- "b"\n```')).toBe("<pre><code>a -- &quot;b&quot;\n</code></pre>");
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
    { numRuns: 300 },
  );
});
