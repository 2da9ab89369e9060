import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../../scripts/free-port.ts";
import { temporaryFolder } from "./commands.ts";

/** Eleventy's own command, as whoever knows it runs it: it builds all, serves, and rebuilds on save. */

const { folder, remove } = temporaryFolder();
const content = join(folder, "content");
let server: ChildProcess;
let address: string;

const ARTICLE =
  "---\ntitle: Мост открыт\ndate: 2026-11-23\ntopics: [Город]\n---\n\nПо новому мосту пошли машины.\n";

test.beforeAll(async () => {
  test.setTimeout(300_000);
  mkdirSync(content);
  writeFileSync(join(content, "most.md"), ARTICLE);
  cpSync("_data", join(folder, "_data"), { recursive: true });
  const port = await freePort();
  address = `http://localhost:${port}`;
  const flags = ["--serve", `--port=${port}`, `--output=${join(folder, "site")}`];
  server = spawn(process.execPath, ["scripts/vestnik.js", "eleventy", ...flags], {
    env: {
      ...process.env,
      VESTNIK_CACHE: join(folder, "cache"),
      VESTNIK_CONTENT: content,
      VESTNIK_DATA: join(folder, "_data"),
    },
    stdio: "ignore",
  });
  const isUp = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, { timeout: 240_000 }).toBe(true);
});

test.afterAll(() => {
  server.kill("SIGKILL");
  remove();
});

test("a site that Eleventy serves can be read and searched", async ({ page }) => {
  await page.goto(`${address}/articles/most/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Мост открыт");
  await page.goto(`${address}/search/?q=мостом`);
  await expect(page.locator("[data-part=results] a").first()).toContainText("Мост открыт");
});

test("an article that is saved is on the page that is open, and in the search", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(`${address}/articles/most/`);
  writeFileSync(join(content, "most.md"), ARTICLE.replace("машины", "трамваи"));
  await expect(page.locator(".prose")).toContainText("трамваи", { timeout: 200_000 });
  expect(readFileSync(join(folder, "site/articles/most/index.html"), "utf8")).toContain("трамваи");
  await page.goto(`${address}/search/?q=трамвай`);
  await expect(page.locator("[data-part=results] a").first()).toContainText("Мост открыт");
});
