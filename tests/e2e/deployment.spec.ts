import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { stagingOf, swap } from "../../src/build/disk/staging.ts";
import { KEPT, readKept } from "../../src/build/site/kept-files.ts";
import { SITE_MARK } from "../../src/build/site/site-manifest.ts";
import { TRIES_ALL } from "../sizes.ts";
import { once, runBuild, serveBuilt } from "./built-sites.ts";
import { temporaryFolder } from "./commands.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";

/** A site that is deployed anew while somebody reads it. */
interface Deployed {
  readonly address: string;
  /** Puts the new site in its place; then takes away what is kept, where it is to. */
  deploy(): Promise<void>;
}

/** What a build has made of an archive, and of the changed one over it. */
interface Deployments {
  readonly before: string;
  readonly after: string;
}

const OLD = `Найдено ${BRIDGES + 1} результата`;
/** Every other article is of a poplar then, and the headline still of a bridge. */
const NEW = "Найдено 12 результатов";
const POPLARS = "Найдено 12 результатов";

function change(content: string): void {
  for (const name of readdirSync(content)) {
    const number = Number(/\d+/.exec(name)?.[0]);
    if (number % 2 === 1 || number >= BRIDGES) continue;
    const file = join(content, name);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("мост", "тополь").replaceAll("Мост ", "Тополь "));
  }
}

function removeKept(folder: string): void {
  const kept = readKept(folder);
  expect(kept.size).toBeGreaterThan(5);
  for (const path of kept.keys()) rmSync(join(folder, path));
  rmSync(join(folder, KEPT));
}

const FATES = [
  { name: "old files stay", keeps: true },
  { name: "old files are gone", keeps: false },
];

/** With the times of its files, which servers tell. */
function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

const deployments = once(async (): Promise<Deployments> => {
  const { folder } = temporaryFolder();
  const archive = writeSearchArchive();
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  const build = () => runBuild([...archive.flags, "--output", after]);
  await build();
  copy(after, before);
  change(archive.flags[1] ?? "");
  await build();
  archive.remove();
  return { before, after };
});

for (const { name, keeps } of FATES) {
  const test = base.extend<{ site: Deployed; errors: string[] }>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
    site: async ({}, use) => {
      const { folder, remove } = temporaryFolder();
      const site = join(folder, "site");
      const { before, after } = await deployments();
      copy(before, site);
      const server = await serveBuilt(site);
      const deploy = async (): Promise<void> => {
        copy(after, stagingOf(site));
        // As a build does it.
        await swap(site, stagingOf(site), SITE_MARK);
        if (!keeps) removeKept(site);
      };
      await use({ address: server.address, deploy });
      await server.close();
      remove();
    },
    errors: [
      async ({ page }, use) => {
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(error.message));
        await use(errors);
        expect(errors).toEqual([]);
      },
      { auto: true },
    ],
  });

  test.describe(name, () => {
    // With and without a service worker between the page and the site.
    for (const serviceWorkers of TRIES_ALL ? (["allow", "block"] as const) : (["allow"] as const)) {
      test.describe(`worker: ${serviceWorkers}`, () => {
        test.use({ serviceWorkers });

        test("the search page goes on, all of one deployment", async ({ page, site }) => {
          await page.goto(`${site.address}search/`);
          await expect(page.getByRole("checkbox").first()).toBeVisible();
          await site.deploy();
          await ask(page, "мост");
          await expect(summary(page)).toHaveText(keeps ? OLD : NEW);
          const topic = page.getByRole("checkbox", { name: /^Мосты/ });
          // In the new site none of the bridges has that topic.
          if (keeps) await expect(topic).toHaveAccessibleName("Мосты 12");
          else await expect(topic).toHaveCount(0);
          await ask(page, "тополь");
          await expect(summary(page)).toHaveText(
            keeps ? "По запросу «тополь» ничего не найдено" : POPLARS,
          );
          await expect.poll(() => decodeURI(page.url())).toMatch(/q=тополь/);
          await page.reload();
          await expect(summary(page)).toHaveText(POPLARS);
          await page.locator(".result-link").first().click();
          await expect(page.getByRole("heading", { level: 1 })).toContainText("Тополь");
          await expect(page.locator(".found-status")).toContainText("тополь");
        });
      });
    }

    test("more results come, or the page says why they do not", async ({ page, site }) => {
      await page.goto(`${site.address}search/?q=мост`);
      await expect(summary(page)).toHaveText(OLD);
      await site.deploy();
      await page.getByRole("button", { name: /^Показать ещё/ }).click();
      if (keeps) {
        await expect(page.locator(".result")).toHaveCount(20);
        return;
      }
      const alert = page.locator("main [role=alert]");
      await expect(alert).toContainText("Сайт обновился, пока эта страница была открыта");
      await expect(page.locator(".result")).toHaveCount(10);
      await alert.getByRole("button", { name: "Искать заново" }).click();
      await expect(summary(page)).toHaveText(NEW);
      await expect(alert).toHaveCount(0);
      await page.getByRole("button", { name: /^Показать ещё/ }).click();
      await expect(page.locator(".result")).toHaveCount(12);
    });

    test("the box goes on, all of one deployment", async ({ page, site }) => {
      await page.goto(site.address);
      const manifest = page.waitForResponse(/pack\/manifest\.json$/);
      await page.locator("#masthead-query").focus();
      await manifest;
      await site.deploy();
      const all = page.locator(".masthead .box-all");
      await page.locator("#masthead-query").fill("мост");
      await expect(all).toContainText(keeps ? String(BRIDGES + 1) : "12");
      await page.locator("#masthead-query").fill("тополь");
      if (keeps)
        await expect(page.locator(".masthead .box-panel")).toContainText("ничего не найдено");
      else await expect(all).toContainText("12");
      // What the form leads to is of the new deployment.
      await page.locator("#masthead-query").press("Enter");
      await expect(summary(page)).toHaveText(POPLARS);
    });
  });
}

const summary = (page: Page) => page.locator(".search-summary");

async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Что найти" }).fill(query);
}
