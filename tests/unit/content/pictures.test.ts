import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Article, type Picture, readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { photo } from "./photo.ts";

/** Reads one article of a folder that holds images too. */
function read(fields: string, body: string, files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder({
    "content/a.md": `---\ntitle: А\n${fields}\n---\n\n${body}\n`,
    ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`content/${name}`, bytes])),
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const [article] = readArchive(folders, { pathPrefix: "/news/" }).articles;
  return article as Article;
}

const widths = (picture: Pick<Picture, "variants"> | undefined, format: string) =>
  picture?.variants.filter((one) => one.format === format).map(({ width }) => width);

const wide = await photo(2000, 1000);

describe("the picture above the text", () => {
  test("a name is enough", () => {
    const { picture, images } = read("image: most.jpg", "", { "most.jpg": wide });
    expect(picture).toMatchObject({ path: "/articles/a/most.jpg", alt: "", width: 2000 });
    expect(picture?.height).toBe(1000);
    expect(images).toMatchObject([{ path: "/articles/a/most.jpg" }]);
    expect(JSON.stringify(picture)).not.toContain("/tmp");
  });

  test("words stand for it and under it, set as prose", () => {
    const given = "image: {file: most.jpg, alt: Мост утром, caption: 'Мост \"Дружба\"'}";
    expect(read(given, "", { "most.jpg": wide }).picture).toMatchObject({
      alt: "Мост утром",
      caption: "Мост «Дружба»",
    });
    const captioned = read("image: {file: most.jpg, caption: Мост}", "", { "most.jpg": wide });
    expect(captioned.picture).toMatchObject({ alt: "Мост", caption: "Мост" });
  });

  test("an image that the text shows again is published once", () => {
    const { images } = read("image: most.jpg", "![Мост](most.jpg)", { "most.jpg": wide });
    expect(images).toHaveLength(1);
  });
});

