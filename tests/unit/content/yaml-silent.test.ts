import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  ContentError,
  openArchive,
  type Problem,
  readArticles,
} from "../../../src/content/index.ts";
import { knownFields, listOf, text, validate } from "../../../src/content/model/validate.ts";
import { parseYaml } from "../../../src/content/model/yaml/yaml.ts";
import { cases, fc } from "../language/property.ts";
import { temporaryFolder } from "../temporary.ts";

type Files = Readonly<Record<string, string>>;

function foldersOf(files: Files) {
  const folder = temporaryFolder({ "content/a.md": article("title: Мост"), ...files });
  return { content: join(folder, "content"), data: join(folder, "_data") };
}

const article = (fields: string): string => `---\n${fields}\n---\n\nТекст.\n`;

/** What a build would tell of an archive, with the values of its article. */
function read(files: Files) {
  try {
    const folders = foldersOf(files);
    const { site, problems, headlines } = openArchive(folders);
    if (problems.length > 0) return { problems };
    const [one] = readArticles([join(folders.content, "a.md")], site);
    return { problems: [], site, headlines, article: one?.article };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problems: error.problems };
  }
}

const told = ({ line, column, message }: Problem): string => `${line}:${column} ${message}`;
const ofFields = (fields: string) => read({ "content/a.md": article(fields) });
const problemsOf = (fields: string): string[] => ofFields(fields).problems.map(told);

describe("a comment behind a text is told of", () => {
  test.each([
    ["title: Дом #5 на площади", "2:12 «title»: «#5 на площади»"],
    ["title: Дом # пятый", "2:12 «title»: «# пятый»"],
    ["title: Дом\t#5", "2:12 «title»: «#5»"],
    ["title: 2026 #1 в мире", "2:13 «title»: «#1 в мире»"],
    ["title: #площадь", "2:8 «title»: «#площадь»"],
    ["title: #1\n  в мире", "2:8 «title»: «#1»"],
    ["title: А\nsummary: Первая\n  и дом #2 за ней", "4:9 «summary»: «#2 за ней»"],
    ["title: А\nsummary: Первая\n  #вторая", "4:3 «summary»: «#вторая»"],
    ["title: А\nsummary: #вторая", "3:10 «summary»: «#вторая»"],
    ["title: А\nauthors:\n  - Анна #2", "4:10 «authors», запись 1: «#2»"],
    ["title: А\ntopics: F #", "3:11 «topics»: «#»"],
    ["title: А\ntopics: [F #, Город\n  , Мир]", "3:12 «topics», запись 1: «#, Город»"],
    ["title: А\nsource: {name: Газета #7\n  }", "3:23 «source», «name»: «#7»"],
    ["title: А\nimage: {file: a.png, alt: Дом #5\n  }", "3:31 «image», «alt»: «#5»"],
    [
      "title: А\ncorrections:\n  - date: 2026-11-24\n    text: Дом #5",
      "5:15 «corrections», запись 1, «text»: «#5»",
    ],
  ])("%j", (fields, start) => {
    expect(problemsOf(fields)).toEqual([`${start} — комментарий YAML, и на сайт он не попадёт.`]);
  });

  test("with the quotation marks that keep it", () => {
    const [problem] = ofFields('title: Дом "Луч" #5').problems;
    expect(problem?.mend).toBe(
      "возьмите значение в кавычки: 'Дом \"Луч\" #5', а если это и правда комментарий, поставьте его отдельной строкой.",
    );
    expect(ofFields("title: 'Дом \"Луч\" #5'").article?.title).toBe("Дом «Луч» #5");
  });

  test("where it takes a bracket with it, besides what YAML says", () => {
    expect(problemsOf("title: А\ntopics: [F #, Город]\ndraft: true")[0]).toBe(
      "3:12 Ошибка YAML: «#, Город]» — для него комментарий, а не текст.",
    );
  });

  test.each([
    ["headlines.yaml", "- Дом #5\n- text: Дом\n- {text: Двор #7\n  }\n", ["1:7", "3:15"]],
    ["headlines.yaml", "- #площадь\n", ["1:3"]],
    ["site.yaml", "name: Газета #1\n", ["1:14"]],
    ["topics.yaml", "- Город #2\n- {name: Мир, description: О мире #3\n  }\n", ["1:9", "2:35"]],
    ["synonyms.yaml", "- - Дом #5\n  - здание\n", ["1:9"]],
  ])("in %s", (name, yaml, places) => {
    const { problems } = read({ [`_data/${name}`]: yaml });
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
    for (const { message } of problems) expect(message).toContain("комментарий YAML");
  });
});

