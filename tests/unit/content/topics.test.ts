import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  ContentError,
  openArchive,
  readArchive,
  readArticles,
  readTopics,
  readTopicTable,
} from "../../../src/content/index.ts";
import { formsOfWord } from "../../../src/index/index.ts";
import { temporaryFolder } from "../temporary.ts";

const TOPICS = `- name: Беларусь
  description: "Всё о стране -- и о людях"
  words: [белорусский, Беларусь]
- name: Здоровье
  words: [ВОЗ, больница, Всемирная организация здравоохранения]
- name: Сюйчжоу
  words: Сюйчжоу
- name: Китай и мир
  slug: china
  words: [Китай, C++]
- Погода
`;

function folder(files: Readonly<Record<string, string>>): string {
  return temporaryFolder({ "_data/topics.yaml": TOPICS, ...files });
}

/** The topics of one article. */
async function topicsOf(title: string, text = "", fields = ""): Promise<string[]> {
  const own = folder({ "content/a.md": `---\ntitle: "${title}"\n${fields}---\n\n${text}\n` });
  const table = await readTopicTable(join(own, "_data"), formsOfWord);
  const { articles } = readArchive(
    { content: join(own, "content"), data: join(own, "_data") },
    {},
    table,
  );
  return articles.flatMap(({ topics }) => topics.map(({ name }) => name));
}

