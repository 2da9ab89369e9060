import { expect, test } from "vitest";
import { feedTextProblems } from "../../../scripts/audit/feed-texts.ts";
import type { Article, Picture } from "../../../src/content/index.ts";
import { portableHtml } from "../../../src/site/feeds/portable-html.ts";
import { toFeedHtml } from "../../../src/site/rendered.ts";
import { article, date, SITE } from "./samples.ts";

const PAGE = "https://vesti.example/news/articles/most/";
const portable = (html: string): string => portableHtml(html, PAGE);

test.each([
  ["a place of the page", '<a href="#itog">к итогу</a>', `<a href="${PAGE}#itog">к итогу</a>`],
  [
    "a page",
    '<a href="/news/archive/">а</a>',
    '<a href="https://vesti.example/news/archive/">а</a>',
  ],
  [
    "another site",
    '<a href="https://x.example/?a=1&amp;b=2">а</a>',
    '<a href="https://x.example/?a=1&amp;b=2">а</a>',
  ],
  ["mail", '<a href="mailto:a@x.example">а</a>', '<a href="mailto:a@x.example">а</a>'],
  ["no address at all", '<a href="https://[">а</a>', "<a>а</a>"],
  ["signs", "<p>2 &lt; 3 &amp; «д»&nbsp;— ё</p>", "<p>2 &lt; 3 &amp; «д»&nbsp;— ё</p>"],
])("%s", (_, html, expected) => {
  expect(portable(html)).toBe(expected);
});

test("what our styles and scripts are told is gone, and what runs with all that it holds", () => {
  const html =
    '<h2 id="itog" class="x" tabindex="-1">Итог</h2><!-- нет --><script>pwned()</script>' +
    '<p style="color:red" onclick="x()" data-y="1">Да<iframe src="https://x.example/"></iframe></p>';
  expect(portable(html)).toBe("<h2>Итог</h2><p>Да</p>");
});

test("callouts, footnotes and sections are plain", () => {
  const html =
    '<aside class="note note-important" role="note"><p class="note-title">Важно</p><p>Мост закрыт' +
    '<sup data-pagefind-ignore><a href="#note_1" id="ref_1" role="doc-noteref" aria-label="Примечание 1">1</a></sup></p></aside>' +
    '<section class="footnotes" role="doc-endnotes"><h2>Примечания</h2><ol><li id="note_1"><p>До мая.' +
    ' <a href="#ref_1" role="doc-backlink">↑</a></p></li></ol></section>';
  expect(portable(html)).toBe(
    "<div><p><strong>Важно</strong></p><p>Мост закрыт" +
      `<sup><a href="${PAGE}#note_1">1</a></sup></p></div>` +
      "<div><h2>Примечания</h2><ol><li><p>До мая. </p></li></ol></div>",
  );
});

const PICTURE: Picture = {
  path: "/articles/most/photo.jpg",
  alt: "Мост & река",
  caption: "Вид",
  width: 3000,
  height: 2000,
  variants: (["avif", "webp"] as const).flatMap((format) =>
    [480, 800, 1200, 1600].map((width) => {
      return { format, width, path: `/articles/most/photo-${width}.${format}` };
    }),
  ),
};

const html = (fields: Partial<Article>): string => toFeedHtml(SITE, article("most", fields));

test("an article begins with its picture, in a size that readers can show, and its summary", () => {
  const text = html({ picture: PICTURE, summary: "Мост <открыт>", html: "<p>Текст.</p>" });
  expect(text).toBe(
    `<figure><img src="${PAGE}photo-1200.webp" alt="Мост &amp; река" width="1200" height="800">` +
      "<figcaption>Вид</figcaption></figure><p><strong>Мост &lt;открыт&gt;</strong></p><p>Текст.</p>",
  );
  expect(feedTextProblems(text)).toEqual([]);
});

test("a drawing is shown as it came", () => {
  const picture = { ...PICTURE, path: "/articles/most/plan.svg", variants: [] };
  expect(html({ picture })).toContain(`<img src="${PAGE}plan.svg"`);
});

test("what was corrected, and whose text it is, stand behind it", () => {
  const text = html({
    corrections: [{ date: date("2026-11-24"), text: "Мост не новый." }],
    source: { name: "Агентство", url: "/news/archive/" },
  });
  expect(text).toMatch(
    /<h2>Исправлено<\/h2><p><time datetime="2026-11-24">.*<\/time> — Мост не новый/,
  );
  expect(text).toMatch(
    /<a href="https:\/\/vesti\.example\/news\/archive\/">Агентство<\/a><\/span><\/p>$/,
  );
});
