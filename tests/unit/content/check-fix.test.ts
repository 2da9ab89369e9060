import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkArchive, formatReport } from "../../../src/content/checking.ts";
import { readArchive } from "../../../src/content/index.ts";
import { cases, fc } from "../language/property.ts";
import { temporaryFolder } from "../temporary.ts";

/** Mends one file in a folder of its own. */
function fix(path: string, text: string) {
  const folder = temporaryFolder({ "content/other.md": "---\ntitle: Иное\n---\n", [path]: text });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const report = checkArchive({ folders, now: Date.UTC(2026, 10, 25), fix: true });
  return { text: readFileSync(join(folder, path), "utf8"), report, folders };
}

const article = (body: string, title = "Новость"): string => `---\ntitle: ${title}\n---\n\n${body}`;

describe("--fix mends", () => {
  test.each([
    ["quotation marks and dashes", 'Открыт "мост" -- наш.\n', "Открыт «мост» — наш.\n"],
    ["nested ones", '"Мост "Заря" наш"\n', "«Мост „Заря“ наш»\n"],
    ["an ellipsis", "Мост...\n", "Мост…\n"],
    [
      "what stands around markup",
      'Это "**мост**" и ["река"](/a/).\n',
      "Это «**мост**» и [«река»](/a/).\n",
    ],
    [
      "what stands between markup",
      '"**мост**" --- "*река*" -- да\n',
      "«**мост**» — «*река*» — да\n",
    ],
    ["lists and quotes", '- "а"\n- б -- в\n\n> "г"\n', "- «а»\n- б — в\n\n> «г»\n"],
    [
      "cells of tables",
      '| а | "б" |\n| --- | --- |\n| "в" | г -- д |\n',
      "| а | «б» |\n| --- | --- |\n| «в» | г — д |\n",
    ],
    ["footnotes", 'Мост[^1].\n\n[^1]: По "данным".\n', "Мост[^1].\n\n[^1]: По «данным».\n"],
    ["spaces at the ends of lines", "Мост.  \n\nРека. \n", "Мост.\n\nРека.\n"],
    ["the end of the file", "Мост.", "Мост.\n"],
    ["empty lines there", "Мост.\n\n\n", "Мост.\n"],
    ["spaces that are left out, with such as are seen", "и т.д. и 5тыс.\n", "и т. д. и 5 тыс.\n"],
    ["initials", "Мост А.С. Ветрова\n", "Мост А. С. Ветрова\n"],
    ["ranges", "в 1921-1926 гг.\n", "в 1921–1926 гг.\n"],
    ["quotation marks beside inches", '27" и "мост"\n', '27" и «мост»\n'],
  ])("%s", (_, before, after) => {
    const { text, report } = fix("content/a.md", article(before));
    expect(text).toBe(article(after));
    expect(report.findings).toEqual([]);
    expect(report.mended.size).toBe(1);
  });

  test.each([
    ["code", '`"код" -- код`\n\n    "код" -- код\n'],
    ["a block of code, spaces at its ends too", '```\n"код" -- код  \n```\n'],
    ["addresses and their titles", '[а](/b/ "в -- г") <https://e.org/a--b>\n'],
    ["a line break", "Мост  \nчерез реку\n"],
    ["another language", '[say "so" -- ok]{lang=en}\n'],
    ["inches and seconds of arc", 'Дюйм: 5" и 53°54\'15"\n'],
    ["quotation marks that are unclear", '"Крик 3" и 27"\n'],
    ["what is escaped", '\\"мост" и \\-- да\n'],
    ["spaces that a site sets itself", "Мост в городе и 10 мая.\n"],
  ])("and leaves %s as it is", (_, body) => {
    const { text, report } = fix("content/a.md", article(body));
    expect(text).toBe(article(body));
    expect(report.mended.size).toBe(0);
  });

  test.each([
    ["title: Мост -- наш", "title: Мост — наш"],
    ["title: 'Кино \"Заря\": премьера'", "title: 'Кино «Заря»: премьера'"],
    ["title: '\"Мост\" &quot;'", "title: '\"Мост\" &quot;'"],
    ['title: "Мост \\"Заря\\""', 'title: "Мост \\"Заря\\""'],
  ])("fields: %s", (before, after) => {
    const { text } = fix("content/a.md", `---\n${before}\nsummary: А -- б\n---\n\nМост.\n`);
    expect(text).toBe(`---\n${after}\nsummary: А — б\n---\n\nМост.\n`);
  });

  test("headlines", () => {
    const { text } = fix("_data/headlines.yaml", '- text: "А -- б"  \n- \'Кино "Заря": да\'');
    expect(text).toBe("- text: \"А — б\"\n- 'Кино «Заря»: да'\n");
  });

  test("a file keeps its line ends and its mark", () => {
    const before = `\uFEFF${article('Это "мост".\n\nРека.\n')}`.replaceAll("\n", "\r\n");
    expect(fix("content/a.md", before).text).toBe(before.replace('"мост"', "«мост»"));
  });

  test("nothing in a file that cannot be read", () => {
    const wrong = article('Это "мост".', "[");
    expect(fix("content/a.md", wrong).text).toBe(wrong);
  });
});

