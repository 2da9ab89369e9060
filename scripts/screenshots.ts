import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { BUILD_FLAGS, buildOptions, readArguments, readManifest } from "../src/build/index.ts";
import { serveSite } from "../src/serve/index.ts";
import { BROWSER_ARGUMENTS, ensureBrowser } from "./browser.ts";
import { runCommand } from "./command.ts";

/** Pages of the seed site; an article's address is taken from the front page. */
const PAGES = [
  { name: "front", path: "" },
  { name: "headlines", path: "headlines/" },
  { name: "topics", path: "topics/" },
  { name: "search", path: "search/?q=Куньшань" },
  { name: "not-found", path: "no-such-page/" },
] as const;

const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 900;

/** Pictures of a built site: every kind of page, narrow and wide, light and dark. */
await runCommand(async () => {
  const { values } = readArguments({ options: { ...BUILD_FLAGS, to: { type: "string" } } });
  const { output } = buildOptions(values, process.env);
  const folder = values.to ?? "test-results/screenshots";
  mkdirSync(folder, { recursive: true });
  const { pathPrefix } = await readManifest(output);
  const server = await serveSite({ folder: output, pathPrefix, port: 0 });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: BROWSER_ARGUMENTS,
  });
  try {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES)
        await picturePages(browser, server.address, folder, width, scheme);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

async function picturePages(
  browser: Browser,
  address: string,
  folder: string,
  width: number,
  colorScheme: (typeof SCHEMES)[number],
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
  await page.goto(address);
  const article = await page.locator("a[href*='/articles/']").first().getAttribute("href");
  const pages = [...PAGES, { name: "article", path: new URL(article ?? "", address).href }];
  for (const { name, path } of pages) {
    await page.goto(new URL(path, address).href);
    if (name === "search") await page.locator(".result a").first().waitFor();
    const file = join(folder, `${name}-${width}-${colorScheme}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  }
  await page.close();
}
