import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { buildIn, refusalOf } from "./build-in.ts";
import { buildNewspaper, edit, newspaper, put, read, sharedCache } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

/** The files of a site that differ, bundles by their names without hashes. */
function changedFiles(before: Readonly<Record<string, string>>, folder: string): string[] {
  const after = hashesIn(join(folder, "site"));
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]);
  const isOfSite = (path: string) => !/^(?:sums\/|build\.json)/.test(path);
  return [...new Set(changed.filter(isOfSite).map((path) => path.replace(/-[A-Z0-9]{8}\./, ".")))];
}

describe("a newspaper of one's own", () => {
  let folder = "";
  beforeAll(async () => {
    folder = newspaper();
    await buildNewspaper(folder);
  });

  test("has its menus, its logo and its imprint on every page", () => {
    for (const path of ["index.html", "articles/most/index.html", "kontakty/index.html"]) {
      const page = read(folder, path);
      expect(page).toMatch(
        /<a href="\/topics\/gorod\/">Город<\/a>.*<a href="\/redaktsiia\/istoriia\/">История газеты<\/a>/,
      );
      expect(page).toContain('<a href="https://afisha.example/">Афиша</a>');
      expect(page).toContain('<a href="/docs/price.pdf">Прайс-лист</a>');
      expect(page).toContain('src="/assets/logo-dark.svg" alt="Волжские вести"');
      expect(page).toContain('<p class="age-mark">16+</p>');
      expect(page).toContain('href="https://t.me/volga_example" rel="me">Телеграм</a>');
      expect(page).not.toMatch(/ style=|<style/);
    }
    expect(read(folder, "kontakty/index.html")).toContain(
      '<a href="/kontakty/" aria-current="page">Контакты</a>',
    );
    expect(read(folder, "about/index.html")).toContain(
      "<dt>Главный редактор</dt><dd>Анна Смирнова</dd>",
    );
  });

  test("proves whose it is on the front page alone, and says who publishes it there", () => {
    const front = read(folder, "index.html");
    expect(front).toContain('<meta name="yandex-verification" content="3f5a0c1d2b4e6f70"/>');
    expect(front).toContain('"legalName":"Сетевое издание «Волжские вести»"');
    expect(front).toContain(
      '"sameAs":["https://vk.com/volga_example","https://t.me/volga_example"]',
    );
    expect(read(folder, "articles/most/index.html")).not.toMatch(/verification|legalName/);
  });

  test("has its colour and its styles in bundles, the latter behind all others", () => {
    const page = read(folder, "kontakty/index.html");
    const sheets = [...page.matchAll(/rel="stylesheet" href="\/assets\/(\w+)-[A-Z0-9]{8}\.css"/g)];
    expect(sheets.map(([, name]) => name)).toEqual(["site", "lists", "custom"]);
    const [, site = ""] = /href="\/(assets\/site-[^"]+)"/.exec(page) ?? [];
    const styles = read(folder, site);
    expect(styles).toMatch(/--accent:light-dark\(#0b5a8a,#[0-9a-f]{6}\)/);
    const [, custom = ""] = /href="\/(assets\/custom-[^"]+)"/.exec(page) ?? [];
    const [, wave = ""] = /url\("?\.\/(volna-[A-Z0-9]{8}\.svg)/.exec(read(folder, custom)) ?? [];
    expect(existsSync(join(folder, "site/assets", wave))).toBe(true);
  });

  test("has its icon in all sizes", async () => {
    expect(read(folder, "assets/icon.svg")).toContain("#0b5a8a");
    for (const [name, size] of [
      ["icon-192", 192],
      ["apple-touch-icon", 180],
    ] as const) {
      const { data, info } = await sharp(join(folder, "site/assets", `${name}.png`))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(info.width).toBe(size);
      expect([...data.subarray(0, 3)]).toEqual([0x0b, 0x5a, 0x8a]);
    }
    const corner = await sharp(join(folder, "site/assets/icon-maskable-512.png"))
      .removeAlpha()
      .raw()
      .toBuffer();
    expect([...corner.subarray(0, 3)]).toEqual([0x0b, 0x5a, 0x8a]);
  });

  test("has its files as they are, also for machines", () => {
    expect(read(folder, "docs/price.pdf")).toMatch(/^%PDF-1\.4/);
    expect(read(folder, ".well-known/security.txt")).toContain("Contact:");
    expect(read(folder, "_headers")).not.toContain("default-src 'none'; script-src");
    expect(read(folder, "googleabc.html")).toBe("google-site-verification: googleabc.html\n");
  });

  test("is the same when it is built anew, and stays where nothing is changed", async () => {
    const before = hashesIn(join(folder, "site"));
    await buildNewspaper(folder);
    expect(hashesIn(join(folder, "site"))).toEqual(before);
    const other = newspaper();
    await buildIn(other, { project: other });
    expect(hashesIn(join(other, "site"))).toEqual(before);
  });
});

describe("what is changed makes anew what depends on it, and nothing else:", () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    [
      "a file that is published as it is",
      (folder) => put(folder, { "static/docs/price.pdf": "%PDF-2" }),
      /^docs\/price\.pdf$/,
    ],
    [
      "a logo",
      (folder) => edit(folder, "_data/logo.svg", "M20", "M21"),
      /^assets\/logo\.svg$|^sw\.js$/,
    ],
    [
      "a verification",
      (folder) => edit(folder, "_data/site.yaml", "abcDEF", "abcDEG"),
      /^index\.html$|^sw\.js$/,
    ],
    [
      "a comment in the settings",
      (folder) => edit(folder, "_data/site.yaml", "menu:", "# меню\nmenu:"),
      /^$/,
    ],
  ])("%s", async (_, change, expected) => {
    const folder = newspaper();
    await buildNewspaper(folder);
    const before = hashesIn(join(folder, "site"));
    change(folder);
    await buildNewspaper(folder);
    const changed = changedFiles(before, folder);
    expect(changed.filter((path) => !expected.test(path))).toEqual([]);
    if (expected.source !== "^$") expect(changed).not.toEqual([]);
  });
});

