import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixture, importWorkspace } from "./import-workspace.ts";

const ALL = ["rss.xml", "atom.xml", "wordpress.xml", "items.jsonl", "jekyll", "hugo", "page"].map(
  fixture,
);
const images = [fixture("images")];

function feed(...items: readonly string[]): string {
  const all = items.map((item) => `<item>${item}</item>`).join("\n");
  return `<rss version="2.0"><channel><title>Г</title><link>https://old.example/</link>\n${all}\n</channel></rss>`;
}

function item(id: string, title: string, text: string): string {
  return `<guid isPermaLink="false">${id}</guid><title>${title}</title><description>${text}</description>`;
}

describe("imported again", () => {
  test("nothing is added and no byte changes", () => {
    const { run, snapshot } = importWorkspace();
    const first = run(ALL, { images });
    const before = snapshot();
    const again = run(ALL, { images });
    expect(first.added).toBe(8);
    expect(again).toMatchObject({
      added: 0,
      known: 8,
      changed: [],
      headlines: { added: 0, known: 2 },
    });
    expect(snapshot()).toEqual(before);
  });

  test("an import that was killed goes on and ends as one that was not", () => {
    const whole = importWorkspace();
    whole.run(ALL, { images });
    const killed = importWorkspace();
    let count = 0;
    const progress = (step: string) => {
      if (step === "source" && ++count === 5) throw new Error("killed");
    };
    expect(() => killed.run(ALL, { images, progress })).toThrow("killed");
    expect(Object.keys(killed.snapshot()).length).toBeGreaterThan(0);
    killed.run(ALL, { images });
    expect(killed.snapshot()).toEqual(whole.snapshot());
  });

  test("sources with the same numbers are kept apart by their names", () => {
    const { folder, run, archive } = importWorkspace({
      "gazeta.jsonl": '{"id": 1, "title": "Мост", "text": "Открыт."}\n',
      "radio.jsonl": '{"id": 1, "title": "Эфир", "text": "Начался."}\n',
    });
    for (const sourceName of ["gazeta", "radio", "radio"]) {
      run(join(folder, `${sourceName}.jsonl`), { sourceName, update: true });
    }
    const titles = archive().articles.map(({ title }) => title);
    expect(titles.sort()).toEqual(["Мост", "Эфир"]);
  });

  test("an article is known whatever the editor made of it and wherever it lies", () => {
    const { folder, run, snapshot } = importWorkspace({
      "a.xml": feed(item("1", "Мост", "Открыт.")),
    });
    run(join(folder, "a.xml"));
    const [mark] = /^sourceId: .*$/m.exec(snapshot()["content/most.md"] ?? "") ?? [];
    rmSync(join(folder, "content/most.md"));
    mkdirSync(join(folder, "content/inoe"));
    writeFileSync(
      join(folder, "content/inoe/drugoi.md"),
      `---\ntitle: Иначе\n${mark}\n---\n\nПереписано.\n`,
    );
    const before = snapshot();
    expect(run(join(folder, "a.xml"))).toMatchObject({ added: 0, known: 1, changed: [] });
    expect(snapshot()).toEqual(before);
  });

  test("what has changed at its source is told of, and written only where that is asked for", () => {
    const { folder, run, read } = importWorkspace({ "a.xml": feed(item("1", "Мост", "Открыт.")) });
    const file = join(folder, "a.xml");
    run(file);
    writeFileSync(file, feed(item("1", "Мост закрыт", "Ремонт.")));
    expect(run(file)).toMatchObject({
      known: 0,
      changed: [{ place: { line: 2 }, detail: "Мост закрыт" }],
    });
    expect(read("content/most.md")).toContain("Открыт.");
    expect(run(file, { update: true })).toMatchObject({ updated: 1, changed: [] });
    expect(read("content/most.md")).toContain("title: Мост закрыт");
    expect(read("content/most.md")).toContain("Ремонт.");
    expect(run(file)).toMatchObject({ known: 1, changed: [] });
  });

  test("a headline that has changed is known by its link", () => {
    const line = (title: string) => `<title>${title}</title><link>https://news.example/1</link>`;
    const { folder, run, read } = importWorkspace({ "a.xml": feed(line("Курс вырос")) });
    const file = join(folder, "a.xml");
    run(file, { isForeign: true });
    writeFileSync(file, feed(line("Курс упал")));
    expect(run(file, { isForeign: true }).changed).toMatchObject([{ detail: "Курс упал" }]);
    expect(run(file, { isForeign: true, update: true }).headlines.updated).toBe(1);
    expect(read("_data/headlines.yaml")).toContain("- text: Курс упал\n");
  });
});

