import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readArguments, runCommand } from "../src/cli/index.ts";
import { openBrowser } from "./browser.ts";
import { answerPicker, copyIn } from "./browser-folder.ts";
import { openPage, take } from "./guide/camera.ts";
import { DevServer } from "./guide/dev-server.ts";
import { SLUG, type Stage, setStage, writeProject } from "./guide/project.ts";

const HELP = `npm run guide-pictures -- [параметры]

Снимки для docs/first-publication.md: маленький сайт с выдуманной статьёй, как его показывает
npm run dev на каждом шаге.

  --to ПАПКА             куда положить снимки        docs/pictures
  --port ЧИСЛО           на каком порте показать     48299`;

const FLAGS = {
  to: { type: "string", default: "docs/pictures" },
  port: { type: "string", default: "48299" },
  help: { type: "boolean", short: "h" },
} as const;

interface Studio {
  /** Of the archive. */
  readonly folder: string;
  readonly dev: DevServer;
  readonly page: Page;
  /** Where the site is served. */
  readonly address: string;
  /** Pictures the page as guide-NAME.png. */
  readonly picture: (name: string, size: Parameters<typeof take>[2]) => Promise<void>;
}

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  mkdirSync(values.to, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "vestnik-guide-"));
  await writeProject(folder);
  const browser = await openBrowser();
  const dev = new DevServer(folder, values.port);
  try {
    const [page, address] = [await openPage(browser), await dev.address()];
    const picture: Studio["picture"] = (name, size) =>
      take(page, join(values.to, `guide-${name}.png`), size);
    await pictureSteps({ folder, dev, page, address, picture });
  } finally {
    dev.stop();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Takes the steps of the guide one after the other. */
async function pictureSteps(studio: Studio): Promise<void> {
  const { page, address, picture } = studio;
  const article = `${address}articles/${SLUG}/`;
  await page.goto(article);
  await page.getByText("Черновик: видите его только вы").waitFor();
  await picture("draft", { height: 540 });

  await change(studio, "broken");
  await page.goto(address);
  await page.getByText("такой даты нет").waitFor();
  await picture("error", { height: 200, fullPage: true });

  await change(studio, "ready");
  await page.goto(article);
  await picture("article", { height: 960 });
  await page.goto(address);
  await picture("front", { height: 1160 });
  // The article says «мост», and another form of the word is asked for.
  await page.goto(`${address}search/?q=мостами`);
  await page.locator(".result mark").first().waitFor();
  await picture("search", { height: 560 });
  await pictureEditor(studio);
}

/** Writes the article anew and waits for the site. */
async function change({ folder, dev, page }: Studio, stage: Stage): Promise<void> {
  // A page of the site would load itself anew, in the middle of what comes next.
  await page.goto("about:blank");
  await dev.afterBuild(() => setStage(folder, stage));
}

/** The form of the article at /admin/, where the folder of the project was opened. */
async function pictureEditor({ folder, page, address, picture }: Studio): Promise<void> {
  await answerPicker(page);
  await page.goto(`${address}about/`);
  await copyIn(page, folder, [".git", "content", "_data"]);
  await page.goto(`${address}admin/`);
  await page.getByRole("button", { name: "Работать с локальным репозиторием" }).click();
  await page.getByRole("row", { name: "Через реку" }).waitFor();
  await page.goto(`${address}admin/#/collections/articles/entries/2026/${SLUG}`);
  // The preview stands beside the form only where there is room for both.
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.frameLocator("iframe").getByRole("img").waitFor();
  await picture("editor", { width: 1200, height: 800 });
}
