import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildSite, makeBundle, takeBundles } from "../../../src/build/index.ts";
import { sharedPaths } from "../../../src/build/pages/shared-paths.ts";
import { PHOTO } from "../../fuzz/photo.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, optionsIn, quiet, refusalOf } from "./build-in.ts";
import { buildShared } from "./newspaper.ts";

describe("files that would lie in one place", () => {
  const found = (...paths: readonly string[]) =>
    sharedPaths(paths.map((path, index) => [index, [path]] as const)).map(
      ({ first, second, isFolder }) => [first, second, isFolder ? "folder" : "file"],
    );

  test.each([
    [["a/index.html", "b/index.html", "a/b.gif", "index.html", "ab"], []],
    [["a/b.html", "a/b.html"], [[["a/b.html", 0], ["a/b.html", 1], "file"]]],
    [["a/Most.gif", "a/most.gif"], [[["a/Most.gif", 0], ["a/most.gif", 1], "file"]]],
    [["a/МОСТ.gif", "a/мост.gif"], [[["a/МОСТ.gif", 0], ["a/мост.gif", 1], "file"]]],
    [["a.gif", "a.gif/x/index.html"], [[["a.gif", 0], ["a.gif/x/index.html", 1], "folder"]]],
    [["a/b/C.gif/x", "A/b/c.GIF"], [[["A/b/c.GIF", 1], ["a/b/C.gif/x", 0], "folder"]]],
  ])("%j", (paths, expected) => {
    expect(found(...paths)).toEqual(expected);
  });
});

/** An article with a picture, and one of many years before that once had an address of its own. */
function archive(alias: string, date = "2021-03-01", settings = ""): string {
  return temporaryFolder({
    "_data/site.yaml": `name: Вести\naddress: https://vesti.example\nvolumeItems: 3\n${settings}`,
    "content/most.md": "---\ntitle: Мост открыт\ndate: 2026-11-23\nimage: foto.png\n---\n\nМост.\n",
    "content/foto.png": Buffer.from(PHOTO),
    "content/sad.md": `---\ntitle: Сад посажен\ndate: ${date}\naliases:\n  - ${alias}\n---\n\nСад.\n`,
    "content/dom.md": "---\ntitle: Дом построен\ndate: 2021-03-02\n---\n\nДом.\n",
    "content/park.md": "---\ntitle: Парк открыт\ndate: 2021-03-03\n---\n\nПарк.\n",
  });
}

/** An address below a file of the site: there it would have to be a folder. */
const BELOW_PICTURE = "/articles/most/foto.png/arhiv/";

test.each(["2021-03-01", "2026-11-22"])(
  "a second owner is an error that names both, an article of %s too",
  async (date) => {
    const folder = archive(BELOW_PICTURE, date);
    const told = await refusalOf(buildIn(folder), folder);
    expect(told).toMatch(
      /^…\/content\/sad\.md:5:5: Адрес «\/articles\/most\/foto\.png» был бы и файлом/,
    );
    expect(told).toMatch(/картинка (?:…\/content\/foto\.png )?статьи …\/content\/most\.md/);
    expect(told).toContain(`старый адрес «${BELOW_PICTURE}» статьи …/content/sad.md`);
    expect(existsSync(join(folder, "site"))).toBe(false);
  },
);

test.each([
  ["/rss.xml/arhiv/", "ленты RSS, Atom и JSON"],
  ["/sw.js/arhiv/", "стили и программы сайта"],
  ["/build.json/arhiv/", "сам сайт"],
  ["/Robots.TXT/arhiv/", "общие страницы сайта или своя из src/pages"],
])("what the site itself publishes has one owner too: %s", async (alias, owner) => {
  const folder = archive(alias);
  const told = await refusalOf(buildShared(folder), folder);
  expect(told).toContain("…/content/sad.md:5:5: Адрес «/");
  expect(told).toContain(`был бы и файлом (${owner})`);
});

test("so it is where everything comes from the cache or from other machines", async () => {
  const folder = archive("/staryi-sad/");
  await buildIn(folder);
  const other = archive(BELOW_PICTURE);
  const own = { ...optionsIn(other), cache: join(folder, "cache") };
  expect(await refusalOf(buildSite(own, quiet()), other)).toContain("был бы и файлом");
  // The parts of both volumes are in the cache now.
  expect(await refusalOf(buildSite(own, quiet()), other)).toContain("был бы и файлом");
  const bundles = ["2021", "2026"].map((name) => join(other, name));
  for (const output of bundles) {
    const name = output.slice(-4);
    const cache = join(other, `cache-${name}`);
    await makeBundle(name, { ...optionsIn(other), output, cache }, quiet());
  }
  const options = { ...optionsIn(other), cache: join(other, "cache-of-all") };
  await takeBundles(bundles, options.cache, quiet());
  const assembling = buildSite(options, quiet(), { onlyCached: true });
  expect(await refusalOf(assembling, other)).toContain("был бы и файлом");
  expect(existsSync(join(other, "site"))).toBe(false);
});

test("a site whose files have one owner each is built, with an editor in it", async () => {
  const settings = "admin: {backend: github, repo: a/b}\n";
  const folder = archive("/staryi-sad/", undefined, settings);
  await buildShared(folder);
  expect(existsSync(join(folder, "site/staryi-sad/index.html"))).toBe(true);
});