describe("one guid of several items", () => {
  const eighth = item("n8", "Восьмая баржа", "Прошла утром.");
  const ninth = item("n8", "Девятая баржа", "Другая новость.");

  test("they are as many articles, again and again, and none overwrites another", () => {
    const { folder, run, snapshot } = importWorkspace({ "a.xml": feed(eighth, ninth, eighth) });
    const file = join(folder, "a.xml");
    const report = run(file);
    expect(report).toMatchObject({ added: 2, known: 1, changed: [] });
    expect(report.notes).toMatchObject([{ count: 1, what: expect.stringContaining("guid") }]);
    const before = snapshot();
    expect(run(file, { update: true })).toMatchObject({ added: 0, known: 3, updated: 0 });
    expect(snapshot()).toEqual(before);
  });

  test("in another order, and without the first, each is known for what it is", () => {
    const { folder, run, read } = importWorkspace({ "a.xml": feed(eighth, ninth) });
    const file = join(folder, "a.xml");
    run(file);
    for (const items of [[ninth, eighth], [ninth], [eighth]]) {
      writeFileSync(file, feed(...items));
      const report = run(file, { update: true });
      expect(report).toMatchObject({ added: 0, updated: 0, changed: [], known: items.length });
    }
    writeFileSync(file, feed(eighth, ninth.replace("Другая новость", "Исправлено")));
    expect(run(file, { update: true })).toMatchObject({ added: 0, updated: 1 });
    expect(read("content/vosmaia-barzha.md")).toContain("Прошла утром.");
    expect(read("content/deviataia-barzha.md")).toContain("Исправлено.");
  });
});

test("a dry run says the same and writes nothing", () => {
  const { folder, run } = importWorkspace();
  const { newest: _, ...dry } = run(ALL, { images, isDryRun: true });
  expect(readdirSync(folder)).toEqual([]);
  expect(run(ALL, { images })).toEqual(dry);
});

test("articles of one name get addresses of their own, and old addresses are given once", () => {
  const same = (id: string) =>
    `${item(id, "Новости дня", `Выпуск ${id}.`)}<link>https://old.example/news/</link>`;
  const { folder, run, archive } = importWorkspace({
    "a.xml": feed(same("1"), same("2"), same("3")),
  });
  const { notes } = run(join(folder, "a.xml"));
  const { articles } = archive();
  expect(articles.map(({ slug }) => slug).sort()).toEqual([
    "novosti-dnia",
    "novosti-dnia-2",
    "novosti-dnia-3",
  ]);
  expect(articles.flatMap(({ aliases }) => aliases)).toEqual(["/news/"]);
  expect(notes).toMatchObject([{ what: "старый адрес уже занят другой статьёй", count: 2 }]);
});

test("old addresses that differ by capitals alone, or are the article's own, are one", () => {
  const addresses = "aliases: [/most/, /Most/, /Articles/Most-otkryt/, /dom/]";
  const { folder, run, archive } = importWorkspace({
    "most-otkryt.md": `---\ntitle: Мост открыт\n${addresses}\n---\n\nПо мосту едут.\n`,
  });
  run(join(folder, "most-otkryt.md"));
  expect(archive().articles).toMatchObject([{ slug: "most-otkryt", aliases: ["/most/", "/dom/"] }]);
});
