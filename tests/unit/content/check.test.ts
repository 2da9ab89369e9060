import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type CheckOptions,
  type CheckReport,
  checkArchive,
  formatReport,
} from "../../../src/content/checking.ts";
import { readTopicTable } from "../../../src/content/index.ts";
import { formsOfWord } from "../../../src/index/index.ts";
import { temporaryFolder } from "../temporary.ts";

const NOW = Date.parse("2026-11-25T12:00:00+03:00");
const ALT = '<svg viewBox="0 0 2 1"></svg>';

function check(files: Readonly<Record<string, string>>, options: Partial<CheckOptions> = {}) {
  const folder = temporaryFolder({
    "_data/site.yaml": "address: https://vesti.example\n",
    ...files,
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  return { folder, ...checkArchive({ folders, now: NOW, ...options }) };
}

/** «severity rule file:line:column», the rule without a place that tests do not look at. */
function shown({ findings, folder }: CheckReport & { folder: string }): string[] {
  return findings.map(({ severity, rule, file, line, column }) => {
    return `${severity} ${rule} ${relative(folder, file)}:${line}:${column}`;
  });
}

const article = (text: string, fields = "title: Новость"): string =>
  `---\n${fields}\n---\n\n${text}\n`;

describe("a check of an archive", () => {
  test("finds nothing where nothing is wrong", () => {
    const report = check({
      "content/a.md": article("Текст «в кавычках» — и [ссылка](/articles/b/)."),
      "content/b.md": article("Текст.", "title: Другая"),
      "_data/headlines.yaml": "- Заголовок\n",
    });
    expect(report.findings).toEqual([]);
    expect(report.files).toBe(3);
  });

  test("tells of wrong fields as a build does", () => {
    const report = check({
      "content/a.md": article("Текст.", "title: А\ndate: 31.02.2026"),
      "content/b.md": "Текст без полей.\n",
      "_data/headlines.yaml": "- {txet: А}\n",
      "_data/synonyms.yaml": "- [одно]\n",
    });
    expect(shown(report)).toEqual([
      "error schema _data/headlines.yaml:1:3",
      "error schema _data/headlines.yaml:1:4",
      "error schema _data/synonyms.yaml:1:3",
      "error schema content/a.md:3:7",
      "error schema content/b.md:1:1",
    ]);
  });

  test("tells which signs typography would set, line by line", () => {
    const text = 'Открыт "мост".\nЭто -- мост...\n\n`"код" -- код` и [а](/articles/a/ "б").';
    const report = check({
      "content/a.md": article(text, 'title: "Мост -- это \\"мост\\""'),
      "content/b.md": article("Обычный текст в строке и 10 мая.", "title: Река -- это 'порт'"),
      "_data/headlines.yaml": '- text: "Дом -- мир"\n- \'Кино "Заря": премьера\'\n',
    });
    expect(shown(report)).toEqual([
      "note typography _data/headlines.yaml:1:14",
      "note typography _data/headlines.yaml:2:9",
      "note typography content/a.md:5:8",
      "note typography content/a.md:6:5",
      "note typography content/b.md:2:13",
    ]);
    expect(report.findings[3]?.message).toBe("Типографика: -- → —, ... → …");
  });

  test("tells which quotation marks stay as typed, wherever they stand", () => {
    const text =
      '"Крик 3" на\nэкране **27"**.\n\n| а |\n| --- |\n| "б |\n\n![](v.svg "Мост\\" у")\n\n27" и "мост"';
    const fields = "title: 'Мост\" у'\nimage: {file: v.svg, alt: А, caption: '\"Мост'}";
    const report = check({
      "content/a.md": article(text, fields),
      "content/v.svg": ALT,
      "_data/headlines.yaml": '- Мост" у реки\n- {text: \'"" и\'}\n',
    });
    const quotes = report.findings.filter(({ rule }) => rule === "quotes");
    expect(shown({ ...report, findings: quotes })).toEqual([
      "warning quotes _data/headlines.yaml:1:7",
      "warning quotes _data/headlines.yaml:2:12",
      "warning quotes content/a.md:2:13",
      "warning quotes content/a.md:3:40",
      "warning quotes content/a.md:6:8",
      "warning quotes content/a.md:11:3",
      "warning quotes content/a.md:13:5",
    ]);
    expect(quotes[4]).toMatchObject({
      message:
        'Кавычки остались как набраны: непонятно, кавычка это или дюймы (секунды) — …"Крик 3" на экране **2…',
      mend: "наберите кавычки абзаца знаками « и », а дюймы — знаком ″ или словом.",
    });
  });

  test("tells of links that lead nowhere", () => {
    const links = [
      "[есть](/articles/b/) [и с хешем](/articles/b/#glava) [прежний](/articles/staroe/)",
      "[нет](/articles/net/)",
      "[файл](b.md)",
      "[черновик](/articles/chernovik/)",
      "[свой адрес](https://vesti.example/articles/net/) [чужой](https://example.org/articles/net/)",
      "[поле](/articles/svoi/) [глава](#glava-2) [сноска][^1] [сюда](#)",
      "[нет такой главы](#glava-3)",
      "## Глава 2",
      "[^1]: Сноска.",
    ];
    const report = check({
      "content/a.md": article(links.join("\n\n")),
      "content/2025/b.md": article("Б", "title: Вторая\naliases: [/articles/staroe/]"),
      "content/chernovik.md": article("[тоже](/articles/a/)", "title: Третья\ndraft: true"),
      "content/d.md": article("Д", "title: Четвёртая\nslug: svoi"),
      "_data/headlines.yaml":
        "- {text: А, link: /articles/net/}\n- {text: Б, link: /articles/b/}\n",
    });
    expect(shown(report)).toEqual([
      "error link _data/headlines.yaml:1:19",
      "error link content/a.md:7:7",
      "error link content/a.md:9:8",
      "error link content/a.md:11:12",
      "error link content/a.md:13:14",
      "error link content/a.md:17:19",
    ]);
    expect(report.findings[2]?.mend).toBe("напишите адрес страницы: /articles/b/.");
  });

  test("tells of pictures that nobody has described", () => {
    const text = '![](v.svg)\n\n![](v.svg "Подпись")\n\n![Мост](v.svg)';
    const report = check({
      "content/a.md": article(text, "title: А\nimage: v.svg"),
      "content/b.md": article("Б", "title: Б\nimage: {file: v.svg, caption: Мост}"),
      "content/v.svg": ALT,
    });
    expect(shown(report)).toEqual(["warning alt content/a.md:3:8", "warning alt content/a.md:6:5"]);
  });

  test("tells of dates in the future and of what is over", () => {
    const report = check({
      "content/a.md": article("А", "title: А\ndate: 2026-11-26"),
      "content/b.md": article("Б", "title: Б\ndate: 2026-11-25\nupdated: 2027-01-01"),
      "content/c.md": article("В", "title: В\ndate: 2026-01-01\nexpires: 2026-02-01"),
      "_data/headlines.yaml": "- {text: А, date: 2026-12-01}\n- {text: Б, date: 2026-11-25}\n",
    });
    expect(shown(report)).toEqual([
      "warning date _data/headlines.yaml:1:19",
      "warning date content/a.md:3:7",
      "warning date content/b.md:4:10",
      "warning date content/c.md:4:10",
    ]);
  });

  test("tells of an address that two articles have", () => {
    const report = check({
      "content/1/a.md": article("А"),
      "content/2/a.md": article("Б", "title: Б"),
    });
    expect(shown(report)).toEqual(["error schema content/2/a.md:1:1"]);
  });
});

describe("topics", () => {
  const TOPICS = "- {name: Беларусь, words: [белорусский]}\n- Транспорт\n";

  async function checkTopics(files: Readonly<Record<string, string>>) {
    const data = temporaryFolder({ "topics.yaml": TOPICS });
    const topicTable = await readTopicTable(data, formsOfWord);
    return check({ "_data/topics.yaml": TOPICS, ...files }, { topicTable });
  }

  test("what was added by words is told, and why", async () => {
    const report = await checkTopics({
      "content/a.md": article("Текст.", "title: В белорусской столице"),
      "content/b.md": article("Белорусские и белорусский.", "title: Другое"),
      "_data/headlines.yaml": "- Белорусский рубль\n",
    });
    expect(shown(report)).toEqual([
      "note topic-added _data/headlines.yaml:1:3",
      "note topic-added content/a.md:2:8",
      "note topic-added content/b.md:2:1",
    ]);
    expect(report.findings.map(({ message }) => message)).toEqual([
      "Добавлена тема «Беларусь»: слово «Белорусский» в заголовке.",
      "Добавлена тема «Беларусь»: слово «белорусской» в заголовке.",
      "Добавлена тема «Беларусь»: «Белорусские» в тексте, всего раз: 2.",
    ]);
  });

  test("a topic that is not in the list", async () => {
    const report = await checkTopics({
      "content/a.md": article("А", "title: А\ntopics: [Транспорт, Транспрот]"),
      "_data/headlines.yaml": "- {text: Б, topics: Спорт}\n",
    });
    expect(shown(report)).toEqual([
      "warning topic _data/headlines.yaml:1:21",
      "warning topic content/a.md:3:21",
    ]);
    expect(report.findings[1]?.message).toContain("Возможно, это «Транспорт».");
  });

  test("authors whom authors.yaml does not know; a slip of a known name is named", () => {
    const files = {
      "content/a.md": article("А", "title: А\nauthors: [Анна Смирнова, Ана Смирнова, Гость]"),
      "content/b.md": article("Б", "title: Б\nauthors: Гость"),
    };
    expect(check(files).findings).toEqual([]);
    const report = check({ ...files, "_data/authors.yaml": "- Анна Смирнова\n" });
    expect(shown(report)).toEqual([
      "warning author content/a.md:3:26",
      "note author content/a.md:3:40",
      "note author content/b.md:3:10",
    ]);
    expect(report.findings[0]?.message).toContain("Возможно, это «Анна Смирнова».");
    expect(formatReport(report, "text")).toContain("Авторы без страницы: 2 места, файлов: 2");
    const wrong = check({ ...files, "_data/authors.yaml": "- Анна\n- Анна\n" });
    expect(shown(wrong)).toEqual(["error schema _data/authors.yaml:2:3"]);
  });

  test("series and sections that a build would refuse", () => {
    const report = check({
      "content/a.md": article("А", "title: А\nseries: Уголь"),
      "content/b.md": article("Б", "title: Б\nseries: Угол\nsection: Спорт"),
      "_data/sections.yaml": "- Спрот\n",
    });
    expect(shown(report)).toEqual(["error schema content/b.md:4:10"]);
    const named = check({
      "content/a.md": article("А", "title: А\nseries: Уголь"),
      "content/b.md": article("Б", "title: Б\nseries: Угол"),
    });
    expect(shown(named)).toEqual(["error schema content/b.md:3:9"]);
  });

  test("without a list every topic is as good as another", () => {
    expect(check({ "content/a.md": article("А", "title: А\ntopics: Спорт") }).findings).toEqual([]);
  });
});

describe("a check of one file", () => {
  const files = {
    "content/a.md": article(
      "[нет](/articles/net/) [б](/articles/b/)",
      "title: В порту открыли новый мост",
    ),
    "content/b.md": article("[нет](/articles/net/)", "title: В порту открыли новые мосты"),
    "content/c.md": "---\ntitle: [\n---\n",
    "_data/headlines.yaml": "- {text: А, link: /articles/net/}\n",
  };

  function checkOne(path: string) {
    const folder = temporaryFolder(files);
    const folders = { content: join(folder, "content"), data: join(folder, "_data") };
    return { folder, ...checkArchive({ folders, now: NOW, files: [join(folder, path)] }) };
  }

  test("tells of that file only, and sees the others", () => {
    const report = checkOne("content/a.md");
    expect(report.files).toBe(1);
    expect(shown(report)).toEqual([
      "error link content/a.md:5:7",
      "warning duplicate content/a.md:2:1",
    ]);
  });

  test("of headlines.yaml", () => {
    expect(shown(checkOne("_data/headlines.yaml"))).toEqual([
      "error link _data/headlines.yaml:1:19",
    ]);
  });

  test("of a folder", () => {
    expect(checkOne("content").files).toBe(3);
  });

  test("sees that another file has its address", () => {
    const folder = temporaryFolder({
      "content/1/a.md": article("А"),
      "content/2/a.md": article("Б", "title: Б"),
    });
    const folders = { content: join(folder, "content"), data: join(folder, "_data") };
    const only = (path: string) =>
      checkArchive({ folders, now: NOW, files: [join(folder, path)] }).findings;
    expect(only("content/1/a.md").map(({ message }) => message)).toEqual([
      expect.stringContaining("Адрес «a» уже занят"),
    ]);
  });
});

describe("a report", () => {
  const report = (folder = "") => ({
    folder,
    files: 1,
    hidden: 0,
    mended: new Map(),
    findings: [1, 2, 3, 4, 5].map((line) => {
      const severity = line === 5 ? ("error" as const) : ("warning" as const);
      return {
        file: "content/a, b.md",
        line,
        column: 2,
        message: "50 % и\nстрока",
        mend: "так",
        severity,
        rule: "alt" as const,
      };
    }),
  });

  test("for people is by file, with three of a kind, and ends in a summary", () => {
    const text = formatReport(report(), "text");
    expect(text.match(/замечание:/g)).toHaveLength(3);
    expect(text).toContain("и ещё таких же: 1");
    expect(text).toContain("content/a, b.md:5:2: ошибка: 50 % и");
    expect(text.trim().split("\n").at(-1)).toBe("Проверено файлов: 1, 1 ошибка, 4 замечания.");
  });

  test("for GitHub is annotations", () => {
    const [first] = formatReport(report(), "github").split("\n");
    expect(first).toBe(
      "::warning file=content/a%2C b.md,line=1,col=2::50 %25 и%0Aстрока%0AКак исправить: так",
    );
    expect(formatReport(report(), "github")).toContain("\n::error file=content/a%2C b.md,line=5,");
  });

  test("for programs is JSON", () => {
    const { findings, files } = JSON.parse(formatReport(report(), "json"));
    expect(files).toBe(1);
    expect(findings).toHaveLength(5);
    expect(findings[4]).toMatchObject({ severity: "error", rule: "alt", line: 5, fixable: false });
  });
});

describe("pages that are no news", () => {
  const page = (text: string, fields = "title: Страница"): string => article(text, fields);

  test("are checked as articles are, and by their own fields", () => {
    const report = check({
      "content/a.md": article("Текст о [людях](/vakansii/#kogo)."),
      "content/pages/kontakty.md": page('Кто "там".\n\n[Статья](/articles/net/)'),
      "content/pages/vakansii.md": page("Ищем.", "title: Вакансии\ndraft: true"),
      "content/pages/search.md": page("Свой поиск.", "title: Поиск"),
      "content/pages/o-nas.md": page("Мы.", "title: О нас\ntopics: Город"),
    });
    expect(shown(report)).toEqual([
      "error link content/a.md:5:17",
      "error link content/pages/kontakty.md:7:10",
      "error schema content/pages/o-nas.md:3:1",
      "error schema content/pages/search.md:undefined:undefined",
      "note typography content/pages/kontakty.md:5:5",
    ]);
  });

  test("share no address, and a link to their file is told the address", () => {
    const report = check({
      "content/a.md": article("[Контакты](pages/kontakty.md)", "title: А\naliases: [/kontakty/]"),
      "content/pages/kontakty.md": page("Дом 5."),
    });
    expect(report.findings.map(({ message, mend }) => message + mend).join("\n")).toMatch(
      /занят страницей .*kontakty\.md[\s\S]*напишите адрес страницы: \/kontakty\/\./,
    );
  });
});

describe("what makes a newspaper one's own", () => {
  test("is checked before a build: menus, marks, files", () => {
    const folder = temporaryFolder({
      "content/a.md": article("Текст."),
      "content/pages/vakansii.md": article("Ищем.", "title: Вакансии\ndraft: true"),
      "_data/site.yaml":
        "address: https://vesti.example\nmenu:\n  - /vakansii/\n  - { label: А, address: /articles/net/ }\n" +
        "  - /gde/\nlogo: net.svg\n",
      "static/assets/x.css": "a {}",
    });
    const [content, data, statics] = ["content", "_data", "static"].map((name) =>
      join(folder, name),
    );
    const folders = { content: content ?? "", data: data ?? "", statics };
    expect(shown({ folder, ...checkArchive({ folders, now: NOW }) })).toEqual([
      "error link _data/site.yaml:3:5",
      "error link _data/site.yaml:4:5",
      "error schema _data/site.yaml:5:5",
      "error schema _data/site.yaml:6:7",
      "error schema static/assets:undefined:undefined",
    ]);
  });

  const MENU = [
    ...["/gorod/", "/sport/", "/netu/", "Мосты", "Реки", "/topics/mosty/", "/topics/more/"],
    ...["/authors/anna-smirnova/", "/authors/petr-volkov/", "/series/perepravy/", "/series/netu/"],
    ...[
      "/kontakty/",
      "/o-nas/",
      "/staroe/",
      "/price.pdf",
      "/net.pdf",
      "/docs/",
      "/archive/2026-11/",
    ],
    ...["/rss.xml", "/", "/gorod/2026/", "/articles/a/", "/Контакты/"],
  ];

  function menuChecked(options: Partial<CheckOptions> = {}) {
    const entries = MENU.map((to) =>
      /^\/[a-z]/.test(to) ? `  - { label: А, address: "${to}" }` : `  - ${to}`,
    );
    const folder = temporaryFolder({
      "content/a.md": article(
        "Текст.",
        "title: А\nauthors: Анна Смирнова\nseries: Переправы\ntopics: Мосты\naliases: [/staroe/]",
      ),
      "content/pages/kontakty.md": article("Ждём.", "title: Контакты"),
      "_data/site.yaml": `address: https://vesti.example\nmenu:\n${entries.join("\n")}\n`,
      "_data/headlines.yaml": "- { text: О реке, topics: Реки }\n",
      "_data/sections.yaml": "- Город\n",
      "_data/authors.yaml": "- Анна Смирнова\n- Пётр Волков\n",
      "static/price.pdf": "%PDF",
      "static/docs/index.html": "<p>",
    });
    const [content = "", data = "", statics = ""] = ["content", "_data", "static"].map((name) =>
      join(folder, name),
    );
    const { findings } = checkArchive({
      folders: { content, data, statics },
      now: NOW,
      ...options,
      ...(options.files === undefined ? {} : { files: [join(data, "site.yaml")] }),
    });
    const ofMenu = findings.filter(({ file }) => file.endsWith("site.yaml"));
    return ofMenu.map(({ line = 0, column, severity, message }) => {
      expect(`${severity} ${column}`).toBe("error 5");
      return [MENU[line - 3], message];
    });
  }

  const LOST = ["/sport/", "/netu/", "/o-nas/", "/net.pdf"];

  test("a menu that leads nowhere is told with its place", () => {
    const found = menuChecked();
    const labels = ["/topics/more/", "/authors/petr-volkov/", "/series/netu/"];
    expect(found.map(([to]) => to).toSorted()).toEqual(
      [...LOST, ...labels, "/Контакты/"].toSorted(),
    );
    expect(found[0]?.[1]).toBe("В меню страница «/sport/», а на сайте её нет.");
  });

  test("what only a build knows is left to it", () => {
    const some = menuChecked({ files: [] }).map(([to]) => to);
    expect(some.toSorted()).toEqual([...LOST, "/Контакты/"].toSorted());
    const added = menuChecked({ hasOwnPages: true }).map(([to]) => to);
    expect(added).not.toContain("/netu/");
    expect(added).toContain("/topics/more/");
  });
});