describe("--fix --dry-run", () => {
  const before = article('Открыт "мост".  \nРека -- наша.\n\n\n', "'Кино \"Заря\"'");
  const folder = temporaryFolder({ "content/a.md": before });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const report = checkArchive({ folders, now: 0, fix: true, dryRun: true });

  test("shows each line as it is and as it would be, and writes nothing", () => {
    const shown = formatReport(report, "text").replaceAll(`${folder}/`, "").split("\n\n")[0];
    expect(shown?.split("\n")).toEqual([
      ...["content/a.md:2", "- title: 'Кино \"Заря\"'", "+ title: 'Кино «Заря»'"],
      ...["content/a.md:5", '- Открыт "мост".··', "+ Открыт «мост».··"],
      ...["content/a.md:6", "- Река -- наша.", "+ Река — наша."],
      ...["content/a.md:8", "- ⏎", "content/a.md:9", "- ⏎"],
    ]);
    expect(formatReport(report, "text")).toContain("--fix изменит строк: 5");
    expect(readFileSync(join(folder, "content/a.md"), "utf8")).toBe(before);
    expect(report.mended.size).toBe(0);
  });

  test("for programs it is JSON", () => {
    const { changes } = JSON.parse(formatReport(report, "json"));
    expect(changes[2]).toEqual({
      file: expect.stringMatching(/a\.md$/),
      ...{ line: 6, before: "Река -- наша.", after: "Река — наша." },
    });
  });
});

const PIECES = [
  ..."мост река в и — -- - \" ' « » „ “ ... … ! ? 5 2026 г. № * ** _ ` ``` > | # [ ] ( ) \\ & &quot; <".split(
    " ",
  ),
  ...[
    "\n",
    "\n\n",
    "  \n",
    " ",
    "\n- ",
    "\n> ",
    "\n1. ",
    "    ",
    "[а](/b/)",
    "[^1]",
    "\n\n[^1]: ",
    "![а](в)",
  ],
  ...[
    '"мост"',
    '27"',
    "1941 - 1945 гг.",
    "т.д.",
    '**"Луч"**',
    '"мост\n',
    "XX в.",
    "10-11 мая",
    "https://e.org/a--b",
    "{lang=en}",
    "|\n| --- |\n|",
    "::: важно\n",
  ],
];

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => all.join(" "));

test("what is published of any text stays what it was", () => {
  fc.assert(
    fc.property(texts, (body) => {
      const source = article(body);
      const published = (text: string): string | undefined => {
        const folder = temporaryFolder({ "content/a.md": text });
        const folders = { content: join(folder, "content"), data: join(folder, "_data") };
        try {
          return JSON.stringify(readArchive(folders).articles);
        } catch {
          return undefined;
        }
      };
      const before = published(source);
      fc.pre(before !== undefined);
      expect(published(fix("content/a.md", source).text)).toBe(before);
    }),
    { numRuns: cases(150) },
  );
});

test("what is mended stays when it is mended again", () => {
  const words = 'мост река " " -- - ... 27" « » т.д. 1941-1945'.split(" ");
  const titles = fc.array(fc.constantFrom(...words), { maxLength: 8 });
  fc.assert(
    fc.property(texts, titles, (body, title) => {
      const once = fix("content/a.md", article(body, `'Я ${title.join(" ")}'`)).text;
      expect(fix("content/a.md", once).text).toBe(once);
    }),
    { numRuns: cases(150) },
  );
});
