import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { cases, fc } from "../language/property.ts";
import { asWritten, html, render } from "./markdown-rendered.ts";

describe("tables", () => {
  const table = (rows: string): string =>
    html(rows).replace(/<\/?(?:table|t?head|t?body)>\n?/g, "");

  test("scroll alone, and are told apart", () => {
    const one = "| а | б |\n| --- | --- |\n| в | г |";
    expect(html(one)).toMatch(/^<section class="table" aria-label="Таблица" tabindex="0"><table>/);
    expect(html(one)).toMatch(/<\/table><\/section>$/);
    const labels = [
      ...html(`${one}\n\n> ${one.replaceAll("\n", "\n> ")}`).matchAll(/label="([^"]*)/g),
    ];
    expect(labels.map(([, label]) => label)).toEqual(["Таблица 1", "Таблица 2"]);
  });

  test("numbers stand under one another, the first column and what is aligned do not", () => {
    const shown = table(
      "| год | шт. | имя | доля | иное |\n| --- | --- | --- | :-- | --- |\n" +
        "| 2024 | 1 200,5 | 5 | 5 % | — |\n| 2025 | −3 | пять | 6 % | 10 ₽ |",
    );
    expect(
      [...shown.matchAll(/<t[hd] class="align-right"[^>]*>([^<]*)/g)].map(([, text]) => text),
    ).toEqual(["шт.", "иное", "1·200,5", "—", "−3", "10·₽"]);
    expect(shown).toContain('<td class="align-left">5·%</td>');
    expect(shown).toContain('<th scope="col">год</th>');
  });

  test("where nothing stands over the first column, it names the rows", () => {
    const shown = html("| | а |\n| --- | --- |\n| Мост | б |\n| | в |");
    expect(shown).toContain('<tr>\n<td></td>\n<th scope="col">а</th>\n</tr>');
    expect(shown).toContain('<tr>\n<th scope="row">Мост</th>\n<td>б</td>\n</tr>');
    expect(shown).toContain("<tr>\n<td></td>\n<td>в</td>\n</tr>");
  });
});

describe("cards of videos and posts", () => {
  const card = (href: string, facts: string, title: string): string =>
    `<p class="embed"><a href="${href}" rel="noopener nofollow"><span>${facts}</span> <strong>${title}</strong></a></p>`;

  test.each([
    ["https://youtu.be/abc", "Видео · youtu.be", "Смотреть на YouTube"],
    ["https://m.youtube.com/watch?t=1&v=a", "Видео · youtube.com", "Смотреть на YouTube"],
    ["https://www.youtube.com/shorts/a-b", "Видео · youtube.com", "Смотреть на YouTube"],
    ["https://rutube.ru/video/0a1/", "Видео · rutube.ru", "Смотреть на Rutube"],
    ["https://vkvideo.ru/video-1_2", "Видео · vkvideo.ru", "Смотреть в VK Видео"],
    ["https://vk.com/clip-1_2", "Видео · vk.com", "Смотреть во ВКонтакте"],
    ["https://vk.com/wall-1_2", "Запись · vk.com", "Читать во ВКонтакте"],
    ["https://ok.ru/video/12", "Видео · ok.ru", "Смотреть в Одноклассниках"],
    ["https://dzen.ru/a/Zx-1", "Запись · dzen.ru", "Читать в Дзене"],
    ["https://vimeo.com/123", "Видео · vimeo.com", "Смотреть на Vimeo"],
    ["https://t.me/name/12", "Запись · t.me", "Читать в Телеграме"],
    ["https://x.com/name/status/12", "Запись · x.com", "Читать в X"],
  ])("%s", (address, facts, title) => {
    const expected = card(address.replaceAll("&", "&amp;"), facts, title);
    expect(html(address)).toBe(expected);
    expect(html(`<${address}>`)).toBe(expected);
  });

  test("a title is set as prose, what was typed as HTML in it is text", () => {
    expect(html('["Мост" *открыт* <script>](https://youtu.be/a "<script>")')).toBe(
      card(
        "https://youtu.be/a",
        "Видео · youtu.be",
        "«Мост» <em>открыт</em> &lt;script&gt;",
      ).replace(' rel="', ' title="&lt;script&gt;" rel="'),
    );
  });

  test.each([
    "Вот https://youtu.be/a",
    "https://youtu.be/a https://youtu.be/b",
    "https://youtu.be/a\nhttps://youtu.be/b",
    "[канал](https://www.youtube.com/@name)",
    "https://t.me/name",
    "https://example.org/watch?v=a",
    "https://youtu.be.example.org/a",
    "[a](/watch?v=a)",
    "[a](ftp://youtu.be/a)",
    "- https://youtu.be/a",
    "## https://youtu.be/a",
    "`https://youtu.be/a`",
  ])("%j stays as it is", (text) => {
    expect(html(text)).not.toMatch(/embed|nofollow/);
  });

  test("it is no summary, and its link goes through the site's", () => {
    const { lead } = render("https://youtu.be/a\n\nТекст");
    expect(lead).toBe("Текст");
    const link = (href: string): string => `${href}#x`;
    expect(renderMarkdown("<https://youtu.be/a>", { ...asWritten, link }).html).toContain("/a#x");
  });
});

test("captions of figures are text", () => {
  expect(html('![a](b.png "<script>alert(1)</script>")')).toContain(
    "<figcaption>&lt;script&gt;alert(1)&lt;/script&gt;</figcaption>",
  );
});

test("any mixture is rendered, with nothing that runs and no style in it", () => {
  const pieces = [
    ...["::: важно", ":::", "::: исправлено 1", "> ", "— Иван", "\n", "\n\n", "    ", "- ", "## "],
    ...["[^1]", "[^1]: ", "*[ВОЗ]: ", "ВОЗ", "| а | 1 |", "| --- | :-: |", "<script>", '"', "**"],
    ...["https://youtu.be/a", "[t](https://vk.com/wall-1_2)", '![x](a.png "t")', "```", "слово "],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
      const { html: shown, problems } = render(parts.join(""));
      expect(shown).not.toMatch(/<script|style=|<>|undefined|NaN/);
      for (const { line, column } of problems) {
        expect(line).toBeGreaterThanOrEqual(6);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: cases(1500) },
  );
});