test.each([
  "# о статье\ntitle: А\n# о дате\n  # и ещё\ndate: 2026-11-23",
  'title: "А" # кратко',
  "title: 'А' # кратко",
  "title: А\ndraft: true # ждёт фото",
  "title: А\ndate: 2026-11-23 # понедельник\nslug: dom # адрес",
  "title: А\nsummary: # потом",
  "title: А\nsummary: > # в две строки\n  Дом",
  "title: А\nsummary: |\n  Дом\n# конец",
  "title: А\ntopics: # по одной\n  - Город\n  # - Мир\n  #- Двор",
  "title: А\ntopics: [Город, Мир] # две",
  "title: А\ntopics: [Город, # столица\n  Мир]",
  "title: А\ncorrections: # пока одно\n  - date: 2026-11-24 # вторник\n    text: Б",
])("what is surely a comment is none of a text: %j", (fields) => {
  expect(problemsOf(fields)).toEqual([]);
});

test("the site's settings may be commented where they are no texts", () => {
  const yaml =
    "address: https://vesti.example # боевой\nlanguage: ru # язык\ntimeZone: Europe/Minsk # пояс\noffline: false # нет\nvolumeItems: 100 # мало\n";
  expect(read({ "_data/site.yaml": yaml }).site).toMatchObject({
    address: "https://vesti.example",
    timeZone: "Europe/Minsk",
    volumeItems: 100,
  });
});

