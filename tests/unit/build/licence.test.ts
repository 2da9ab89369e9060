import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildShared } from "./newspaper.ts";

const ARTICLE = "---\ntitle: Мост\ndate: 2026-11-20\n---\n\nТекст о мосте.\n";
const LICENCE = "https://creativecommons.org/licenses/by-sa/3.0/";

/** @returns «О сайте» and the text beside the files of the search, where there is one */
async function namedIn(data: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({ "content/most.md": ARTICLE, ...data });
  await buildShared(folder);
  const licence = join(folder, "site/search/pack/LICENSE.txt");
  return {
    about: readFileSync(join(folder, "site/about/index.html"), "utf8"),
    beside: existsSync(licence) ? readFileSync(licence, "utf8") : undefined,
  };
}

test.each([
  ["with the editor's words about the site", { "_data/about.md": "Мы пишем о мостах.\n" }],
  ["without them", {}],
])("a Russian site names the dictionary of its search, %s", async (_, data) => {
  const settings = { "_data/site.yaml": "pathPrefix: /news/\n" };
  const { about, beside } = await namedIn({ ...settings, ...data });
  expect(about).toContain('href="https://opencorpora.org/"');
  expect(about).toContain(`href="${LICENCE}deed.ru"`);
  // That would say that the page itself is under this licence.
  expect(about).not.toContain('rel="license"');
  expect(about).toContain('href="/news/search/pack/LICENSE.txt"');
  expect(beside).toContain("https://opencorpora.org/");
  expect(beside).toContain(LICENCE);
});

test("one that is searched without the dictionary names none", async () => {
  const { about, beside } = await namedIn({ "_data/site.yaml": "language: en\n" });
  expect(about).not.toContain("OpenCorpora");
  expect(beside).toBeUndefined();
});