describe("sizes", () => {
  test("less than its own, the smallest first, in both formats", () => {
    const { picture } = read("image: most.jpg", "", { "most.jpg": wide });
    expect(widths(picture, "avif")).toEqual([480, 800, 1200, 1600]);
    expect(widths(picture, "webp")).toEqual([480, 800, 1200, 1600]);
    expect(picture?.variants[0]?.path).toBe("/articles/a/most-480.avif");
  });

  test.each([
    [300, [300]],
    [800, [480, 800]],
    [1000, [480, 800, 1000]],
  ])("one of %i pixels has its own too", async (width, expected) => {
    const { picture } = read("image: a.png", "", {
      "a.png": await photo(width, 200, { format: "png" }),
    });
    expect(widths(picture, "webp")).toEqual(expected);
  });

  test("none is higher than WebP can be", async () => {
    const high = async (height: number) =>
      read("image: a.png", "", { "a.png": await photo(600, height, { format: "png" }) }).picture;
    expect(widths(await high(16_383), "webp")).toEqual([480, 600]);
    expect(widths(await high(20_000), "webp")).toEqual([480]);
    expect(widths(await high(30_000), "webp")).toEqual([]);
  });

  test.each([
    ["a.jpg", "jpeg"],
    ["a.png", "png"],
    ["a.webp", "webp"],
  ] as const)("a camera held upright turns width and height of %s", async (name, format) => {
    const upright = await photo(900, 600, { format, orientation: 6 });
    const { picture } = read(`image: ${name}`, "", { [name]: upright });
    expect(picture).toMatchObject({ width: 600, height: 900 });
    expect(widths(picture, "avif")).toEqual([480, 600]);
  });

  test.each(["0 0 30 20", "0,0,30,20", " 0 0  30, 20 "])(
    "drawings and animations stay as they are, viewBox «%s»",
    async (box) => {
      const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"></svg>`;
      const { html, picture } = read("image: a.gif", "![Схема](b.svg)", {
        "a.gif": await photo(600, 300, { format: "gif" }),
        "b.svg": drawing,
      });
      expect(picture).toMatchObject({ width: 600, height: 300, variants: [] });
      expect(html).toMatch(/<figure><img src="[^"]*b.svg" alt="Схема" width="30" height="20"/);
    },
  );

  test("an animated WebP is an animation, a still one is not", async () => {
    const still = await photo(600, 300, { format: "webp" });
    const { default: sharp } = await import("sharp");
    const frames = await sharp([await photo(60, 30), await photo(60, 30, { format: "png" })], {
      join: { animated: true },
    })
      .webp()
      .toBuffer();
    expect(read("image: a.webp", "", { "a.webp": still }).picture?.variants).not.toEqual([]);
    expect(read("image: a.webp", "", { "a.webp": frames }).picture?.variants).toEqual([]);
  });

  test("two images of one name and two formats have sizes of their own", async () => {
    const { images } = read("", "![А](a.jpg)\n\n![Б](a.png)", {
      "a.jpg": wide,
      "a.png": await photo(500, 500, { format: "png" }),
    });
    const paths = images.flatMap(({ path, variants }) => [
      path,
      ...variants.map((one) => one.path),
    ]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("/articles/a/a-480.avif");
    expect(paths).toContain("/articles/a/a-png-480.avif");
  });
});

describe("in the text", () => {
  test("alone it is a figure with a caption, in line it is not", () => {
    const body = 'Слева ![значок](z.jpg) знак.\n\n![Мост](m.jpg "Мост \\"Дружба\\" & река")';
    const { html, lead, images } = read("", body, { "z.jpg": wide, "m.jpg": wide });
    expect(lead).toBe("Слева знак.".replace(" ", "  "));
    const address = "/news/articles/a/m";
    const set = (format: string) =>
      [480, 800, 1200, 1600].map((width) => `${address}-${width}.${format} ${width}w`).join(", ");
    const sizes = 'sizes="(min-width: 46rem) 42rem, 100vw"';
    expect(html.split("\n")).toEqual([
      '<p>Слева <img src="/news/articles/a/z.jpg" alt="значок" width="2000" height="1000" loading="lazy" decoding="async"> знак.</p>',
      `<figure><picture><source type="image/avif" srcset="${set("avif")}" ${sizes}>` +
        `<source type="image/webp" srcset="${set("webp")}" ${sizes}>` +
        `<img src="${address}.jpg" alt="Мост" width="2000" height="1000" loading="lazy" decoding="async"></picture>` +
        "<figcaption>Мост «Дружба» &amp; река</figcaption></figure>",
      "",
    ]);
    expect(images.map(({ variants }) => variants.length)).toEqual([0, 8]);
  });

  test("a name of Russian letters, blanks and commas", () => {
    const body = "![Вид](<мой дом, 100%.jpg>)";
    const { html, images } = read("", body, { "мой дом, 100%.jpg": wide });
    expect(decodeURIComponent(images[0]?.path ?? "")).toBe("/articles/a/мой дом, 100%.jpg");
    // In a srcset blanks and commas part the addresses.
    const [, set = ""] = /srcset="([^"]*)"/.exec(html) ?? [];
    expect(set.split(", ").every((one) => /^\S+\.avif \d+w$/.test(one))).toBe(true);
  });
});

describe("й of one sign and of two", () => {
  const forms = ["NFC", "NFD"] as const;
  test.each(forms.flatMap((disk) => forms.map((given) => [disk, given] as const)))(
    "on the disk %s, in the text %s: one picture, one address",
    (disk, given) => {
      const [name, folder] = ["край.jpg", "мой"];
      const body = `![А](${name.normalize(given)})\n\n![Б](${`${folder}/${name}`.normalize(given)})`;
      const { images, html } = read(`image: ${name.normalize(given)}`, body, {
        [name.normalize(disk)]: wide,
        [`${folder}/${name}`.normalize(disk)]: wide,
      });
      expect(images.map(({ path }) => decodeURIComponent(path))).toEqual([
        `/articles/a/${name.normalize("NFC")}`,
        `/articles/a/${folder}-${name}`.normalize("NFC"),
      ]);
      expect(html).toContain(encodeURIComponent("край".normalize("NFC")));
    },
  );

  test("in a link to a page of the site", () => {
    const to = (form: "NFC" | "NFD") =>
      read("", `[А](/мой/край%20и%2F?й#й)`.normalize(form), {}).html;
    expect(to("NFD").split("?")[0]).toBe(to("NFC").split("?")[0]);
    expect(to("NFC")).toContain(`${encodeURIComponent("край".normalize("NFC"))}%20`);
    expect(to("NFC")).toContain("%2F?");
  });
});

