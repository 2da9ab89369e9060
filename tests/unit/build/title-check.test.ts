import {
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeSums } from "../../../src/build/cache/checksums.ts";
import { stamp } from "../../../src/build/cache/stamp.ts";
import { checkTitles } from "../../../src/build/checks/title-check.ts";
import type { BuildReport } from "../../../src/build/index.ts";
import { parseManifest } from "../../../src/build/site/site-manifest.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const article = (title: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2026-11-20\n---\n\nТекст об этом.\n`;

/** An archive with what is built from it, all in one folder. */
class Archive {
  readonly folder: string;

  constructor(titles: Readonly<Record<string, string>>, settings = "") {
    const files = Object.entries(titles).map(([name, title]) => [
      `content/${name}.md`,
      article(title),
    ]);
    this.folder = temporaryFolder({ ...Object.fromEntries(files), "_data/site.yaml": settings });
  }

  add(name: string, title: string): void {
    writeFileSync(join(this.folder, `content/${name}.md`), article(title));
  }

  set(settings: string): void {
    writeFileSync(join(this.folder, "_data/site.yaml"), settings);
  }

  get site(): string {
    return join(this.folder, "site");
  }

  get cache(): string {
    return join(this.folder, "cache");
  }

  /** The folders of the parts of a kind. */
  parts(kind: "leaf" | "search" | "segment"): string[] {
    const names = readdirSync(this.cache).filter((name) => name.startsWith(`${kind}-`));
    return names.map((name) => join(this.cache, name));
  }

  build(preview = false): Promise<BuildReport> {
    return buildIn(this.folder, { overrides: { preview } });
  }
}