describe("a value that YAML takes for something else is told of as it is typed", () => {
  test.each([
    ["title: 1.10", "2:8 «title»: нужен текст, а стоит число 1.10."],
    ["title: 007", "2:8 «title»: нужен текст, а стоит число 007."],
    ["title: 0x1F", "2:8 «title»: нужен текст, а стоит число 0x1F."],
    ["title: 1e3", "2:8 «title»: нужен текст, а стоит число 1e3."],
    ["title: True", "2:8 «title»: нужен текст, а стоит True."],
    ["title: null", "2:8 «title»: «null» в YAML значит «ничего», и на сайт это не попадёт."],
    [
      "title: А\nsummary: ~",
      "3:10 «summary»: «~» в YAML значит «ничего», и на сайт это не попадёт.",
    ],
    ["title: ! Пожар", "2:8 Ошибка YAML: «!» в начале значения — для него метка, а не текст."],
    ["title: !!str 7", "2:8 Ошибка YAML: «!!str» в начале значения — для него метка, а не текст."],
    [
      "title: &Ко и партнёры",
      "2:8 Ошибка YAML: «&Ко» в начале значения — для него имя, а не текст.",
    ],
    [
      "title: *звезда",
      "2:8 Ошибка YAML: «*звезда» в начале значения — для него ссылка, а не текст.",
    ],
    [
      "title: А\n...\n# Глава",
      "3:1 Ошибка YAML: строка «...» кончает файл, и то, что за ней, не читается.",
    ],
    [
      "title: @anna",
      "2:8 Ошибка YAML: значение не может начинаться с такого знака. (BAD_SCALAR_START)",
    ],
  ])("%j", (fields, problem) => {
    expect(problemsOf(fields)).toEqual([problem]);
  });

  test.each([
    [
      "headlines.yaml",
      "- Мост: открыт",
      "1:3 запись 1: в тексте стоит двоеточие, и оно принято за конец имени поля.",
    ],
    [
      "topics.yaml",
      "- Мир: о мире",
      "1:3 запись 1: в тексте стоит двоеточие, и оно принято за конец имени поля.",
    ],
    ["headlines.yaml", "- text:Мост", "1:3 запись 1: после «text:» нет пробела."],
    ["topics.yaml", "- name:Мир", "1:3 запись 1: после «name:» нет пробела."],
    [
      "headlines.yaml",
      "- Дом\n-Мост\n- Двор",
      "2:1 Ошибка YAML: после дефиса нет пробела. (UNEXPECTED_TOKEN)",
    ],
    [
      "headlines.yaml",
      "- text: Дом\n\tdate: 2026-11-23",
      "2:2 Ошибка YAML: отступ сделан табуляцией. (UNEXPECTED_TOKEN)",
    ],
    [
      "site.yaml",
      "accent: #ff0000",
      "1:9 «accent»: «#ff0000» — комментарий YAML, и на сайт он не попадёт.",
    ],
  ])("in %s: %j", (name, yaml, problem) => {
    expect(read({ [`_data/${name}`]: `${yaml}\n` }).problems.map(told)).toEqual([problem]);
  });

  test.each([
    [
      "title: А\ntopics:Город\ndate: 2026-11-23",
      "3:1 Ошибка YAML: после двоеточия нет пробела. (MULTILINE_IMPLICIT_KEY)",
    ],
    [
      "title: А\n  topics: Город",
      "2:8 Ошибка YAML: строка не похожа на «поле: значение», или отступ у неё не тот, что у соседних. (MULTILINE_IMPLICIT_KEY)",
    ],
    [
      "title: А\nauthors: [Анна: мэр]",
      "3:11 «authors», запись 1: в тексте стоит двоеточие, и оно принято за конец имени поля.",
    ],
  ])("a slip is told of once, as what it is: %j", (fields, problem) => {
    expect(problemsOf(fields)).toEqual([problem]);
  });

  test("a second document of a list", () => {
    const { problems } = read({ "_data/headlines.yaml": "- Дом\n---\n- Двор\n" });
    expect(problems.map(told)).toEqual([
      "2:1 Ошибка YAML: строка «---» или «...» кончает файл, и то, что за ней, не читается. (MULTIPLE_DOCS)",
    ]);
  });

  test.each(["Да", "нет", "yes", "1_000", "12:30", "2026-11-23", "C#", "C#1", "а * б & в ! г"])(
    "and what it takes for a text is published: %s",
    (title) => {
      expect(ofFields(`title: ${title}`).article?.title.replaceAll("\u00a0", " ")).toBe(title);
    },
  );

  test("a name that is referred to is one", () => {
    expect(ofFields("title: &a Дом\nsummary: *a").article).toMatchObject({ summary: "Дом" });
  });
});

const words = fc.constantFrom(
  "Дом",
  "#5",
  "#",
  "&Ко",
  "*",
  "!",
  "null",
  "~",
  "7",
  "Двор",
  "C#",
  "и",
);

const schema = knownFields({ title: text(), topics: listOf(text()) });

test("no word of a text is missing without a word", () => {
  const some = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
  const lines = fc.tuple(some, some, some).map(([title, first, second]) => ({
    yaml: `title: ${title}\ntopics:\n  - ${first}\n  - ${second}\n`,
    value: { title, topics: [first, second] },
  }));
  const published = (yaml: string): unknown => {
    try {
      return validate(schema, parseYaml("a.yaml", yaml));
    } catch (error) {
      if (error instanceof ContentError) return undefined;
      throw error;
    }
  };
  fc.assert(
    fc.property(lines, ({ yaml, value }) => {
      expect([undefined, value]).toContainEqual(published(yaml));
    }),
    { numRuns: cases(1000) },
  );
});