describe("capitals", () => {
  test.each([
    ["![](фото.jpg)", "Картинка называется «Фото.JPG», а не «фото.jpg»"],
    ["![](papka/most.jpg)", "Картинка называется «Papka/most.jpg», а не «papka/most.jpg»"],
  ])("%s: told with the right name, whatever the disk", (body, message) => {
    const files = { "Фото.JPG": wide, "Papka/most.jpg": wide };
    expect(() => read("", body, files)).toThrow(message);
  });

  test("two pictures that differ in them cannot both be on one page", () => {
    const files = {
      "a/most.jpg": wide,
      "b/Most.jpg": wide,
      "a-most.jpg": wide,
      "A-Most.jpg": wide,
    };
    expect(() => read("", "![](a-most.jpg)\n\n![](A-Most.jpg)", files)).toThrow("тот же адрес");
    expect(() => read("", "![](a/most.jpg)\n\n![](b/Most.jpg)", files)).not.toThrow();
  });
});

describe("a picture is published as what its bytes are", () => {
  // A GIF of one pixel; what stands behind its end is nothing to it, and a script or a page to others.
  const gif =
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b";
  const both = (rest: string): Buffer =>
    Buffer.concat([Buffer.from(gif, "hex"), Buffer.from(rest)]);
  const script = both("/*a*/=1;document.title='PWNED'");

  test.each(
    "js mjs html HTML htm xhtml xml css json svg svgz pdf txt php php.gif.js jpg webp".split(" "),
  )("under .%s a GIF is refused, with what to call it", (ending) => {
    const name = `most.${ending}`;
    expect(() => read("", `Раз\n\n![](${name})`, { [name]: script })).toThrow(
      /a\.md:8:1: Картинка «most\.[^»]+» на деле GIF.*переименуйте файл в most\.(?:php\.gif\.)?gif/s,
    );
    expect(() => read(`image: ${name}`, "", { [name]: script })).toThrow(
      /a\.md:3:8: «image»:.*GIF/,
    );
  });

  test.each(["evil", "папка.gif/evil", ".gif"])("so it is without an ending: %s", (name) => {
    expect(() => read("", `![](${name})`, { [name]: script })).toThrow("на деле GIF");
  });

  test("under its own ending it is published, capitals in it made small", async () => {
    const files = { "a.GIF": script, "b.jpeg": wide, "c.JPG": wide };
    const { images } = read("", "![](a.GIF) ![](b.jpeg) ![](c.JPG)", files);
    expect(images.map(({ path }) => path)).toEqual(
      ["a.gif", "b.jpeg", "c.jpg"].map((name) => `/articles/a/${name}`),
    );
  });

  test("no picture takes the place of the article's page", () => {
    const files = { "index.html": both("<h1>Replaced</h1>") };
    expect(() => read("", "![](index.html)", files)).toThrow("переименуйте файл в index.gif");
  });
});

describe("what cannot be shown is told with its place", () => {
  test.each([
    ["image: net.jpg", "", "a.md:3:8: «image»: картинки «net.jpg» нет рядом со статьёй."],
    ["image: {file: net.jpg}", "", "a.md:3:15: «image»: картинки «net.jpg» нет"],
    ["image: {fil: net.jpg}", "", "Неизвестное поле «fil» (возможно, «file»)"],
    ["image: https://example.org/a.jpg", "", "лежит на другом сайте"],
    ["image: {caption: Мост}", "", "Нет обязательного поля «file»"],
    ["image: [a.jpg]", "", "«image»"],
    ["", "Раз\nдва\n![](tekst.jpg)", "a.md:8:1: Картинка «tekst.jpg» не читается"],
    ["", "![](skan.tiff)", "её формат — tiff"],
    ["", "![](a/b.jpg)\n\n![](a-b.jpg)", "тот же адрес"],
    ["", "![](card.png)", "тот же адрес"],
    ["", "![](.b.jpg)", "начинается с точки"],
    ["", "![](.git/b.jpg)", "начинается с точки"],
    ["image: papka", "", "«papka» нет рядом"],
    ["", "![](a%00.jpg)", "нет рядом со статьёй"],
    ["", `![](${"й".repeat(300)}.jpg)`, "нет рядом со статьёй"],
  ])("%j %j", async (fields, body, message) => {
    const files = {
      "tekst.jpg": "не картинка",
      "skan.tiff": await photo(60, 30, { format: "tiff" }),
      "a/b.jpg": wide,
      "a-b.jpg": wide,
      ".b.jpg": wide,
      ".git/b.jpg": wide,
      "card.png": await photo(60, 30, { format: "png" }),
      "papka/x.txt": "",
    };
    expect(() => read(fields, body, files)).toThrow(message);
  });
});
