import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { temporaryFolder } from "./commands.ts";
import { testSite } from "./site.ts";

/** Sites in other languages are searched by Pagefind itself; the interface is the same, in English. */

interface Language {
  readonly code: string;
  /** Stands in all articles. */
  readonly word: string;
  readonly text: string;
  readonly found: RegExp;
}

/** In English, and in every language that has no strings of its own. */
const SAYS = {
  three: "3 results found",
  one: "1 result found",
  remove: "Remove filter:",
  byDate: "by date",
  dates: "Date",
  nothing: "Nothing found for “qqqqzzzz”",
  hint: "Try a shorter word, or another form of it.",
};

const LANGUAGES: readonly Language[] = [
  // Pagefind knows the forms of English words, and of Belarusian ones only the beginnings.
  {
    code: "en",
    word: "bridges",
    text: "The old bridge was rebuilt.",
    found: /^bridges?\.?$/i,
  },
  {
    code: "be",
    word: "мост",
    text: "Новы мост адчынены для руху.",
    found: /^мост\.?$/i,
  },
];

/** @returns options of build, and a function that removes the archive */
function writeArchive({ code, text }: Language): { flags: string[]; remove: () => void } {
  const { folder, remove } = temporaryFolder();
  const [content, data] = [join(folder, "content"), join(folder, "data")];
  for (const path of [content, data]) mkdirSync(path);
  for (const number of [1, 2, 3]) {
    const topics = number === 1 ? "[River, City]" : "[City]";
    const head = `title: Number ${number}\ndate: 2025-0${number}-10\ntopics: ${topics}`;
    writeFileSync(join(content, `number-${number}.md`), `---\n${head}\n---\n\n${text}\n`);
  }
  const site = `name: Herald\naddress: https://news.example\nlanguage: ${code}\n`;
  writeFileSync(join(data, "site.yaml"), site);
  writeFileSync(join(data, "headlines.yaml"), "- text: Good weather\n  date: 2025-04-01\n");
  return { flags: ["--content", content, "--data", data, "--path-prefix", "/news/"], remove };
}

const summary = (page: Page) => page.locator(".search-summary");

for (const language of TRIES_ALL ? LANGUAGES : LANGUAGES.slice(0, 1)) {
  const { code, word, found } = language;
  const { flags, remove } = writeArchive(language);
  process.once("exit", remove);
  const test = testSite(flags);

  test.describe(`a site in ${code}`, () => {
    test("is searched, narrowed down and ordered on its page", async ({ page, site }) => {
      await page.goto(`${site.address}search/?q=${word}`);
      await expect(page.locator("html")).toHaveAttribute("lang", code);
      await expect(summary(page)).toHaveText(SAYS.three);
      await expect(page.locator(".result mark").first()).toHaveText(found);
      await page.getByRole("checkbox", { name: "River 1" }).check();
      await expect(summary(page)).toHaveText(SAYS.one);
      await page.getByRole("button", { name: `${SAYS.remove} River` }).click();
      await page.getByText(SAYS.byDate).click();
      await expect(page.locator(".result-link")).toHaveText(["Number 3", "Number 2", "Number 1"]);
      // Ranges of days are what the engine adds.
      await expect(page.getByRole("group", { name: SAYS.dates })).toHaveCount(0);
      await page.goto(`${site.address}search/?q=${word}&from=2025-03-01`);
      await expect(summary(page)).toHaveText(SAYS.three);
      await expect(page.getByRole("button", { name: new RegExp(`^${SAYS.remove}`) })).toHaveCount(
        0,
      );
      await page.getByText(SAYS.byDate).click();
      await page.locator(".result-link").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Number 3");
    });

    test("claims nothing that was not tried where nothing is found", async ({ page, site }) => {
      await page.goto(`${site.address}search/?q=qqqqzzzz`);
      await expect(summary(page)).toHaveText(SAYS.nothing);
      await expect(page.locator(".nothing")).toHaveText(SAYS.hint);
      await page.goto(`${site.address}search/?topic=City`);
      await expect(summary(page)).toHaveText(SAYS.three);
    });

    test("is searched by the box", LARGE, async ({ page, site }) => {
      await page.goto(site.address);
      await page.locator("#masthead-query").fill(word);
      await expect(page.locator(".masthead .box-result")).toHaveCount(3);
      await expect(page.locator(".masthead .box-complete")).toHaveCount(0);
      await page.locator(".masthead .box-all").click();
      await expect(summary(page)).toHaveText(SAYS.three);
      await expect(page.locator("#query")).toHaveValue(word);
    });
  });
}
