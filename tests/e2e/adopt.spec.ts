import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { serveSite } from "../../src/serve/index.ts";
import { once } from "./built-sites.ts";
import { startCommand, temporaryFolder } from "./commands.ts";

const UI = `<link href="/pagefind/pagefind-component-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-component-ui.js" type="module"></script>
<pagefind-config bundle-path="/search/"></pagefind-config>
<pagefind-input></pagefind-input><pagefind-summary></pagefind-summary>
<pagefind-results></pagefind-results>`;

const html = (lang: string, title: string, text: string): string =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>
${UI}<main data-pagefind-body><h1>${title}</h1><p>${text}</p></main></body></html>`;

const FILES = {
  "index.html": html("ru", "Главная", "Подняли красное знамя."),
  "kit/index.html": html("ru", "Кит", "У берега заметили кита."),
  "en/index.html": html("en", "Runners", "She was running fast."),
};

/** A hand-made site that Pagefind's own command has indexed. */
function makeSite(folder: string): void {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const command = "node_modules/pagefind/lib/runner/bin.cjs";
  execFileSync(process.execPath, [command, "--site", folder], { stdio: "ignore" });
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile() && !file.parentPath.includes("search"))
      .map((file) => join(file.parentPath, file.name))
      .map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}

const adopted = once(async () => {
  const { folder } = temporaryFolder();
  makeSite(folder);
  const before = hashes(folder);
  const adopt = startCommand("adopt", ["--site", folder]);
  await adopt.line(/Готово: страниц на русском 2/);
  expect(hashes(folder)).toEqual(before);
  return (await serveSite({ folder, pathPrefix: "/", port: 0 })).address;
});

const test = base.extend<{ address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  address: async ({}, use) => use(await adopted()),
});

/** An adopted site has its own host, with its own policy: ours forbids what Pagefind's interface does. */
test.beforeEach(async ({ page }) => {
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
});

test("Pagefind's unmodified interface finds Russian forms by a changed bundle path", async ({
  page,
  address,
}) => {
  await page.goto(address);
  await page.getByRole("searchbox").fill("красный");
  await expect(page.locator(".pf-result-link")).toHaveText(["Главная"]);
  await expect(page.locator(".pf-result-excerpt mark")).toHaveText(["красное"]);
  await page.getByRole("searchbox").fill("преимущества китов");
  await expect(page.locator(".pf-result-link")).toHaveText(["Кит"]);
});

test("pages in other languages keep Pagefind's own search", async ({ page, address }) => {
  await page.goto(`${address}en/`);
  await page.getByRole("searchbox").fill("run");
  await expect(page.locator(".pf-result-link")).toHaveText(["Runners"]);
});

test("a folder that Pagefind has not indexed is refused", async () => {
  const { folder, remove } = temporaryFolder();
  const adopt = startCommand("adopt", ["--site", folder]);
  await adopt.line(/Здесь нет указателя Pagefind/);
  await adopt.stop();
  remove();
});
