import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixture, importWorkspace } from "./import-workspace.ts";

const RSS = "<rss><channel><title>Г</title><item><title>А</title></item></channel></rss>";

describe("a hostile source", () => {
  test("that declares entities is refused with the place", () => {
    const { problems, read } = importWorkspace().run(fixture("hostile/entities.xml"));
    expect(read).toBe(1);
    expect(problems).toMatchObject([
      { line: 2, column: 1, message: expect.stringContaining("объявлены свои сущности") },
    ]);
  });

  test("that is broken gives what is whole, and says where the rest breaks", () => {
    const { run, archive } = importWorkspace();
    const { problems, added } = run(fixture("hostile/broken.xml"));
    expect(added).toBe(1);
    expect(archive().articles).toMatchObject([{ title: "Целый материал" }]);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [5, "Файл оборван: в нём нет конца. Прочитано то, что есть."],
      [4, "Ошибка XML: открыт <b>, а закрыт </title>."],
      [5, "Материал не закрыт: файл оборван."],
    ]);
  });

  test("that nests too deep is told of in Russian", () => {
    const deep = "<b>".repeat(300) + "</b>".repeat(300);
    const { folder, run } = importWorkspace({
      "a.xml": `<rss><channel><title>Г</title><item><title>А</title>${deep}</item></channel></rss>`,
    });
    const { problems } = run(join(folder, "a.xml"));
    expect(problems.map(({ message }) => message)).toEqual([
      "XML не читается: теги вложены глубже 200 уровней.",
    ]);
  });

  test("that hides its root has a place in the message, whatever the parser knows of it", () => {
    const { folder, run } = importWorkspace({ "a.xml": `<!--<?xml version="1.0"?>\n${RSS}` });
    const { problems } = run(join(folder, "a.xml"));
    expect(problems.length).toBeGreaterThan(0);
    for (const { column } of problems) expect(column ?? 1).toBeGreaterThan(0);
  });

  test("that was cut off names its items as the whole one does", () => {
    const { folder, run } = importWorkspace({
      "a.xml":
        '<rss><channel><title>Г</title><link>https://old.example/</link><item><guid isPermaLink="false">1</guid><title>А</title><description>Текст.</description></item>',
      "b.xml":
        '<rss><channel><title>Г</title><link>https://old.example/</link><item><guid isPermaLink="false">1</guid><title>А</title><description>Текст.</description></item></channel></rss>',
    });
    run(join(folder, "a.xml"));
    expect(run(join(folder, "b.xml"))).toMatchObject({
      added: 0,
      known: 1,
      changed: [],
      problems: [],
    });
  });

  test("cannot write or read outside of the folders, nor bring scripts in", () => {
    const { run, snapshot, archive } = importWorkspace();
    const report = run(fixture("hostile/paths.jsonl"));
    expect(report.problems).toEqual([]);
    expect(Object.keys(snapshot())).toEqual([
      "content/2020/etc-cron.md",
      "content/2020/statia-index.md",
      "content/statia-con.md",
      "old-addresses.csv",
    ]);
    const html = archive()
      .articles.map((article) => article.html)
      .join("");
    expect(html).not.toMatch(/javascript:|<img|<script/);
    expect(report.notes.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        "ссылка никуда не ведёт и стала текстом",
        "дата не понята и опущена",
        "старый адрес не станет перенаправлением",
        "из темы не выходит адрес, она опущена",
      ]),
    );
  });

  test("that is no text, too large, or of no known kind is refused", () => {
    const { folder, run } = importWorkspace({
      "a.xml": "<svg></svg>",
      "b.json": "[\n{}\n]",
      "c.xml": "<rss/>",
    });
    const refusal = (name: string, maxSize?: number) =>
      run(name, maxSize === undefined ? {} : { maxSize }).problems.map(({ message }) => message);
    expect(refusal(fixture("hostile/nul.xml"))).toEqual([
      "Это не текст: в файле есть нулевые байты.",
    ]);
    expect(refusal(fixture("rss.xml"), 1_000)).toEqual([
      "Файл слишком велик: 1 МБ, а читается не больше 1 МБ.",
    ]);
    expect(refusal(join(folder, "a.xml"))).toEqual(["Формат не опознан: первый тег — <svg>."]);
    expect(refusal(join(folder, "b.json"))[0]).toContain("Это один общий JSON");
    expect(refusal(join(folder, "c.xml"))).toEqual(["В файле нет ни одного материала."]);
  });

  test("that nests without end is refused, and what stands beside it is read", () => {
    const deep = (name: string) => `${`<${name}>`.repeat(50_000)}x`;
    const { folder, run } = importWorkspace({
      "a.jsonl": [
        JSON.stringify({ id: 1, title: "Глубина", html: deep("div") }),
        JSON.stringify({ id: 2, title: "Мост", text: "Открыт." }),
      ].join("\n"),
      "b.html": deep("b"),
    });
    const report = run([join(folder, "a.jsonl"), join(folder, "b.html")]);
    expect(report.added).toBe(1);
    expect(report.problems.map(({ message }) => message)).toEqual([
      "Материал не читается: теги вложены глубже 300 уровней.",
      "Материал не читается: теги вложены глубже 300 уровней.",
    ]);
  });

  test("that links out of its folder is not followed", () => {
    const { folder, run } = importWorkspace({
      "src/a.md": "---\ntitle: А\n---\nТекст.\n",
      "secret.md": "---\ntitle: Б\n---\nТайна.\n",
    });
    symlinkSync(join(folder, "secret.md"), join(folder, "src/b.md"));
    const report = run(join(folder, "src"));
    expect(report.added).toBe(1);
    expect(report.skipped).toMatchObject([{ what: "ссылка на другой файл или папку", count: 1 }]);
  });
});
