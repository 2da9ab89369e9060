import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { attempt, openArchive, type Problem, readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

function folders(fields: Readonly<Record<string, string>>) {
  const files = Object.entries(fields).map(([name, own]) => {
    return [`content/${name}.md`, `---\ntitle: Часть ${name}\n${own}---\n\nТекст.\n`] as const;
  });
  const folder = temporaryFolder(Object.fromEntries(files));
  return { content: join(folder, "content"), data: join(folder, "_data") };
}

function told(fields: Readonly<Record<string, string>>): string[] {
  const problems: Problem[] = [];
  attempt(problems, () => readArchive(folders(fields)));
  return problems.map(({ line, column, message, mend }) => `${line}:${column} ${message} ${mend}`);
}

describe("an article's series", () => {
  test("has a name, set typographically, and an address", () => {
    const { articles } = readArchive(folders({ a: 'series: "Мосты -- и люди"\n', b: "" }));
    expect(articles.map(({ series }) => series)).toEqual([
      { name: "Мосты\u00a0— и\u00a0люди", slug: "mosty-i-liudi" },
      undefined,
    ]);
  });

  test("of another name at the same address is refused, both named; another spelling is the same", () => {
    expect(told({ a: "series: Уголь\n", b: "series: УГОЛЬ\n" })).toEqual([]);
    const [problem] = told({ a: "series: Уголь\n", b: "series: Угол\n" });
    expect(problem).toMatch(
      /^3:9 Серии «Уголь» \(.*a\.md\) и «Угол» дают один адрес «\/series\/ugol\/»/,
    );
    expect(problem).toContain("назовите одну из них иначе.");
  });

  test("has to be a text", () => {
    expect(told({ a: "series: [А, Б]\n" })).toEqual([
      "3:9 «series»: нужен текст, а стоит список. исправьте значение.",
    ]);
    expect(told({ a: "series: '—'\n" })[0]).toContain("из имени серии не выходит адрес.");
  });

  test("is known of an article that waits", () => {
    const later = "date: 2999-01-01\nseries: Угол\n";
    const archive = openArchive(folders({ a: "series: Уголь\n", b: later }));
    expect(archive.waitingSeries).toMatchObject([{ name: "Угол", slug: "ugol", line: 4 }]);
  });
});
