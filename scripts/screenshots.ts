import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { BUILD_FLAGS, buildOptions, readArguments, readManifest } from "../src/build/index.ts";
import { serveSite } from "../src/serve/index.ts";
import { BROWSER_ARGUMENTS, ensureBrowser } from "./browser.ts";
import { runCommand } from "./command.ts";

/** Pages that every site has; a topic's and an article's address are taken from the front page. */
const PAGES = ["", "archive/", "headlines/", "topics/", "no-such-page/"] as const;
const LINKED = ["/articles/", "/topics/"] as const;

const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];
const HEIGHT = 900;

const FLAGS = {
  ...BUILD_FLAGS,
  /** The folder for the pictures. */
  to: { type: "string", default: "test-results/screenshots" },
  /** What is typed into the search. */
  query: { type: "string", default: "Куньшань" },
} as const;

interface Shoot {
  readonly browser: Browser;
  /** Where the site is served. */
  readonly address: string;
  readonly folder: string;
  readonly query: string;
}

/** Pictures of a built site: every kind of page, narrow and wide, light and dark. */
await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  const { output } = buildOptions(values, process.env);
  const { pathPrefix } = await readManifest(output);
  const server = await serveSite({ folder: output, pathPrefix, port: 0 });
  const program = { executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS };
  const browser = await chromium.launch(program);
  const shoot = { browser, address: server.address, folder: values.to, query: values.query };
  mkdirSync(values.to, { recursive: true });
  try {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) await picturePages(shoot, width, scheme);
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

async function picturePages(shoot: Shoot, width: number, colorScheme: Scheme): Promise<void> {
  const page = await shoot.browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
  await page.goto(shoot.address);
  for (const { name, path } of await pagesToPicture(page, shoot)) {
    await page.goto(new URL(path, shoot.address).href);
    if (name === "search") await page.locator(".result a").first().waitFor();
    const file = join(shoot.folder, `${name}-${width}-${colorScheme}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  }
  await page.close();
}

interface Picture {
  readonly name: string;
  readonly path: string;
}

async function pagesToPicture(front: Page, shoot: Shoot): Promise<Picture[]> {
  const pictures: Picture[] = PAGES.map((path) => {
    return { name: path === "" ? "front" : path.replaceAll("/", ""), path };
  });
  for (const part of LINKED) {
    const link = front.locator(`main a[href*="${part}"]`).first();
    if ((await link.count()) === 0) continue;
    const path = (await link.getAttribute("href")) ?? "";
    pictures.push({ name: part === "/articles/" ? "article" : "topic", path });
  }
  return [...pictures, { name: "search", path: `search/?q=${encodeURIComponent(shoot.query)}` }];
}