/** As a disk does it: the file keeps its size and its times, and no other name of it is touched. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const { atime, mtime } = statSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  rmSync(file);
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
}

const TITLES = { most: "Новый мост через реку", park: "Парк у реки", most2: "Мост закрыт" };

describe("what a build refuses to let go live", () => {
  test("an article that the index lacks", async () => {
    const archive = new Archive(TITLES);
    await archive.build();
    const [lacking = ""] = archive.parts("segment");
    archive.add("lost", "Новый парк");
    const { seconds } = await archive.build();
    expect(seconds).toHaveProperty("Проверяю поиск");
    const standing = hashesIn(archive.site);

    const whole = archive.parts("segment").find((folder) => folder !== lacking) ?? "";
    rmSync(whole, { recursive: true });
    cpSync(lacking, whole, { recursive: true, preserveTimestamps: true });
    // Whole by its own sums: nothing but the search can tell.
    rmSync(join(whole, "site/sums"), { recursive: true });
    writeSums(whole, basename(whole));
    stamp(whole);
    for (const folder of archive.parts("search")) rmSync(folder, { recursive: true });
    archive.set("name: Вести");
    await expect(archive.build()).rejects.toThrow(
      /content\/lost\.md: .*не находит статью .*«Новый парк»\. Сайт не обновлён\.\n.*npm run build сделает поиск заново/,
    );
    expect(hashesIn(archive.site)).toEqual(standing);
    expect(() => parseManifest(readFileSync(`${archive.site}.next/build.json`, "utf8"))).toThrow();

    const { articles, notices } = await archive.build();
    expect(articles).toBe(4);
    expect(notices.join("\n")).not.toContain("поиск");
  });
});

test("an index with a file that is not what was written is made anew before its search is asked", async () => {
  const archive = new Archive(TITLES);
  await archive.build();
  const folder = join(archive.parts("leaf")[0] ?? "", "site/search/pack");
  for (const name of readdirSync(folder)) damage(join(folder, name));
  archive.set("name: Вести");
  const { articles, notices } = await archive.build();
  expect(articles).toBe(3);
  expect(notices[0]).toMatch(/не такие, какими были собраны, и сделаны заново: search\/pack\//);
  const clean = temporaryFolder();
  await buildIn(archive.folder, { output: join(clean, "site"), cache: join(clean, "cache") });
  expect(hashesIn(archive.site)).toEqual(hashesIn(join(clean, "site")));
});

describe("what a build lets go live", () => {
  test.each(["language: ru", "language: en", "address: https://a.example/news/\nvolumeItems: 2"])(
    "a site whose search finds its articles: %s",
    async (settings) => {
      const archive = new Archive({ ...TITLES, signs: "!!!", stop: "Не то и не это" }, settings);
      const { articles, notices } = await archive.build();
      expect(articles).toBe(5);
      expect(notices.join("\n")).not.toContain("поиск");
    },
  );

  test("titles that the search cannot find by design, with a notice", async () => {
    const archive = new Archive({ minus: "Минск -столица", other: "Москва" });
    const { notices } = await archive.build();
    const told = notices.filter((notice) => notice.includes("поиск"));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/minus\.md: .*«Минск -столица».*минус исключает слово/);
  });

  test("titles of words without a space between them, without a word", async () => {
    const titles = [
      "Москва—Минск",
      "9-1-1",
      "А/Б",
      "2-й",
      "昆山市政府",
      "C++",
      "д’Арк",
      "№1",
      "А-Б-В",
    ];
    const archive = new Archive(Object.fromEntries(titles.map((title, at) => [`a${at}`, title])));
    const { notices } = await archive.build();
    expect(notices.join("\n")).not.toContain("поиск");
  });

  test("a preview, without a look at its search", async () => {
    const { seconds } = await new Archive(TITLES).build(true);
    expect(seconds).toHaveProperty("Собираю сайт");
    expect(seconds).not.toHaveProperty("Проверяю поиск");
  });
});

describe("a search that does not work is told of", () => {
  const page = { title: "Мост", path: "/news/articles/most/", day: undefined, file: "most.md" };
  const check = (module: string, patience?: number): Promise<string[]> => {
    const folder = temporaryFolder({ "search/pagefind.js": module, "most.txt": page.path });
    const site = { folder, address: "https://a.example/news/", language: "ru" };
    return checkTitles(site, [page], patience);
  };
  const search = (url: string): string =>
    `export const search = async () => ({ results: [{ data: async () => ({ url: ${url}, meta: {} }) }] });`;

  test("one that works is not", async () => {
    await expect(check(search(JSON.stringify(page.path)))).resolves.toEqual([]);
  });

  test("one that asks for files by addresses of the site gets them", async () => {
    const url = 'await (await fetch(new URL("../most.txt", import.meta.url).href)).text()';
    await expect(check(search(url))).resolves.toEqual([]);
    await expect(check(search(url.replace("most", "rest")))).rejects.toThrow("не находит статью");
    await expect(check(search(url.replace("../", "../../")))).rejects.toThrow("is not of the site");
  });

  test.each([
    ["throws as it starts", 'throw new Error("broken");', "Error: broken"],
    ["is no program", "export const search = (;", "SyntaxError"],
    ["has nothing in it", "", "has no search"],
    ["throws when it is asked", 'export const search = () => { throw "no"; };', "работает: no"],
    ["ends its thread", "globalThis.process.exit(3);", "поиск прервался (3)"],
    ["finds another page", search('"/news/articles/park/"'), "не находит статью"],
    ["finds nothing", "export const search = async () => ({ results: [] });", "не находит статью"],
  ])("that %s", async (_, module, message) => {
    await expect(check(module)).rejects.toThrow(message);
  });

  test.each([
    ["starts for ever", "await new Promise(() => {});", "он не отвечает"],
    ["answers never", "export const search = () => new Promise(() => {});", "он не отвечает"],
    ["waits for ever", "setInterval(() => {}, 10); await new Promise(() => {});", "дольше 1 с"],
    ["never lets go", "export const search = () => { for (;;); };", "дольше 1 с"],
  ])("that %s", async (_, module, message) => {
    // However little, for none of them would ever answer.
    await expect(check(module, 1000)).rejects.toThrow(message);
  });
});
