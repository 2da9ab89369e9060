import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt, openArchive, type Problem, readSite } from "../../../src/content/index.ts";
import {
  contrastIn,
  GROUNDS,
  LEAST_CONTRAST,
  nearestSeen,
  type Theme,
} from "../../../src/content/model/colours.ts";
import { temporaryFolder } from "../temporary.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>';

function open(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({
    "content/most.md": "---\ntitle: Мост\ntopics: [Город]\n---\n\nТекст.\n",
    "content/pages/kontakty.md": '---\ntitle: Контакты "наши"\n---\n\nТекст.\n',
    "_data/site.yaml": yaml,
    ...files,
  });
  const [content, data, statics] = ["content", "_data", "static"].map((one) => join(folder, one));
  const problems: Problem[] = [];
  const folders = { content: content ?? "", data: data ?? "", statics };
  const archive = attempt(problems, () => openArchive(folders));
  return { archive, problems: [...problems, ...(archive?.problems ?? [])] };
}

/** «line:column: message Mend» of each problem. */
function told(yaml: string, files: Readonly<Record<string, string>> = {}): string {
  const { problems } = open(yaml, files);
  return problems
    .map(({ line, column, message, mend }) => `${line}:${column}: ${message} ${mend}`)
    .join("\n");
}

test("the grounds are those of the styles", () => {
  const tokens = readFileSync("src/site/styles/tokens.css", "utf8");
  for (const [index, name] of ["paper", "surface"].entries()) {
    const pair = `--${name}: light-dark(${GROUNDS.light[index]}, ${GROUNDS.dark[index]});`;
    expect(tokens).toContain(pair);
  }
  const [, light = "", dark = ""] = /--accent: light-dark\((.+), (.+)\);/.exec(tokens) ?? [];
  expect(contrastIn("light", light)).toBeGreaterThan(LEAST_CONTRAST);
  expect(contrastIn("dark", dark)).toBeGreaterThan(LEAST_CONTRAST);
});

