import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkArchive } from "../../../src/content/checking.ts";
import { openArchive } from "../../../src/content/index.ts";
import { readMessages, untranslated } from "../../../src/content/model/own-messages.ts";
import { ContentError } from "../../../src/content/model/problem.ts";
import { baseOf } from "../../../src/interface/index.ts";
import { temporaryFolder } from "../temporary.ts";

function messagesIn(yaml: string, language = "ru") {
  return readMessages(temporaryFolder({ "ui.yaml": yaml }), language);
}

function faultOf(yaml: string, language = "ru") {
  try {
    messagesIn(yaml, language);
  } catch (error) {
    if (error instanceof ContentError) return error.problems[0];
  }
  throw new Error("nothing was wrong");
}

test("texts and plurals are taken, and no file is none", () => {
  expect(readMessages(temporaryFolder(), "ru")).toBeUndefined();
  expect(messagesIn("# ничего\n")).toBeUndefined();
  const yaml = `article.related: Читайте также
search.asTyped: Именно «{query}»
list.items: { one: "{count} текст", few: "{count} текста", many: "{count} текстов" }
`;
  expect(messagesIn(yaml)).toEqual({
    "article.related": "Читайте также",
    "search.asTyped": "Именно «{query}»",
    "list.items": { one: "{count} текст", few: "{count} текста", many: "{count} текстов" },
  });
});

test("a form for fractions may be given, and a value may be left out of a text", () => {
  const yaml = `search.nothingFor: Увы
search.count: { one: один, few: несколько, many: много, other: сколько-то }
`;
  expect(messagesIn(yaml)).toHaveProperty(["search.count", "other"], "сколько-то");
});

describe("what is wrong is told with its place and its mend", () => {
  test.each([
    [
      "an unknown key",
      "page.topics: Рубрики\narticle.relatd: Ещё\n",
      [2, 1],
      "«article.relatd» (возможно, «article.related»)",
    ],
    ["keys that are nested", "prose.on:\n  vk: там\n", [1, 1], "Ключ пишется целиком, с точкой"],
    [
      "a value that the string does not have",
      "search.asTyped: Искать {запрос} {qwery}\n",
      [1, 17],
      "вставки {qwery} у этой строки нет. Есть: {query}.",
    ],
    [
      "a value where none is",
      "page.topics: Темы {count}\n",
      [1, 14],
      "вставки {count} у этой строки нет. Здесь вставок не бывает.",
    ],
    [
      "a form that is missing",
      'list.items: { one: "{count} текст", many: "{count} текстов" }\n',
      [1, 13],
      "Нет обязательного поля «few» («list.items»).",
    ],
    [
      "a form that the language does not have",
      "list.items: { one: а, few: б, many: в, two: г }\n",
      [1, 40],
      "«two»",
    ],
    ["a text for a plural", "list.items: материалов\n", [1, 13], "нужны его формы"],
    ["a plural for a text", "page.topics: { one: Тема }\n", [1, 14], "нужен текст"],
    ["a list", "page.topics: [Темы]\n", [1, 14], "нужен текст, а стоит список"],
    ["a number", "page.topics: 5\n", [1, 14], "нужен текст, а стоит число 5"],
    ["no mapping", "- page.topics\n", [1, 1], "нужны поля вида «имя: значение»"],
    ["an invisible text", 'page.topics: "\\u200b"\n', [1, 14], "не видно ни одного знака"],
  ])("%s", (_, yaml, [line, column], message) => {
    const fault = faultOf(yaml);
    expect(fault).toMatchObject({ line, column });
    expect(fault?.file).toMatch(/ui\.yaml$/);
    expect(fault?.message).toContain(message);
    expect(fault?.mend).not.toBe("");
  });

  test("the forms are those of the site's language", () => {
    const forms = 'list.items: { one: "{count} item", other: "{count} items" }\n';
    expect(messagesIn(forms, "en")).toHaveProperty(["list.items", "other"]);
    expect(faultOf(forms, "ru")?.message).toContain("«few»");
    expect(faultOf("list.items: { one: x, other: x, many: x }\n", "en")?.message).toContain(
      "«many»",
    );
  });

  test("a name that is nearly right is offered", () => {
    expect(faultOf("search.asTyped: «{qwery}»\n")?.mend).toBe(
      "напишите {query} или уберите {qwery}.",
    );
  });
});

describe("a language that the interface does not speak", () => {
  const ARTICLE = "---\ntitle: Nowy most\ndate: 2026-11-23\n---\n\nMost jest otwarty.\n";
  const archive = (language: string, ui?: string) => {
    const folder = temporaryFolder({
      "content/most.md": ARTICLE,
      "data/site.yaml": `name: Wieści\naddress: https://a.example\nlanguage: ${language}\n`,
      ...(ui === undefined ? {} : { "data/ui.yaml": ui }),
    });
    return { content: join(folder, "content"), data: join(folder, "data") };
  };

  test("is told of once, with how much is missing, as a warning", () => {
    const folders = archive("pl", "page.front: Strona główna\n");
    const { findings } = checkArchive({ folders, now: Date.parse("2026-11-24") });
    const own = findings.filter(({ rule }) => rule === "interface");
    const count = Object.keys(baseOf("pl").messages).length - 4;
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ severity: "warning", file: join(folders.data, "ui.yaml") });
    expect(own[0]?.message).toContain(`page.headlines, page.articles, page.topics и ещё ${count}.`);
    expect(openArchive(folders).untranslated?.message).toBe(own[0]?.message);
  });

  test.each(["ru", "en", "en-GB"])("is not %s", (language) => {
    expect(untranslated({ language }, "data")).toBeUndefined();
    expect(openArchive(archive(language)).untranslated).toBeUndefined();
  });

  test("what is wrong with ui.yaml is told with the rest, by check and build", () => {
    const folders = archive("en", "page.front: 5\n");
    const { findings } = checkArchive({ folders, now: Date.parse("2026-11-24") });
    expect(findings.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(openArchive(folders).problems).toHaveLength(1);
  });
});
