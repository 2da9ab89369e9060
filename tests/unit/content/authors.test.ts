import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAuthors } from "../../../src/content/archive/authors.ts";
import { attempt, openArchive, type Problem, readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';

const AUTHORS = `- name: Анна Смирнова
  photo: anna.svg
  also: [А. Смирнова, Аня Смирнова]
  url: https://smirnova.example/
  text: |
    Пишет -- о *мостах*.
- Пётр Волков
`;

function open(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({
    "content/a.md": "---\ntitle: Мост\nauthors: [А. Смирнова, Гость]\n---\n\nТекст.\n",
    "_data/anna.svg": DRAWING,
    ...files,
  });
  return { content: join(folder, "content"), data: join(folder, "_data") };
}

/** «line:column message mend» of each problem. */
function problemsOf(yaml: string): string[] {
  const folders = open({ "_data/authors.yaml": yaml });
  const problems: Problem[] = [];
  attempt(problems, () => readAuthors(folders.data, openArchive(open({})).site));
  return problems.map(({ line, column, message, mend }) => `${line}:${column} ${message} ${mend}`);
}

describe("authors.yaml", () => {
  test("names, texts and photos", () => {
    const { authors, portraits, strayData } = openArchive(open({ "_data/authors.yaml": AUTHORS }));
    expect(authors[0]).toMatchObject({
      name: "Анна Смирнова",
      slug: "anna-smirnova",
      keys: ["анна смирнова", "а смирнова", "аня смирнова"],
      description: "Пишет\u00a0— о\u00a0мостах.",
      url: "https://smirnova.example/",
      photo: { path: "/authors/anna-smirnova/anna.svg", alt: "Анна Смирнова", width: 8 },
    });
    expect(authors[0]?.html).toContain("<em>мостах</em>");
    expect(authors[1]).toMatchObject({ name: "Пётр Волков", slug: "petr-volkov" });
    expect(portraits.map(({ path }) => path)).toEqual(["/authors/anna-smirnova/anna.svg"]);
    expect(strayData).toEqual([]);
  });

  test.each([
    [
      "- Анна Смирнова\n- анна смирнова\n",
      "2:3 Автор «анна смирнова» уже есть: он в строке 1. оставьте одного из двух.",
    ],
    [
      "- Анна Смирнова\n- {name: Пётр, also: [Анна Смирнова]}\n",
      "2:3 Автор «Пётр» уже есть под именем «Анна Смирнова»: он в строке 1.",
    ],
    [
      "- Анна Смирнова\n- {name: Анна, slug: anna-smirnova}\n",
      "2:3 У автора «Анна» тот же адрес «anna-smirnova», что у автора «Анна Смирнова» в строке 1.",
    ],
    ["- 北京\n- '…'\n", "2:3 Из имени автора «…» не выходит адрес."],
    ["- {name: Анна, photo: net.jpg}\n", "1:23 «photo»: файла «net.jpg» нет."],
    ["- {name: Анна, photo: ../content/a.md}\n", "«photo»: файла «../content/a.md» нет."],
    ["- {name: Анна, url: smirnova}\n", "1:21 запись 1, «url»: это не адрес сайта."],
    ["- {name: Анна, foot: a.jpg, fhoto: a.jpg}\n", "возможно, «photo»"],
    ["- name: Анна\n  text: |\n    Раз.\n\n    ![](a.jpg)\n", "5:1 Картинка «a.jpg»"],
    ["- name: Анна\n  text: '![](a.jpg)'\n", "2:1 Картинка «a.jpg»"],
    ["name: Анна\n", "1:1 Файл: нужен список, а стоит группа полей."],
  ])("%j is told of", (yaml, told) => {
    const problems = problemsOf(yaml);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.at(-1)).toContain(told);
  });

  test("what is wrong with it stops a build", () => {
    const { problems } = openArchive(open({ "_data/authors.yaml": "- x: y\n" }));
    expect(problems.map(({ file }) => file)).toEqual([
      expect.stringMatching(/authors\.yaml$/),
      expect.stringMatching(/authors\.yaml$/),
    ]);
  });
});

describe("an article's authors", () => {
  const authorsOf = (files: Readonly<Record<string, string>>) => {
    const [{ authors, bylines } = { authors: [] }] = readArchive(open(files)).articles;
    return { authors, bylines };
  };

  test("who has a page is called as the file calls them, once", () => {
    const article = "---\ntitle: Мост\nauthors: [АНЯ СМИРНОВА, Гость, Анна Смирнова]\n---\n";
    expect(authorsOf({ "_data/authors.yaml": AUTHORS, "content/a.md": article })).toEqual({
      authors: ["Анна Смирнова", "Гость"],
      bylines: [{ name: "Анна Смирнова", slug: "anna-smirnova" }],
    });
  });

  test("without the file they are as they are written", () => {
    expect(authorsOf({})).toEqual({ authors: ["А.\u00a0Смирнова", "Гость"], bylines: undefined });
  });
});
