import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { buildOptions, readManifest } from "../src/build/index.ts";
import { BUILD_FLAGS, build, OPTIONS_HELP, readArguments, runCommand } from "../src/cli/index.ts";
import { serveSite } from "../src/serve/index.ts";
import { AUDIT_ARCHIVE, writeArchive } from "./archive/index.ts";
import { type KindPage, kindPages } from "./audit/pages.ts";
import { atRest } from "./audit/visit.ts";
import { BROWSER_ARGUMENTS, ensureBrowser } from "./browser.ts";

const HELP = `npm run screenshots -- [параметры]

Снимки каждого вида страниц собранного сайта: узко и широко, светло и темно, и как они печатаются.

${OPTIONS_HELP}
  --to ПАПКА             куда положить снимки        test-results/screenshots
  --query СЛОВА          что спросить у поиска
  --archive              не сайт из _site, а архив из 1000 статей, который собирается для этого
  --full-page            всю страницу, а не только то, что видно без прокрутки
  --only ВИДЫ            через запятую: front,article,article-long,search-results,…`;

const FLAGS = {
  ...BUILD_FLAGS,
  to: { type: "string", default: "test-results/screenshots" },
  query: { type: "string" },
  archive: { type: "boolean" },
  "full-page": { type: "boolean", default: false },
  only: { type: "string" },
} as const;

const WIDTHS = [390, 768, 1440] as const;
const SCHEMES = ["light", "dark"] as const;
const HEIGHTS: Readonly<Record<(typeof WIDTHS)[number], number>> = {
  390: 844,
  768: 1024,
  1440: 900,
};
/** A sheet of A4 between margins, in CSS pixels. */
const SHEET = { width: 718, height: 1047 } as const;

interface Shoot {
  readonly browser: Browser;
  /** Where the site is served. */
  readonly address: string;
  readonly pages: readonly KindPage[];
  /** Where the pictures go. */
  readonly folder: string;
  readonly fullPage: boolean;
}

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  const made = values.archive === true ? mkdtempSync(join(tmpdir(), "vestnik-screenshots-")) : "";
  try {
    const output =
      made === "" ? buildOptions(values, process.env).output : await buildArchive(made);
    const { pathPrefix } = await readManifest(output);
    const server = await serveSite({ folder: output, pathPrefix, port: 0 });
    const program = { executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS };
    const browser = await chromium.launch(program);
    mkdirSync(values.to, { recursive: true });
    const all = kindPages(output, values.query ?? (made === "" ? "Куньшань" : "мост"));
    const wanted = values.only?.split(",");
    const pages = all.filter(({ kind }) => wanted === undefined || wanted.includes(kind));
    const { to: folder, "full-page": fullPage } = values;
    try {
      await pictureAll({ browser, address: server.address, pages, folder, fullPage });
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    if (made !== "") rmSync(made, { recursive: true, force: true });
  }
});

/** @returns the folder of the site */
async function buildArchive(folder: string): Promise<string> {
  const { content, data } = await writeArchive(folder, AUDIT_ARCHIVE);
  const output = join(folder, "site");
  await build(buildOptions({ content, data, output }, process.env));
  return output;
}

async function pictureAll(shoot: Shoot): Promise<void> {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const viewport = { width, height: HEIGHTS[width] };
      await eachPage(shoot, { viewport, colorScheme: scheme }, async (page, kind) => {
        await picture(page, shoot, `${kind}-${width}-${scheme}`);
      });
    }
  }
  await eachPage(shoot, { viewport: SHEET, colorScheme: "light" }, async (page, kind) => {
    await page.emulateMedia({ media: "print" });
    await picture(page, { ...shoot, fullPage: true }, `${kind}-print`);
  });
}

async function picture(page: Page, { folder, fullPage }: Shoot, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  // Pictures below the fold wait until somebody comes near them.
  if (fullPage) await showAll(page);
  await page.screenshot({ path, fullPage });
  console.log(path);
}

async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const images = [...document.images];
    for (const image of images) image.loading = "eager";
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  });
}

async function eachPage(
  shoot: Shoot,
  options: Parameters<Browser["newContext"]>[0],
  use: (page: Page, kind: KindPage["kind"]) => Promise<void>,
): Promise<void> {
  const context = await shoot.browser.newContext({ locale: "ru-RU", ...options });
  const page = await context.newPage();
  for (const { kind, path } of shoot.pages) {
    await page.goto(new URL(path, shoot.address).href);
    await atRest(page, kind === "search-results");
    await use(page, kind);
  }
  await context.close();
}
