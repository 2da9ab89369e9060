import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { attempt, openArchive, type Problem, readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const SECTIONS = `- name: Город
  description: "Улицы -- и мосты"
  topics: [Транспорт, Город]
- {name: Культура, slug: afisha, topics: [музеи]}
- Спорт
`;

function folders(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({
    "content/a.md": "---\ntitle: Мост\ntopics: [Мосты, транспорт, Музеи]\n---\n\nТекст.\n",
    "content/pages/kontakty.md": "---\ntitle: Контакты\n---\n\nТекст.\n",
    ...files,
  });
  return { content: join(folder, "content"), data: join(folder, "_data") };
}

/** «line:column message mend» of each problem. */
function told(files: Readonly<Record<string, string>>): string[] {
  const problems: Problem[] = [];
  attempt(problems, () => problems.push(...openArchive(folders(files)).problems));
  attempt(problems, () => readArchive(folders(files)));
  return problems.map(({ line, column, message, mend }) => `${line}:${column} ${message} ${mend}`);
}

function sectionOf(fields: string): string | undefined {
  const article = `---\ntitle: Мост\n${fields}---\n\nТекст.\n`;
  const files = { "content/a.md": article, "_data/sections.yaml": SECTIONS };
  return readArchive(folders(files)).articles.find(({ standing }) => !standing)?.section?.name;
}

describe("sections.yaml", () => {
  test("names, addresses and topics; they are the menu where the settings have none", () => {
    const { sections, site } = openArchive(folders({ "_data/sections.yaml": SECTIONS }));
    expect(sections).toMatchObject([
      { name: "Город", slug: "gorod", topics: ["транспорт", "город"] },
      { name: "Культура", slug: "afisha", description: undefined },
      { name: "Спорт", slug: "sport", topics: [] },
    ]);
    expect(sections[0]?.description).toBe("Улицы\u00a0— и\u00a0мосты");
    expect(site.menu).toEqual([
      { label: "Город", address: "/gorod/" },
      { label: "Культура", address: "/afisha/" },
      { label: "Спорт", address: "/sport/" },
      { label: "Заголовки", address: "/headlines/" },
    ]);
  });

  test("a menu of the settings stays, and names sections by their addresses", () => {
    const menu = "menu: [/afisha/, /kontakty/]\n";
    const files = { "_data/sections.yaml": SECTIONS, "_data/site.yaml": menu };
    expect(openArchive(folders(files)).site.menu).toEqual([
      { label: "Культура", address: "/afisha/" },
      { label: "Контакты", address: "/kontakty/" },
    ]);
  });

  test("without the file the menu is the site's own", () => {
    expect(openArchive(folders({})).site.menu).toBeUndefined();
  });

  test.each([
    ["- Город\n- город\n", "2:3 Раздел «город» уже есть: он в строке 1. оставьте один из двух."],
    [
      "- Уголь\n- Угол\n",
      "2:3 У раздела «Угол» тот же адрес «ugol», что у раздела «Уголь» в строке 1.",
    ],
    [
      "- {name: А, topics: [Мост]}\n- {name: Б, topics: [Река, мост]}\n",
      "2:28 Тема «мост» стоит и у раздела «А», и у раздела «Б».",
    ],
    ["- {name: Темы, slug: topics}\n", "1:3 Раздел «Темы»: адрес «/topics/» занят самим сайтом."],
    ["- {name: Авторы, slug: authors}\n", "адрес «/authors/» занят самим сайтом."],
    ["- {name: Все, slug: articles}\n", "адрес «/articles/» занят самим сайтом."],
    ["- Контакты\n", "content/pages/kontakty.md. впишите адрес раздела сами"],
    ["- '…'\n", "1:3 Из имени раздела «…» не выходит адрес."],
    ["- {name: Город, topic: Мост}\n", "возможно, «topics»"],
  ])("%j is told of", (yaml, problem) => {
    expect(told({ "_data/sections.yaml": yaml }).join("\n")).toContain(problem);
  });
});

describe("an article's section", () => {
  test.each([
    ["topics: [Мосты, транспорт, Музеи]\n", "Город"],
    ["topics: [Музеи]\n", "Культура"],
    ["topics: [Музеи]\nsection: спорт\n", "Спорт"],
    ["topics: [Мосты]\n", undefined],
    ["", undefined],
  ])("%j", (fields, section) => {
    expect(sectionOf(fields)).toBe(section);
  });

  test("has to be one of the file", () => {
    const article = "---\ntitle: Мост\nsection: Спрот\n---\n\nТекст.\n";
    const problems = told({ "content/a.md": article, "_data/sections.yaml": SECTIONS });
    expect(problems).toContainEqual(
      "3:10 «section»: раздела «Спрот» нет в sections.yaml. Возможно, это «Спорт». исправьте имя раздела или допишите его в sections.yaml.",
    );
    expect(told({ "content/a.md": article }).join()).toContain("раздела «Спрот» нет");
  });
});