function problemsOf(yaml: string): string[] {
  const data = temporaryFolder({ "topics.yaml": yaml });
  try {
    readTopics(data);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe("topics.yaml", () => {
  test("names, addresses, descriptions and words", () => {
    const topics = readTopics(join(folder({}), "_data"));
    expect(topics[0]).toEqual({
      name: "Беларусь",
      slug: "belarus",
      key: "беларусь",
      description: "Всё о\u00a0стране\u00a0— и\u00a0о\u00a0людях",
      words: ["белорусский", "Беларусь"],
    });
    expect(topics.map(({ slug }) => slug)).toEqual([
      "belarus",
      "zdorove",
      "siuichzhou",
      "china",
      "pogoda",
    ]);
    expect(topics[2]?.words).toEqual(["Сюйчжоу"]);
  });

  test("no file is no topics, and an empty one too", () => {
    expect(readTopics(temporaryFolder())).toEqual([]);
    expect(readTopics(temporaryFolder({ "topics.yaml": "" }))).toEqual([]);
  });

  test.each([
    ["- name: Город\n- name: город\n", "2:3 Тема «город» уже есть: она в строке 1."],
    [
      "- name: Город\n- {name: Мир, slug: gorod}\n",
      "2:3 У темы «Мир» тот же адрес «gorod», что у темы «Город» в строке 1.",
    ],
    [
      "- {name: Город, words: [мост]}\n- {name: Мир, words: [река, Мост]}\n",
      "2:29 «words»: слово «Мост» уже стоит в строке 1.",
    ],
    ["- Уголь\n- Угол\n", "2:3 У темы «Угол» тот же адрес «ugol», что у темы «Уголь» в строке 1."],
    ["- {name: Город, words: [—]}\n", "1:25 «words»: в «—» нет ни буквы, ни цифры."],
    ["- {name: Город, wodrs: [мост]}\n", expect.stringContaining("возможно, «words»")],
    ["- {slug: gorod}\n", "1:3 Нет обязательного поля «name» (запись 1)."],
    ["- name: —\n", "1:9 запись 1, «name»: из темы не выходит адрес."],
    ["- {name: Город, slug: Город}\n", expect.stringContaining("1:23 запись 1, «slug»")],
    ["name: Город\n", "1:1 Файл: нужен список, а стоит группа полей."],
  ])("%j is told of", (yaml, problem) => {
    expect(problemsOf(yaml)).toEqual([problem]);
  });

  test("a mend is YAML, whatever signs a name holds", () => {
    const yaml = "- Москва\n- {name: 'Кто, где', slug: moskva}\n";
    const folder = temporaryFolder({ "topics.yaml": yaml });
    expect(() => readTopics(folder)).toThrow('- {name: "Кто, где", slug: …}');
  });

  test("topics of one plain address are parted by a field", () => {
    const yaml = "- Уголь\n- {name: Угол, slug: ugol-doma}\n- {name: 北京, slug: pekin}\n";
    expect(readTopics(temporaryFolder({ "topics.yaml": yaml })).map(({ slug }) => slug)).toEqual([
      "ugol",
      "ugol-doma",
      "pekin",
    ]);
  });

  test("a wrong file stops a build, and not the table", async () => {
    const own = folder({ "content/a.md": "---\ntitle: А\n---\n", "_data/topics.yaml": "- x: y\n" });
    const folders = { content: join(own, "content"), data: join(own, "_data") };
    expect((await readTopicTable(folders.data, formsOfWord)).topics).toEqual([]);
    expect(openArchive(folders).problems).toHaveLength(2);
  });
});

describe("topics by words", () => {
  test.each([
    ["any form of a lemma in the title", "В белорусской столице", "", ["Беларусь"]],
    ["of two topics", "Китай и Беларусь", "", ["Беларусь", "Китай и мир"]],
    ["part of a compound", "Российско-белорусские учения", "", ["Беларусь"]],
    ["once in the text is not enough", "Новости", "Из Беларуси.", []],
    ["twice in the text is", "Новости", "Из Беларуси. В белорусском городе.", ["Беларусь"]],
    ["what stands in markup counts", "Новости", "**Беларусь** и [Беларусь](/a/).", ["Беларусь"]],
    ["addresses do not", "Новости", '[а](/belarus/ "Беларусь") ![б](https://x.by/Беларусь)', []],
    ["an abbreviation", "ВОЗ объявила", "", ["Здоровье"]],
    ["no word that is written like it", "На площади стоит воз", "", []],
    ["a phrase in any form", "Во Всемирной организации здравоохранения", "", ["Здоровье"]],
    ["half a phrase is none", "Всемирная организация торговли", "", []],
    ["a name that no dictionary knows, by its stem", "Дожди в Сюйчжоу", "", ["Сюйчжоу"]],
    ["a topic without words gets nothing", "Погода на завтра", "", []],
    ["a word with signs", "Олимпиада по C++", "", ["Китай и мир"]],
    ["the word without its signs", "Витамин C", "", []],
    ["another word of the same beginning", "Китайгородская стена", "", []],
  ])("%s", async (_, title, text, topics) => {
    const shown = text.replace(/!\[.*$/, "");
    expect(await topicsOf(title, shown)).toEqual(topics);
  });

  test("what is named wins, and an empty list is a choice too", async () => {
    expect(await topicsOf("Беларусь", "", "topics: Спорт\n")).toEqual(["Спорт"]);
    expect(await topicsOf("Беларусь", "", "topics: []\n")).toEqual([]);
    expect(await topicsOf("Беларусь", "", "topics:\n")).toEqual(["Беларусь"]);
  });

  test("the summary is part of the text", async () => {
    expect(await topicsOf("Итоги", "Из Беларуси.", "summary: О Беларуси\n")).toEqual(["Беларусь"]);
  });

  test("a named topic has the address and the spelling of the list", async () => {
    const own = folder({ "content/a.md": "---\ntitle: А\ntopics: китай и мир\n---\n" });
    const site = openArchive({ content: join(own, "content"), data: join(own, "_data") }).site;
    const table = await readTopicTable(join(own, "_data"), formsOfWord);
    const [read] = readArticles([join(own, "content/a.md")], site, table);
    expect(read?.article.topics).toEqual([{ name: "Китай и мир", slug: "china" }]);
  });

  test("headlines get theirs by their text", async () => {
    const headlines =
      "- В белорусской столице\n- {text: Беларусь, topics: [Спорт]}\n- {text: Беларусь и Минск, topics: []}\n";
    const own = folder({
      "content/a.md": "---\ntitle: А\n---\n",
      "_data/headlines.yaml": headlines,
    });
    const folders = { content: join(own, "content"), data: join(own, "_data") };
    const table = await readTopicTable(folders.data, formsOfWord);
    const archive = openArchive(folders, {}, undefined, undefined, table);
    const names = archive.headlines.map(({ topics }) => topics.map(({ name }) => name));
    expect(names).toEqual([["Беларусь"], ["Спорт"], []]);
  });

  test("a description changes nothing of the table", async () => {
    const other = temporaryFolder({ "topics.yaml": TOPICS.replace("о людях", "о городах") });
    const table = (data: string) => readTopicTable(data, formsOfWord);
    expect(await table(other)).toEqual(await table(join(folder({}), "_data")));
  });
});
