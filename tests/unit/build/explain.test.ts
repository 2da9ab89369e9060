import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { explainFile } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, optionsIn, refusalOf } from "./build-in.ts";

const SETTINGS = "name: Вести\naddress: https://vesti.example\nvolumeItems: 2\n";
const article = (title: string, day: string): string =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n\n${title} за ночь.\n`;

const folder = temporaryFolder({
  "_data/site.yaml": SETTINGS,
  "content/most.md": article("Мост открыт", "2026-11-23"),
  "content/sad.md": article("Сад посажен", "2021-04-01"),
  "content/reka.md": article("Река встала", "2014-12-01"),
});
const options = optionsIn(folder);
const at = (name: string): string => join(folder, name);

async function explained(file: string): Promise<string> {
  return (await explainFile(file, options)).join("\n");
}

/** @returns from tasks with their slices to what they have made, as the site lists its parts */
function parts(): string[] {
  return (JSON.parse(readFileSync(at("site/build.json"), "utf8")) as { parts: string[] }).parts;
}

beforeAll(async () => {
  await buildIn(folder);
});

test("a page is told with the tasks that it comes from", async () => {
  for (const name of [
    "articles/sad/index.html",
    "/articles/sad/",
    at("site/articles/sad/index.html"),
  ]) {
    const lines = (await explained(name)).split("\n");
    expect(lines[0]).toMatch(
      /^pages «.+» \(страницы статей\): src\/build\/tasks\/pages\.ts, входов: \d+$/,
    );
    expect(lines[1]).toContain("сделано впервые");
    expect(lines[2]).toMatch(/^read «.+»: src\/build\/tasks\/read\.ts/);
  }
});

test("what is not there is told", async () => {
  expect(await refusalOf(explainFile("nichego.html", options), folder)).toContain(
    "такого файла нет, или в кэше не осталось, как он сделан",
  );
});

describe("after a change", () => {
  test("of an article, its slice says so, and no other is made anew", async () => {
    const before = parts();
    writeFileSync(at("content/sad.md"), article("Сад посажен снова", "2021-04-01"));
    await buildIn(folder);
    expect(await explained(at("content/sad.md"))).toContain(
      "read «2016-2047»: src/build/tasks/read.ts, входов: 12\n  сделано заново, потому что изменилось: files.sad.md",
    );
    expect(await explained("articles/sad/index.html")).toContain("изменилось: articles");
    expect(await explained("index.html")).toMatch(/lists «all».+\n {2}сделано заново, .+: lists\./);
    const kinds = parts()
      .filter((part) => !before.includes(part))
      .map((part) => part.split("-")[0]);
    expect([...new Set(kinds)].sort()).toEqual([
      "cards",
      "feeds",
      "leaf",
      "lists",
      "pages",
      "search",
      "segment",
      "year",
    ]);
  });

  test("of a setting that pages show, it is named; nothing of the search is made anew", async () => {
    const before = parts();
    writeFileSync(at("_data/site.yaml"), SETTINGS.replace("Вести", "Новости"));
    await buildIn(folder);
    expect(await explained("articles/reka/index.html")).toContain("изменилось: site.name");
    const kinds = parts()
      .filter((part) => !before.includes(part))
      .map((part) => part.split("-")[0]);
    expect([...new Set(kinds)].sort()).toEqual([
      "assets",
      "cards",
      "feeds",
      "lists",
      "pages",
      "year",
    ]);
  });

  test("of a setting that no task reads, nothing is made anew", async () => {
    const before = parts();
    writeFileSync(
      at("_data/site.yaml"),
      `${SETTINGS.replace("Вести", "Новости")}allowBrokenLinks: true\n`,
    );
    await buildIn(folder);
    expect(parts()).toEqual(before);
  });

  test("back again, the same artifact is told with what is different from the last one", async () => {
    writeFileSync(at("content/sad.md"), article("Сад посажен", "2021-04-01"));
    await buildIn(folder);
    expect(await explained("articles/sad/index.html")).toContain("изменилось: articles");
  });

  test("of the whole cache, nothing is known any more", async () => {
    rmSync(at("cache"), { recursive: true });
    expect(await refusalOf(explainFile("index.html", options), folder)).toContain(
      "такого файла нет",
    );
  });
});
