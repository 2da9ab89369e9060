import { describe, expect, test } from "vitest";
import { html, render, told } from "./markdown-rendered.ts";

const noteRef = (number: number, id = `ref_${number}`): string =>
  `<sup data-pagefind-ignore><a href="#note_${number}" id="${id}" role="doc-noteref" aria-label="Примечание ${number}">${number}</a></sup>`;

describe("footnotes", () => {
  test("numbers by the order of the text, names for those who do not see them", () => {
    const shown = html('Б[^б] и "да"[^a], ещё[^б] -- да.\n\n[^a]: А "а".\n[^б]: Б\n\n    два\n\nВ');
    const back = (id: string, label: string): string =>
      ` <a href="#${id}" role="doc-backlink" aria-label="Назад к тексту, примечание ${label}" data-pagefind-ignore>↑</a>`;
    expect(shown).toBe(
      `<p>Б${noteRef(1)}·и·«да»${noteRef(2)}, ещё${noteRef(1, "ref_1_2")}·— да.</p>\n<p>В</p>\n` +
        '<section class="footnotes" role="doc-endnotes" aria-label="Примечания">\n' +
        '<h2>Примечания</h2>\n<ol>\n<li id="note_1">\n' +
        `<p>Б</p>\n<p>два${back("ref_1", "1")}${back("ref_1_2", "1, место 2")}</p>\n</li>\n` +
        `<li id="note_2">\n<p>А·«а».${back("ref_2", "2")}</p>\n</li>\n</ol>\n</section>`,
    );
  });

  test("the summary and the contents have no numbers, the time to read has the notes", () => {
    const note = "слово ".repeat(400);
    const { lead, headings, readingMinutes } = render(`Раз[^1].\n\n## Два[^1]\n\n[^1]: ${note}`);
    expect(lead).toBe("Раз.");
    expect(headings).toEqual([{ level: 2, id: "dva", text: "Два" }]);
    expect(readingMinutes).toBe(2);
  });

  test("ids are never those of headings", () => {
    const shown = html("## note 1\n\n## ref_1\n\nА[^1]\n\n[^1]: Б");
    const ids = [...shown.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4);
  });

  test("what was typed as HTML is text there too", () => {
    const shown = html('А[^<script>]\n\n[^<script>]: <script>alert("1")</script>');
    expect(shown).not.toContain("<script");
    expect(shown).toContain("&lt;script&gt;alert");
  });

  test("an image and a video may end one", () => {
    const shown = html("А[^1] Б[^2]\n\n[^1]: ![x](a.png)\n[^2]: https://youtu.be/a");
    expect(shown).toMatch(/<p><img src="a.png"[^>]*> <a href="#ref_1"/);
    expect(shown).toMatch(/<p><a href="https:\/\/youtu.be\/a">[^<]*<\/a> <a href="#ref_2"/);
  });

  test.each(["\\[^1]", "`[^1]`", "2^[10]", "[^1](/a/)", "[^ 1]"])("%s is none", (text) => {
    expect(html(text)).not.toContain("note");
  });

  test.each([
    ["Раз\nдва[^1] и[^два]", ["7:4: Сноски [^1] нет.", "7:10: Сноски [^два] нет."]],
    ["А[^1]\n\n[^1]:", ["8:1: В сноске [^1] нет текста."]],
    ["А\n\n[^1]: Б", ["8:1: На сноску [^1] ничто не ссылается."]],
    ["А[^1]\n\n[^1]: Б\n[^1]: В", ["9:1: Сноска [^1] написана дважды."]],
    ["А[^1]\n\n> [^1]: Б[^2]", ["8:10: Сноски [^2] нет."]],
  ])("%j is told with its place", (text, messages) => {
    expect(told(text)).toEqual(messages.map((message) => `content/a.md:${message}`));
  });
});

describe("abbreviations", () => {
  const long = "Всемирная организация";
  const shown = (text: string): string =>
    html(`${text}\n\n*[ВОЗ]: ${long}`)
      .replace(/^<p>|<\/p>$/g, "")
      .replaceAll(`<abbr title="${long}"`, "<abbr");

  test.each([
    ["ВОЗ", '<abbr class="first">ВОЗ</abbr>'],
    ["ВОЗ, ВОЗ", '<abbr class="first">ВОЗ</abbr>, <abbr>ВОЗ</abbr>'],
    ['"ВОЗ".', '«<abbr class="first">ВОЗ</abbr>».'],
    ["**ВОЗ**-2", '<strong><abbr class="first">ВОЗ</abbr></strong>-2'],
    ["[в ВОЗ](/a/)", '<a href="/a/">в·<abbr class="first">ВОЗ</abbr></a>'],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    "ВОЗом",
    "ЗАВОЗ",
    "ВОЗ2",
    "ё́ВОЗ",
    "воз",
    "`ВОЗ`",
    "[ВОЗ]{lang=en}",
    "https://a.ru/ВОЗ",
  ])("%s is another word", (text) => {
    expect(shown(text)).not.toContain("abbr");
  });

  test("not in headings; the longer one first; signs are no pattern", () => {
    const text = "## ООН\n\nООН и ООН-Ж, С++ и COVID-19";
    const forms = "*[ООН]: а\n*[ООН-Ж]: б\n*[С++]: в\n*[COVID-19]: г\n*[.*]: д";
    const marked = [...html(`${text}\n\n${forms}`).matchAll(/title="(.)"[^>]*>([^<]*)</g)];
    expect(marked.map(([, title, word]) => `${word} ${title}`)).toEqual([
      "ООН а",
      "ООН-Ж б",
      "С++ в",
      "COVID-19 г",
    ]);
    expect(html(text + forms)).toContain('<h2 id="oon">ООН</h2>');
  });

  test("typography goes on over them, and they are words of the summary", () => {
    const { lead, html: whole } = render('В "ВОЗ" -- да\n*[ВОЗ]: "В" -- О');
    expect(lead.replaceAll("\u00a0", " ")).toBe("В «ВОЗ» — да");
    expect(whole).toContain('title="«В»\u00a0— О"');
  });

  test("what was typed as HTML stays in the title", () => {
    const whole = html('ВОЗ\n\n*[ВОЗ]: "><script>alert(1)</script>');
    expect(whole).not.toContain("<script");
    expect(whole).toMatch(/title="&quot;&gt;&lt;script&gt;/);
  });

  test.each([
    ["А\n*[ВОЗ]: раз\n*[ВОЗ]: два", ["8:1: Сокращение «ВОЗ» объяснено второй раз иначе."]],
    ["  *[ВОЗ]:", ["6:3: «*[ВОЗ]:» — нет сокращения или того, что оно значит."]],
    ["*[ ]: раз", ["6:1: «*[]:» — нет сокращения или того, что оно значит."]],
    ["*[ВОЗ]: раз\n*[ВОЗ]: раз\n\n*[x*: y", []],
  ])("%j", (text, messages) => {
    expect(told(text)).toEqual(messages.map((message) => `content/a.md:${message}`));
  });
});
