import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importWorkspace } from "./import-workspace.ts";

function imported(name: string, text: string) {
  const { folder, run, archive, read } = importWorkspace({ [name]: text });
  const report = run(join(folder, name));
  const notes = report.notes.flatMap(({ what, mentions }) =>
    mentions.map(({ part, detail }) => [what, part, detail].filter(Boolean).join(": ")),
  );
  return { report, notes, read, articles: report.added === 0 ? [] : archive().articles };
}

function rss(item: string): string {
  return `<rss version="2.0"><channel><title>Г</title><link>https://old.example/</link><item><title>Да</title>${item}</item></channel></rss>`;
}

function atom(entry: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Г</title><author><name>Редакция</name></author>
<entry><id>1</id><title>Да</title>${entry}</entry></feed>`;
}

describe("HTML in descriptions is paragraphs", () => {
  const PARAGRAPHS = "<p>Раз.</p>\n<p>Два\u00a0— <strong>три</strong>.</p>\n";

  test.each([
    [
      "escaped",
      "&lt;p&gt;Раз.&lt;/p&gt;&lt;p&gt;Два &amp;mdash; &lt;b&gt;три&lt;/b&gt;.&lt;/p&gt;",
    ],
    [
      "escaped twice",
      "&amp;lt;p&amp;gt;Раз.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Два &amp;amp;mdash; &amp;lt;b&amp;gt;три&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;",
    ],
    ["with breaks", "Раз.&lt;br/&gt;&lt;br/&gt;Два — &lt;b&gt;три&lt;/b&gt;."],
    ["with blank lines", "Раз.\n\nДва — &lt;b&gt;три&lt;/b&gt;."],
    ["in CDATA", "<![CDATA[<p>Раз.</p><p>Два — <b>три</b>.</p>]]>"],
  ])("%s", (_, description) => {
    const { articles } = imported("a.xml", rss(`<description>${description}</description>`));
    expect(articles[0]?.html).toBe(PARAGRAPHS);
  });

  test("a text that speaks of tags keeps them", () => {
    const text = "&lt;p&gt;Тег &amp;lt;b&amp;gt; — жирный.&lt;/p&gt;";
    const { articles } = imported("a.xml", rss(`<description>${text}</description>`));
    expect(articles[0]?.html).toContain("&lt;b&gt;");
  });
});

test.each([
  ["<atom:author><atom:name>Анна Петрова</atom:name></atom:author>"],
  ["<author><name>Анна Петрова</name></author>"],
  ["<author>anna@old.example (Анна Петрова)</author>"],
  ["<itunes:author>Анна Петрова</itunes:author>"],
])("who wrote it: %s", (author) => {
  const { articles } = imported("a.xml", rss(`<description>Текст.</description>${author}`));
  expect(articles[0]?.authors).toEqual(["Анна Петрова"]);
});

test("an entry of Atom that names nobody is by who wrote the feed", () => {
  const content = "<content>Текст.</content>";
  expect(imported("a.xml", atom(content)).articles[0]?.authors).toEqual(["Редакция"]);
  const named = `<author><name>Анна</name></author>${content}`;
  expect(imported("a.xml", atom(named)).articles[0]?.authors).toEqual(["Анна"]);
});

test.each([
  [
    "RSS",
    rss(
      '<description>Да.</description><enclosure url="https://old.example/a.mp3" type="audio/mpeg"/>',
    ),
  ],
  [
    "Atom",
    atom(
      '<content>Да.</content><link rel="enclosure" href="https://old.example/a.mp3" type="audio/mpeg"/>',
    ),
  ],
])("a sound of %s that lies elsewhere is a link, and told of", (_, feed) => {
  const { articles, notes } = imported("a.xml", feed);
  expect(articles[0]?.html).toContain('href="https://old.example/a.mp3"');
  expect(notes).toEqual(["вложение стало ссылкой под текстом: https://old.example/a.mp3"]);
});

describe("JSON Lines", () => {
  const line = (fields: object): string => JSON.stringify({ id: 1, title: "Да", ...fields });

  test.each([
    ["a list of paragraphs", { text: ["Раз", "Два"] }],
    [
      "blocks of an editor",
      {
        content: {
          blocks: [{ type: "paragraph", data: { text: "Раз" } }, { data: { text: "Два" } }],
        },
      },
    ],
    [
      "what WordPress answers",
      { title: { rendered: "Да" }, content: { rendered: "<p>Раз</p><p>Два</p>" } },
    ],
  ])("%s", (_, fields) => {
    const { articles, notes } = imported("a.jsonl", line(fields));
    expect(articles).toMatchObject([{ title: "Да", html: "<p>Раз</p>\n<p>Два</p>\n" }]);
    expect(notes).toEqual([]);
  });

  test.each([
    [["2019-05-13"]],
    [{ $date: "2019-05-13T00:00:00+03:00" }],
    [{ $date: { $numberLong: "1557694800000" } }],
    [{ _seconds: 1557694800 }],
  ])("a date that is wrapped: %j", (date) => {
    const { articles, notes } = imported("a.jsonl", line({ text: "Текст.", date }));
    expect(articles[0]?.date?.day).toBe("2019-05-13");
    expect(notes).toEqual([]);
  });

  test("tags in one text", () => {
    const { articles } = imported("a.jsonl", line({ text: "Текст.", tags: "река, мост; порт" }));
    expect(articles[0]?.topics.map(({ name }) => name)).toEqual(["река", "мост", "порт"]);
  });

  test("whatever is in no article is told of: unknown, spare and odd fields", () => {
    const fields = {
      text: "Раз.",
      body: "Иной текст.",
      content: "<p>Раз</p>",
      rating: { stars: 5 },
      date: "2019-05-13",
      created: "2018-01-01",
      slug: { a: 1 },
      summary: ["Одно", "Другое"],
    };
    expect(imported("a.jsonl", line(fields)).notes.sort()).toEqual([
      'поле не перенесено: rating: {"stars":5}',
      'поле не перенесено: в нём не текст: slug: {"a":1}',
      'поле не перенесено: в нём не текст: summary: ["Одно","Другое"]',
      "поле не перенесено: взято другое того же смысла: created, взято date: 2018-01-01",
      "поле с текстом не перенесено: взято другое: body, взято text: Иной текст.",
    ]);
  });
});
