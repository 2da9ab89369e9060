import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArticles, readSite } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { html, told } from "./markdown-rendered.ts";
import { photo } from "./photo.ts";

describe("names of files with spaces and brackets", () => {
  const NAMES = ["мой снимок.jpg", "Фото (1).JPG", "план.jpeg", "100% роста #1.png", "a b(c.webp"];

  /** The files that an article shows, by their names. */
  async function shown(text: string): Promise<string[]> {
    const pictures = NAMES.map(async (name) => {
      const [format = "jpeg"] = (["png", "webp"] as const).filter((end) => name.endsWith(end));
      return [name, await photo(40, 20, { format })] as const;
    });
    const content = temporaryFolder({
      "a.md": `---\ntitle: А\n---\n\n${text}\n`,
      ...Object.fromEntries(await Promise.all(pictures)),
    });
    const [file] = readArticles([join(content, "a.md")], readSite(content, {}), undefined, content);
    return file?.article.images.map((one) => one.file.slice(content.length + 1)) ?? [];
  }

  test.each([
    ["![Фото](мой снимок.jpg)", "мой снимок.jpg"],
    ["![Фото](мой%20снимок.jpg)", "мой снимок.jpg"],
    ["![Фото](<мой снимок.jpg>)", "мой снимок.jpg"],
    ['![Фото](мой снимок.jpg "Подпись")', "мой снимок.jpg"],
    ["![](Фото (1).JPG)", "Фото (1).JPG"],
    ['![Фото]("Фото (1).JPG")', "Фото (1).JPG"],
    ["![Фото]( Фото (1).JPG 'Подпись' )", "Фото (1).JPG"],
    ["![Фото](план.jpeg)", "план.jpeg"],
    ["![Фото](<100% роста #1.png>)", "100% роста #1.png"],
    ["![Фото](100% роста #1.png)", "100% роста #1.png"],
    ["[![Фото](мой снимок.jpg)](/articles/a/)", "мой снимок.jpg"],
  ])("%s", async (text, name) => {
    expect(await shown(text)).toEqual([name]);
  });

  test("a title is a caption, the words in the brackets describe the picture", () => {
    const figure = html('![Мост *ночью*](мой снимок (2).jpg "Снимок "Зари"")');
    expect(figure).toContain('alt="Мост ночью"');
    expect(figure).toContain("<figcaption>Снимок «Зари»</figcaption>");
    expect(html('![Мост](мой снимок.jpg "Подпись")')).toContain("<figcaption>Подпись</figcaption>");
  });

  test("one that is not there is told, not shown as text", async () => {
    await expect(shown("![Фото](нет такого.jpg)")).rejects.toThrow(
      "Картинки «нет такого.jpg» нет рядом со статьёй.",
    );
  });
});

describe("addresses with spaces", () => {
  test.each([
    [
      "[План](мой план.pdf)",
      '<a href="%D0%BC%D0%BE%D0%B9%20%D0%BF%D0%BB%D0%B0%D0%BD.pdf">План</a>',
    ],
    ['[а](/путь/a b/ "в")', '<a href="/%D0%BF%D1%83%D1%82%D1%8C/a%20b/" title="в">а</a>'],
    ["[а](https://a.example/b (c)", "[а](https://a.example/b (c)"],
    ["[**а**](x y.html)", '<a href="x%20y.html"><strong>а</strong></a>'],
    ["[а [б](x y.html)](/z/)", '<a href="/z/">а [б](x y.html)</a>'],
    ["[прим.](см. там)", "[прим.](см. там)"],
    ["[а](javascript:alert (1).js)", "[а](javascript:alert (1).js)"],
    ["[а](https://a.example и https://b.example/x.html)", expect.not.stringContaining(">а</a>")],
  ])("%s", (text, expected) => {
    const shown = html(text).replace(/^<p>|<\/p>$/g, "");
    const plain = shown.replace(/<a href="https[^>]*>(https[^<]*)<\/a>/g, "$1");
    expect(plain.replaceAll("·", " ")).toEqual(expected);
  });

  test("a picture given by a name of an address is no figure where it stands in a line", () => {
    expect(told("а ![б][в]\n\n[в]: x.png")).toEqual([]);
    expect(html("а ![б][в]\n\n[в]: x.png")).toMatch(/^<p>а·<img src="x.png" alt="б"/);
  });
});