test("the nearest colour is seen, and one that is seen is the nearest to itself", () => {
  const themes = fc.constantFrom<Theme>("light", "dark");
  const colours = fc.integer({ min: 0, max: 0xffffff });
  fc.assert(
    fc.property(themes, colours, (theme, number) => {
      const colour = `#${number.toString(16).padStart(6, "0")}`;
      const nearest = nearestSeen(theme, colour);
      expect(contrastIn(theme, nearest)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      if (contrastIn(theme, colour) >= LEAST_CONTRAST) expect(nearest).toBe(colour);
    }),
  );
});

describe("accent", () => {
  test("of one colour, that of the dark theme is made", () => {
    const { archive } = open('accent: "#05A"');
    expect(archive?.site.accent?.light).toBe("#0055aa");
    expect(contrastIn("dark", archive?.site.accent?.dark ?? "")).toBeGreaterThan(LEAST_CONTRAST);
  });

  test.each([
    [
      'accent: "#ffcc00"',
      /^1:9: «accent».*#ffcc00 плохо виден в светлой теме: контраст 1,\d.*ближайший подходящий: "#[0-9a-f]{6}"\.$/,
    ],
    ['accent: { light: "#000", dark: "#333333" }', /^1:32: «accent», «dark».*в тёмной теме/],
    ["accent: красный", /^1:9: .*это не цвет\. запишите его шестнадцатеричными/],
    ["accent: #0055aa", /«accent».*кавычк/],
  ])("%s is refused", (yaml, message) => {
    expect(told(yaml)).toMatch(message);
  });
});

describe("menus", () => {
  test("name pages by their titles, and topics by themselves", () => {
    const entries = "[/archive/, /kontakty/, Город, { label: Афиша, address: https://a.example/ }]";
    const { archive, problems } = open(`menu: ${entries}\nfooter: [/rss.xml]`);
    expect(problems).toEqual([]);
    expect(archive?.site.menu).toEqual([
      { label: "Статьи", address: "/archive/" },
      { label: "Контакты «наши»", address: "/kontakty/" },
      { label: "Город", address: "/topics/gorod/" },
      { label: "Афиша", address: "https://a.example/" },
    ]);
    expect(archive?.site.footer).toEqual([{ label: "RSS", address: "/rss.xml" }]);
    expect(archive?.menuLinks.map(({ path, line, column }) => [path, line, column])).toEqual([
      ["/archive/", 1, 8],
      ["/kontakty/", 1, 19],
      ["/topics/gorod/", 1, 31],
      ["/rss.xml", 2, 10],
    ]);
  });

  test("are none where the settings say none", () => {
    expect(open("name: Вести").archive?.site.menu).toBeUndefined();
  });

  test.each([
    ["menu:\n  - /kontakt/", /^2:5: .*как назвать «\/kontakt\/», неизвестно.*впишите название/],
    ["menu:\n  - https://a.example/", /^2:5: .*у адреса вне сайта нет названия/],
    ["menu:\n  - { label: Пусто }", /^2:5: .*не сказано, куда ведёт/],
    [
      "menu:\n  - { adress: /archive/ }",
      /^2:7: .*Неизвестное поле «adress» \(возможно, «address»\)/,
    ],
    ["footer: /archive/", /«footer».*список/],
  ])("%s is refused", (yaml, message) => {
    expect(told(yaml)).toMatch(message);
  });
});

describe("logo and icon", () => {
  const square = DRAWING.replace("0 0 8 4", "0 0 8 8");

  test("lie in the data or among what is published, and are no stray files", () => {
    const files = { "_data/logo.svg": DRAWING, "static/znak.svg": square };
    const { archive, problems } = open("logo: logo.svg\nicon: znak.svg", files);
    expect(problems).toEqual([]);
    expect(archive?.site.logo?.light).toMatchObject({ path: "/assets/logo.svg" });
    expect(archive?.site.icon).toBe("svg");
    expect(archive?.strayData).toEqual([]);
  });

  test.each([
    ["logo: net.svg", {}, /^1:7: «logo»: файла «net\.svg» нет\. положите его в _data или в static/],
    ["logo: ../content/x.svg", { "content/x.svg": DRAWING }, /файла .* нет/],
    ["logo:\n  light: a.svg\n  dark: b.svg", { "_data/a.svg": DRAWING }, /^3:9: «logo», «dark»/],
    ["icon: a.svg", { "_data/a.svg": DRAWING }, /^1:7: «icon»: значок не квадратный: 8 × 4/],
    ["icon: a.svg", { "_data/a.svg": "<svg" }, /рисунок «a\.svg»/],
    ["logo: a.svg", { "_data/a.svg": DRAWING.replace("<path", "<script/><path") }, /script/],
    ["logo: a.txt", { "_data/a.txt": "текст" }, /не видно её размеров/],
  ])("%s is refused", (yaml, files, message) => {
    expect(told(yaml, files)).toMatch(message);
  });
});

test.each([
  ["publisher: { age: 15+ }", /^1:19: .*такого возрастного знака нет.*16\+/],
  ["publisher: { email: red.example }", /^1:21: .*это не адрес почты/],
  ["publisher: { redactor: А }", /Неизвестное поле «redactor»/],
  ["social: [vk.com/vesti]", /^1:10: .*это не адрес страницы/],
  ["share: [telegram, facebook]", /^1:19: .*такой сети здесь нет.*telegram и vk/],
  ["share: true", /share/],
  ["head: { description: Реклама }", /^1:22: .*только подтверждения прав/],
  ['head: { yandex-verification: "<meta>" }', /^1:30: .*нужно только значение/],
])("%s is refused", (yaml, message) => {
  expect(told(yaml)).toMatch(message);
});

test.each([
  ["name: А", undefined],
  ["share: false", []],
  ["share: vk", ["vk"]],
  ["share: [vk, telegram, vk]", ["vk", "telegram"]],
])("%s: articles are passed on to %j", (yaml, networks) => {
  const folder = temporaryFolder({ "site.yaml": yaml });
  expect(readSite(folder, {}).share).toEqual(networks);
});
