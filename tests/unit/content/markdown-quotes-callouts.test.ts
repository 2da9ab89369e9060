import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { asWritten, html, render, told } from "./markdown-rendered.ts";

describe("quotes with authors", () => {
  const quote = (body: string, author: string): string =>
    `<figure class="quote">\n<blockquote>\n${body}\n</blockquote>\n<figcaption>${author}</figcaption>\n</figure>`;

  test.each([
    ["> Мы построим.\n> — Иван Петров, мэр", "—·Иван Петров, мэр"],
    ["> Мы построим.\n>\n> -- Иван", "—·Иван"],
    ["> Мы построим.  \n> – *Иван*, [мэр](/mer/)", '—·<em>Иван</em>, <a href="/mer/">мэр</a>'],
    ["> Мы построим.\n> — <script>alert(1)</script>", "—·&lt;script&gt;alert(1)&lt;/script&gt;"],
  ])("%j", (text, author) => {
    expect(html(text)).toBe(quote("<p>Мы·построим.</p>", author));
  });

  test("the last line of several paragraphs, their lists and their lines", () => {
    const text = "> А\n> б\n>\n> - в\n>\n> г\n> — Иван";
    const body = "<p>А\nб</p>\n<ul>\n<li>в</li>\n</ul>\n<p>г</p>";
    expect(html(text)).toBe(quote(body, "—·Иван"));
  });

  test("each of several, and one in another", () => {
    expect(html("> А\n> — Иван\n\nи\n\n> Б\n> — Пётр").match(/<figcaption>/g)).toHaveLength(2);
    const inner = quote("<p>А</p>", "—·Иван");
    expect(html("> > А\n> > — Иван")).toBe(`<blockquote>\n${inner}\n</blockquote>`);
  });

  test.each([
    "> — Да?\n> — Нет.",
    "> Он спросил:\n> — Да?\n>\n> — Нет.",
    "> — Иван",
    "> — Иван\n> и Пётр",
    "> А -- Иван",
    "> А\n>\n> - Иван",
    "> А **б\n> — в**",
    "> А\n>\n> ```\n> — Иван\n> ```",
  ])("%j has none", (text) => {
    const shown = html(text);
    expect(shown).toMatch(/^<blockquote>/);
    expect(shown).not.toContain("figure");
  });

  test("a link in an author's line leads where others do, and its language has its line", () => {
    const asked: number[] = [];
    const language = (tag: string, line: number): string => {
      asked.push(line);
      return tag;
    };
    const link = (href: string): string => `/news${href}`;
    const shown = renderMarkdown("> А\n> б\n> — [X]{lang=en}, [мэр](/mer/)", {
      ...asWritten,
      link,
      language,
    }).html;
    expect(asked).toEqual([3]);
    expect(shown).toContain('<a href="/news/mer/">');
  });
});

describe("callouts", () => {
  test.each([
    ["::: важно\nДа.\n:::", '<aside class="note note-important" role="note">', "Важно"],
    ["::: Исправлено\nДа.\n:::", '<aside class="note note-correction" role="note">', "Исправлено"],
    [
      ":::исправлено 24.11.2026\nДа.\n::::",
      '<aside class="note note-correction" role="note">',
      'Исправлено <time datetime="2026-11-24">24 ноября 2026</time>',
    ],
  ])("%j", (text, open, title) => {
    const shown = html(text).replaceAll("·", " ");
    expect(shown).toBe(`${open}\n<p class="note-title">${title}</p>\n<p>Да.</p>\n</aside>`);
  });

  test("hold lists and quotes, set as prose, and are no summary", () => {
    const { lead, html: shown } = render('::: важно\n- "а"\n\n> б\n> — Иван\n:::\n\nТекст');
    expect(lead).toBe("Текст");
    expect(shown).toContain("<li>«а»</li>");
    expect(shown).toContain('<figure class="quote">');
  });

  test("what is folded has a title of its own, set as prose and escaped", () => {
    expect(html('::: подробнее Как "считали" <b>\nПо *камерам*.\n:::')).toBe(
      "<details>\n<summary>Как «считали» &lt;b&gt;</summary>\n<p>По·<em>камерам</em>.</p>\n</details>",
    );
    expect(html("::: подробнее\nА\n:::\n\n::: важно\nБ\n:::")).toBe(
      '<details>\n<summary>Подробнее</summary>\n<p>А</p>\n</details>\n<aside class="note note-important" role="note">\n<p class="note-title">Важно</p>\n<p>Б</p>\n</aside>',
    );
    expect(told("::: подробнее Как\nА")).toEqual([
      "content/a.md:6:1: Врезка «::: подробнее» не закрыта.",
    ]);
  });

  test("in code there are none", () => {
    expect(html("```\n::: x\n```")).toBe('<pre tabindex="0"><code>::: x\n</code></pre>');
  });

  test.each([
    [
      "А\n\n::: внимание\nx\n:::",
      ["8:1: «::: внимание»: такой врезки нет. Есть: важно, исправлено, подробнее."],
    ],
    [
      "::: <script>\nx\n:::",
      ["6:1: «::: <script>»: такой врезки нет. Есть: важно, исправлено, подробнее."],
    ],
    [
      "::: constructor\nx\n:::",
      ["6:1: «::: constructor»: такой врезки нет. Есть: важно, исправлено, подробнее."],
    ],
    ["::: важно\nx", ["6:1: Врезка «::: важно» не закрыта."]],
    ["> ::: важно\n> x\n\nА", ["6:3: Врезка «::: важно» не закрыта."]],
    ["::: важно <b>\nx\n:::", ["6:1: После «::: важно» стоит лишнее: «<b>»."]],
    [
      "::: исправлено 31.02.2026\nx\n:::",
      ["6:1: «::: исправлено»: такой даты нет: «31.02.2026» (дней в этом месяце: 28)."],
    ],
    ["::: исправлено <b>\nx\n:::", ["6:1: «::: исправлено»: «<b>» не похоже на дату."]],
    [
      "::: исправлено 2026-11-24 10:00\nx\n:::",
      ["6:1: «::: исправлено»: нужен день без времени: «2026-11-24 10:00»."],
    ],
    ["x\n\n:::", ["8:1: «:::» без имени ничего не открывает и не закрывает."]],
  ])("%j is told with its place", (text, messages) => {
    expect(told(text)).toEqual(messages.map((message) => `content/a.md:${message}`));
    expect(render(text).html).not.toContain("<script");
  });
});
