import { join } from "node:path";
import { expect, test } from "vitest";
import { fixture, importWorkspace } from "./import-workspace.ts";

function post(fields: string, text = "Да."): string {
  return `---\n${fields}\n---\n${text}\n`;
}

test("a trial reads the newest articles as a build would, and leaves nothing behind", () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => {
      const day = String(index + 1).padStart(2, "0");
      return [`src/p${day}.md`, post(`title: "Новость ${day}"\ndate: 2020-03-${day}`)];
    }),
  );
  const { folder, run, snapshot } = importWorkspace({
    ...files,
    "src/first.md": post("title: Сверху\ndate: 2019-01-01\npin: true\ntags: [мост]"),
    "src/later.md": post("title: Потом\ndate: 2999-01-01"),
    "src/draft.md": post("title: Черновик\ndate: 2020-03-30\ndraft: true"),
    "src/undated.md": post("title: Когда-то"),
  });
  const before = snapshot();
  const { newest = [] } = run(join(folder, "src"), { isDryRun: true, drafts: true });
  const titles = newest.map(({ title }) => title.replace("\u00a0", " "));
  const days = [12, 11, 10, "09", "08", "07", "06", "05", "04", "03"];
  expect(titles).toEqual([...days.map((day) => `Новость ${day}`), "Сверху"]);
  expect(newest.at(-1)).toMatchObject({ pinned: true, topics: [{ name: "мост" }] });
  expect(snapshot()).toEqual(before);
});

test("a trial shows pictures that no archive has yet; an import has no need of it", () => {
  const { run } = importWorkspace();
  const { newest } = run(fixture("jekyll"), { isDryRun: true });
  expect(newest).toMatchObject([
    { lead: expect.any(String), picture: { width: expect.any(Number) } },
  ]);
  expect(run(fixture("jekyll")).newest).toBeUndefined();
});

const FEED =
  "<channel><title>Река &amp; порт</title><description>О реке</description><language>ru-RU</language><item><title>Да</title></item></channel>";

test.each([
  [
    "a.xml",
    `<rss>${FEED}</rss>`,
    { name: "Река & порт", description: "О реке", language: "ru-RU" },
  ],
  [
    "a.xml",
    `<rss xmlns:wp="http://wordpress.org/export/1.2/">${FEED}</rss>`,
    { name: "Река & порт", description: "О реке", language: "ru-RU" },
  ],
  [
    "a.atom",
    '<feed xml:lang="ru"><title>Река</title><subtitle>О реке</subtitle><author><name>Анна</name></author><entry><id>1</id><title>Да</title></entry></feed>',
    { name: "Река", description: "О реке", author: "Анна", language: "ru" },
  ],
])("what a site is called is read from its source: %s %#", (name, text, site) => {
  const { folder, run } = importWorkspace({ [name]: text });
  expect(run(join(folder, name)).site).toEqual(site);
  expect(run(join(folder, name), { isForeign: true }).site).toEqual(
    text.includes("export") ? site : {},
  );
});

test.each([
  ["_config.yml", "title: Река\ntagline: О реке\nauthor:\n  name: Анна\nlang: ru\n"],
  ["_config.yml", "title: Река\nsubtitle: О реке\nauthor: Анна\nlanguage: ru\n"],
  ["hugo.yaml", "title: Река\nlanguageCode: ru\nparams:\n  description: О реке\n  author: Анна\n"],
  [
    "hugo.toml",
    "title = 'Река'\nlanguageCode = 'ru'\n[params]\ndescription = 'О реке'\n[params.author]\nname = 'Анна'\n",
  ],
])("and from the settings beside it: %s %#", (name, text) => {
  const { folder, run } = importWorkspace({
    [`src/${name}`]: text,
    "src/content/a.md": post("title: Да"),
  });
  const { site } = run(join(folder, "src", "content"));
  expect(site).toEqual({ name: "Река", description: "О реке", author: "Анна", language: "ru" });
});
