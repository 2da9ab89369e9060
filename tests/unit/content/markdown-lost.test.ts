import { describe, expect, test } from "vitest";
import { readTextSource } from "../../../src/content/check/text-source.ts";
import { html, render, told } from "./markdown-rendered.ts";

/** «line:column what» of what the check tells. */
const remarks = (text: string): string[] =>
  readTextSource(text).remarks.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("cells beyond the head", () => {
  const cells = (text: string) =>
    [...html(text).matchAll(/<t[hd](?: [^>]*)?>([^<]*)/g)].map(([, cell]) => cell);

  test("are shown under empty headings, and told of", () => {
    const table = "| а | б |\n|---|---|\n| в | г | д | ж |\n| е |";
    expect(cells(table)).toEqual(["а", "б", "", "", "в", "г", "д", "ж", "е", "", "", ""]);
    expect(remarks(table)).toEqual([
      "3:11 В строке таблицы больше ячеек, чем столбцов: «д» стоит без заголовка.",
    ]);
  });

  test("one row of thousands of cells lengthens its table's head and no other row", () => {
    const row = `|${"а|".repeat(3000)}`;
    expect(cells(`| а |\n|---|\n${row}\n${"| б |\n".repeat(50)}`).length).toBe(3000 + 3000 + 50);
  });

  test("in quotations, lists and footnotes too", () => {
    const table = "| а |\n|---|\n| б | **в** |";
    for (const sign of ["> ", "> > ", "   ", "- а\n\n  "]) {
      const text = sign.includes("\n")
        ? `- а\n\n${table.replace(/^/gm, "  ")}`
        : table.replace(/^/gm, sign);
      expect(html(text)).toMatch(/<td[^>]*><strong>в<\/strong><\/td>\n<\/tr>/);
    }
  });

  test("a sign that is escaped or empty cells at the end are no more cells", () => {
    expect(remarks("| а |\n|---|\n| б \\| в |\n| г |  | |")).toEqual([]);
    expect(cells("| а |\n|---|\n| б | `x\\|y` |").length).toBe(4);
  });

  test("a line below a table that became its row", () => {
    expect(remarks("| а | б |\n|---|---|\n| в | г |\nСлова под таблицей")).toEqual([
      "4:1 Строка сразу под таблицей стала её ячейкой.",
    ]);
  });
});

describe("lines that are read as addresses", () => {
  test.each([
    [
      "[Важно]: завтра",
      [
        "content/a.md:6:1: Строка «[Важно]: …» читается как адрес ссылки, и на странице её не будет.",
      ],
    ],
    [
      "Да\n\n> [Источник]: ТАСС",
      [
        "content/a.md:8:3: Строка «[Источник]: …» читается как адрес ссылки, и на странице её не будет.",
      ],
    ],
    ["[Важно]: два слова", []],
    ["[Важно]: завтра\n\n[да][важно]", []],
    ["\\[Важно]: завтра", []],
    [
      "[а][1]\n\n[1]: /x/\n[1]: /y/",
      ["content/a.md:9:1: [1]: адрес с таким именем уже дан, и эта строка ничего не значит."],
    ],
    ["[а][1]\n\n[1]: /x/\n[1]: /x/", []],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("one that nothing leads to is a remark", () => {
    expect(remarks("а\n\n[1]: https://a.example\n[2]: photo.png\n\n![б][2]")).toEqual([
      "3:1 На адрес [1] ничто не ссылается: на странице его не будет.",
    ]);
    expect(remarks("[//]: # (заметка)").length).toBe(1);
  });
});

describe("code", () => {
  test.each([
    [
      "```\nкод\n\nтекст",
      ["content/a.md:6:1: Код начат строкой «```» и не закрыт: всё, что ниже, показано как код."],
    ],
    [
      "- ~~~\n  код\n\nтекст",
      ["content/a.md:6:3: Код начат строкой «~~~» и не закрыт: всё, что ниже, показано как код."],
    ],
    [
      "```\nкод\n~~~\n``\n",
      ["content/a.md:6:1: Код начат строкой «```» и не закрыт: всё, что ниже, показано как код."],
    ],
    [
      "```Текст тут\nкод\n```",
      ["content/a.md:6:1: Что стоит в строке «```», читатель не увидит: «Текст тут»."],
    ],
    ["```js\nкод\n```\n\n> ~~~~\n> код\n> ~~~~", []],
    ["```\n```", []],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("settings of other programs are a remark", () => {
    for (const info of ["js {.x}", '{.js title="а б"}', 'go linenos="а б"', "go linenos=1"]) {
      expect(remarks(`\`\`\`${info}\nx\n\`\`\``).length, info).toBe(1);
    }
  });
});

describe("own ids of headings", () => {
  test("stand, and the others keep away from them", () => {
    const { headings, problems } = render(
      "## Итоги\n\n## Что дальше? {#itogi}\n\nДа {#mesto_2}\n---",
    );
    expect(headings.map(({ id, text }) => `${id} ${text}`)).toEqual([
      "itogi-2 Итоги",
      "itogi Что дальше?",
      "mesto_2 Да",
    ]);
    expect(problems).toEqual([]);
    expect(html("## Слова {#слова} ##")).toBe('<h2 id="слова">Слова</h2>');
  });

  test.each([
    ["## А {#a}\n\n## Б {#a}", "content/a.md:8:6: {#a} есть уже у другого подзаголовка."],
    ["## А {#1a}", "content/a.md:6:6: {#1a}: такого адреса у подзаголовка быть не может."],
    ["## А {#content}", "content/a.md:6:6: {#content}: это имя занято самой страницей."],
    ["## А {#note_1}", "content/a.md:6:6: {#note_1}: это имя занято самой страницей."],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    "Абзац {#a}",
    "## А \\{#a}",
    "## А{#a}",
    "## {#a}",
    "## А {#a b}",
    "| а {#a} |\n|---|",
  ])("%j has none", (text) => {
    expect(html(text).replace(/ id="[^"]*"/g, "")).toContain("{#a");
  });
});

describe("what is left out", () => {
  test("of what is nested too deep stops a build", () => {
    expect(told(`${">".repeat(60)} слова`)).toEqual([]);
    expect(told(`${">".repeat(120)} слова`)).toEqual([
      "content/a.md:6:1: Цитаты и списки вложены друг в друга слишком глубоко: дальше текст не виден.",
    ]);
  });

  test("footnotes in footnotes and in descriptions of pictures stop it too", () => {
    expect(told("[^a]: раз\n\n    [^b]: два\n\nа[^a] б[^b]")).toEqual([
      "content/a.md:8:5: Сноска «[^b]:» стоит внутри другой сноски.",
    ]);
    expect(told("![мост[^1]](a.png)\n\n[^1]: да")).toEqual([
      "content/a.md:6:7: Сноска стоит в описании картинки, где её не видно.",
    ]);
  });

  test("an abbreviation that the text has not", () => {
    const text = "ВОЗ и МИДом\n\n*[ВОЗ]: раз\n*[МИД]: два";
    expect(remarks(text)).toEqual([
      "4:1 Сокращения «МИД» в тексте нет: объяснения на странице не будет.",
    ]);
  });
});
