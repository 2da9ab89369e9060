import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkArchive, readArchive } from "../../../src/content/index.ts";
import { fc } from "../language/property.ts";
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
    ["an odd number of quotation marks", 'Дюйм: 5"\n'],
    ["spaces that a site sets itself", "Мост в городе и 10 мая.\n"],
  ])("and leaves %s as it is", (_, body) => {
    const { text, report } = fix("content/a.md", article(body));
    expect(text).toBe(article(body));
    expect(report.mended.size).toBe(0);
  });

  test.each([
    ["title: Мост -- наш", "title: Мост — наш"],
    ["title: 'Кино \"Заря\": премьера'", "title: 'Кино «Заря»: премьера'"],
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
    "XX в.",
    "10-11 мая",
    "https://e.org/a--b",
    "{lang=en}",
    "|\n| --- |\n|",
    "::: важно\n",
  ],
];

test("what is published of any text stays what it was", () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => all.join(" "));
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
    { numRuns: 150 },
  );
});