test("programs that read no page find an icon, the newspaper's own where it has put one", async () => {
  const folder = newspaper();
  await buildNewspaper(folder);
  const ico = readFileSync(join(folder, "site/favicon.ico"));
  const png = readFileSync(join(folder, "site/assets/icon-192.png"));
  // https://en.wikipedia.org/wiki/ICO_(file_format): where the picture begins, and how long it is.
  expect([ico.readUInt16LE(2), ico.readUInt32LE(14), ico.readUInt32LE(18)]).toEqual([
    1,
    png.length,
    22,
  ]);
  expect(ico.subarray(22).equals(png)).toBe(true);
  put(folder, { "static/favicon.ico": "own" });
  await buildNewspaper(folder);
  expect(read(folder, "favicon.ico")).toBe("own");
});

test("a picture may be the icon; what has no styles, marks and files of its own has ours", async () => {
  const folder = newspaper();
  const red = { r: 200, g: 0, b: 0 };
  await sharp({ create: { width: 600, height: 600, channels: 3, background: red } })
    .png()
    .toFile(join(folder, "_data/icon.png"));
  edit(folder, "_data/site.yaml", "icon: icon.svg", "icon: icon.png");
  await buildNewspaper(folder);
  expect(existsSync(join(folder, "site/assets/icon.svg"))).toBe(false);
  expect(read(folder, "index.html")).toContain('href="/assets/icon-192.png" type="image/png"');
  expect(read(folder, "manifest.webmanifest")).not.toContain("icon.svg");
  for (const name of ["static", "styles"]) rmSync(join(folder, name), { recursive: true });
  put(folder, { "_data/site.yaml": "name: Вести\n" });
  await buildNewspaper(folder);
  const page = read(folder, "index.html");
  expect(page).not.toMatch(/custom-|class="logo|class="imprint/);
  expect(page).toContain('<a href="/headlines/">Заголовки</a>');
  expect(existsSync(join(folder, "site/docs"))).toBe(false);
});

describe("is refused, and the site stays:", () => {
  let folder = "";
  let before: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    folder = newspaper();
    await buildNewspaper(folder);
    before = hashesIn(join(folder, "site"));
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a file in the place of a page",
      { "static/kontakty/index.html": "<p>" },
      "…/static/kontakty/index.html: По адресу «/kontakty/index.html» оказались бы сразу",
    ],
    [
      "a file in the place of the front page",
      { "static/index.html": "<p>" },
      "файл static/index.html",
    ],
    [
      "a file where a page needs a folder",
      { "static/reklama": "x" },
      "был бы и файлом (файл static/reklama), и папкой (страница …/content/pages/reklama.md",
    ],
    [
      "a file whose name differs from a page's in capitals",
      { "static/Robots.txt": "x" },
      "файл static/Robots.txt",
    ],
    [
      "an entry of the menu without a page",
      { "_data/site.yaml": "menu:\n  - /archive/\n  - { label: Где, address: /gde/ }\n" },
      "…/_data/site.yaml:3:5: В меню страница «/gde/», а на сайте её нет.",
    ],
    [
      "a topic of the menu that nothing is about",
      { "_data/site.yaml": "footer:\n  - Спорт\n" },
      "…/_data/site.yaml:2:5: В меню тема «Спорт», а на сайте нет ни одного материала о ней.",
    ],
    [
      "an entry that leads to a draft",
      { "_data/site.yaml": "menu: [{ label: Работа, address: /vakansii/ }]\n" },
      "…/_data/site.yaml:1:8: В меню страница «/vakansii/»",
    ],
    [
      "styles that use what lies elsewhere",
      { "styles/custom.css": 'a {\n  background: url("https://x.example/a.png");\n}\n' },
      "…/styles/custom.css:2:19: В стилях «https://x.example/a.png» лежит не рядом",
    ],
    [
      "styles that step out of their folder",
      { "styles/custom.css": '@import "../_data/x.css";\n' },
      "…/styles/custom.css:1:9: В стилях «../_data/x.css» лежит не рядом",
    ],
    [
      "styles that use what is not there",
      { "styles/custom.css": "a {\n  background: url(net.png);\n}\n" },
      "…/styles/custom.css:2:15: В стилях файла «net.png» рядом нет.",
    ],
    [
      "styles with a slip",
      { "styles/custom.css": "a {\n  color red;\n}\n" },
      "…/styles/custom.css:2:8: Стили с ошибкой",
    ],
    [
      "a drawing of styles that would run something",
      {
        "styles/volna.svg":
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>',
      },
      "…/styles/volna.svg",
    ],
    [
      "a page of templates in the place of one that does not exist",
      { "src/pages/vestnik/frunt.njk": "x" },
      "Страницы «frunt» среди страниц движка нет",
    ],
  ])("%s", async (_, files, message) => {
    const changed = newspaper(files);
    const output = join(folder, "site");
    const work = buildIn(changed, { project: changed, output, cache: sharedCache() });
    const refusal = await refusalOf(work, changed);
    expect(refusal).toContain(message);
    expect(refusal).toContain("Как исправить: ");
    expect(hashesIn(output)).toEqual(before);
  });
});
