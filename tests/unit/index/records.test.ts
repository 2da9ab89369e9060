import { join } from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../../src/content/index.ts";
import { toRecords } from "../../../src/index/records.ts";
import { temporaryFolder } from "../temporary.ts";

function records(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(files);
  const { site, articles, headlines } = readArchive(
    { content: join(folder, "content"), data: join(folder, "_data") },
    { url: "https://example.org", pathPrefix: "/news/" },
  );
  return toRecords([...articles, ...headlines], site.language);
}

test("an article and each headline are records of their own, without the path prefix", () => {
  const made = records({
    "content/a.md": "---\ntitle: А\n---\n\nТекст.\n",
    "_data/headlines.yaml": "- Раз\n- {text: Два, date: 2026-11-23}\n",
  });
  expect(made.map(({ url }) => url)).toEqual([
    "/articles/a/",
    "/headlines/#raz",
    "/headlines/2026/11/23/#dva",
  ]);
});

test("topic, kind and year are filters, the date sorts, title and body are found", () => {
  const [record] = records({
    "content/a.md":
      '---\ntitle: А & "Б"\ndate: 2026-11-23\ntopics: [Наука & жизнь]\n---\n\n## Глава\n',
  });
  expect(record?.html).toBe(
    [
      '<html lang="ru"><body>',
      '<span data-pagefind-meta="title[data-value]" data-value="А\u00a0&amp; «Б»"></span>',
      '<span data-pagefind-meta="kind[data-value]" data-value="Статья"></span>',
      '<span data-pagefind-filter="kind[data-value]" data-value="Статья"></span>',
      '<span data-pagefind-filter="topic[data-value]" data-value="Наука &amp; жизнь"></span>',
      '<span data-pagefind-sort="date[data-value]" data-value="2026-11-22T21:00:00.000Z"></span>',
      '<span data-pagefind-filter="year[data-value]" data-value="2026"></span>',
      '<span data-pagefind-meta="date[data-value]" data-value="23 ноября 2026"></span>',
      '<span data-pagefind-meta="published[data-value]" data-value="2026-11-23"></span>',
      '<main data-pagefind-body><h1>А\u00a0&amp; «Б»</h1><h2 data-pagefind-weight="2" id="glava">Глава</h2>\n</main></body></html>',
    ].join(""),
  );
});

test("a headline tells where its story is, and whose page that is", () => {
  const made = records({
    "content/a.md": "---\ntitle: А\n---\n\nТекст.\n",
    "_data/headlines.yaml":
      "- {text: Там, link: 'https://www.xn--e1afmkfd.xn--p1ai/1'}\n- {text: Тут, link: /articles/a/}\n",
  });
  const [, there, here] = made.map(({ html }) => html);
  expect(there).toContain(
    'meta="link[data-value]" data-value="https://www.xn--e1afmkfd.xn--p1ai/1"',
  );
  expect(there).toContain('meta="host[data-value]" data-value="пример.рф"');
  expect(here).toContain('meta="link[data-value]" data-value="/news/articles/a/"');
  expect(here).not.toContain("host[");
});

test("words without a space between them are apart for Pagefind, but not in the title", () => {
  const [record] = records({ "content/a.md": "---\ntitle: Минск/Витебск\n---\n\nВ 1631—1644.\n" });
  expect(record?.html).toContain('data-value="Минск/Витебск"');
  expect(record?.html).toContain("<h1>Минск/\u2060 Витебск</h1>");
  expect(record?.html).toContain("1631–\u2060 1644");
});

test("in another language words are Pagefind's own", () => {
  const [record] = records({
    "content/a.md": "---\ntitle: Don’t\n---\n",
    "_data/site.yaml": "language: en\n",
  });
  expect(record?.html).toContain("<h1>Don’t</h1>");
});

test("what has no date sorts behind every date", () => {
  const [record] = records({ "content/a.md": "---\ntitle: А\n---\n" });
  expect(record?.html).toContain('data-pagefind-sort="date[data-value]" data-value="0000"');
  expect(record?.html).not.toContain("year");
});

test("a headline is its own content, for Pagefind drops a record without any", () => {
  const [, record] = records({
    "content/a.md": "---\ntitle: А\n---\n",
    "_data/headlines.yaml": "- Только <b>заголовок\n",
  });
  expect(record?.html).toContain("<p>Только &lt;b&gt;\u2060 заголовок</p>");
});
