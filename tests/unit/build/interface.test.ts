import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { english, russian } from "../../../src/interface/index.ts";
import { groupBy } from "../../../src/language/maps.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildNewspaper, newspaper, put, read } from "./newspaper.ts";

/** All scripts of a site. */
function scriptsOf(folder: string): string {
  const assets = join(folder, "site/assets");
  const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
  return names.map((name) => readFileSync(join(assets, name), "utf8")).join("\n");
}

/** Of which tasks artifacts are part of a site, by their keys. */
function keysOf(folder: string): Map<string, readonly string[]> {
  const { parts } = JSON.parse(read(folder, "build.json")) as { parts: string[] };
  return groupBy(parts.sort(), (key) => key.split("-")[0] ?? "");
}

describe("a string that a newspaper says otherwise", () => {
  let folder = "";
  beforeAll(async () => {
    folder = newspaper();
    await buildNewspaper(folder);
  });

  test("stands where it is shown", () => {
    expect(read(folder, "articles/most/index.html")).toContain(">Ещё об этом</p>");
  });

  test("makes anew what shows it, and no index and no picture", async () => {
    const before = keysOf(folder);
    put(folder, { "_data/ui.yaml": "share.copied: Взято\nsearch.nothing: Пусто\n" });
    await buildNewspaper(folder);
    const after = keysOf(folder);
    for (const task of ["pages", "lists", "assets"]) {
      expect(after.get(task), task).not.toEqual(before.get(task));
    }
    for (const task of ["leaf", "segment", "search", "cards", "pictures", "portraits"]) {
      expect(after.get(task), task).toEqual(before.get(task));
    }
    expect(read(folder, "articles/most/index.html")).toContain(">Больше по темам</p>");
    // Those of the site before stay for a time.
    const [script = ""] = /assets\/reader-[A-Z0-9]{8}\.js/.exec(read(folder, "index.html")) ?? [];
    expect(read(folder, script)).not.toContain(russian["share.copied"]);
    expect(read(folder, script)).toContain("Взято");
  });

  test("is in the index where results show it", async () => {
    const before = keysOf(folder);
    put(folder, { "_data/ui.yaml": "kind.headline: Коротко\n" });
    await buildNewspaper(folder);
    expect(keysOf(folder).get("leaf")).not.toEqual(before.get("leaf"));
    expect(keysOf(folder).get("cards")).toEqual(before.get("cards"));
  });
});

test("a site's scripts hold no other language", async () => {
  const folder = temporaryFolder({
    "content/bridge.md": "---\ntitle: A bridge\ndate: 2026-11-23\n---\n\nIt is open.\n",
    "_data/site.yaml": "name: Herald\naddress: https://a.example\nlanguage: en\n",
  });
  await buildNewspaper(folder);
  const scripts = scriptsOf(folder);
  expect(scripts).toContain(english["search.nothing"]);
  expect(scripts).not.toContain(russian["search.nothing"]);
  // What no script says is in none.
  expect(scripts).not.toContain(english["article.related"]);
});

test("of a language without strings of its own a build tells", async () => {
  const folder = temporaryFolder({
    "content/most.md": "---\ntitle: Most\ndate: 2026-11-23\n---\n\nJest otwarty.\n",
    "_data/site.yaml": "name: Wieści\naddress: https://a.example\nlanguage: pl\n",
  });
  const { notices } = await buildNewspaper(folder);
  expect(notices.filter((one) => one.includes("ui.yaml"))).toHaveLength(1);
  expect(read(folder, "index.html")).toContain('<meta property="og:locale" content="pl_PL"/>');
  expect(read(folder, "articles/most/index.html")).toContain(">23 listopada</time>");
});
