import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments, runCommand } from "../src/cli/index.ts";
import { openBrowser } from "./browser.ts";
import { answerPicker, copyIn } from "./browser-folder.ts";
import { Camera } from "./guide/camera.ts";
import { DevServer } from "./guide/dev-server.ts";
import { GuideProject, SLUG, type Stage } from "./guide/project.ts";

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
  readonly project: GuideProject;
  readonly dev: DevServer;
  readonly camera: Camera;
  /** Where the site is served. */
  readonly address: string;
}

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  mkdirSync(values.to, { recursive: true });
  const project = new GuideProject(mkdtempSync(join(tmpdir(), "vestnik-guide-")));
  try {
    await project.write();
    await pictureProject(project, values);
  } finally {
    project.remove();
  }
});

async function pictureProject(
  project: GuideProject,
  { to, port }: { readonly to: string; readonly port: string },
): Promise<void> {
  const browser = await openBrowser();
  const dev = new DevServer(project.folder, port);
  try {
    const camera = await Camera.open(browser, to);
    await pictureSteps({ project, dev, camera, address: await dev.address() });
  } finally {
    dev.stop();
    await browser.close();
  }
}

/** Takes the steps of the guide one after the other. */
async function pictureSteps(studio: Studio): Promise<void> {
  const { camera, address } = studio;
  const article = `${address}articles/${SLUG}/`;
  await camera.page.goto(article);
  await camera.page.getByText("Черновик: видите его только вы").waitFor();
  await camera.take("draft", { height: 540 });

  await change(studio, "broken");
  await camera.page.goto(address);
  await camera.page.getByText("такой даты нет").waitFor();
  await camera.take("error", { height: 200, fullPage: true });

  await change(studio, "ready");
  await camera.page.goto(article);
  await camera.take("article", { height: 960 });
  await camera.page.goto(address);
  await camera.take("front", { height: 1160 });
  await pictureSearch(studio);
  await pictureEditor(studio);
}

/** Writes the article anew and waits for the site. */
async function change({ project, dev, camera }: Studio, stage: Stage): Promise<void> {
  // A page of the site would load itself anew, in the middle of what comes next.
  await camera.page.goto("about:blank");
  await dev.afterBuild(() => project.setStage(stage));
}

/** The article says «мост», and another form of the word is asked for. */
async function pictureSearch({ camera, address }: Studio): Promise<void> {
  await camera.page.goto(`${address}search/?q=мостами`);
  await camera.page.locator(".result mark").first().waitFor();
  await camera.take("search", { height: 560 });
}

/** The form of the article at /admin/, where the folder of the project was opened. */
async function pictureEditor({ camera, address, project }: Studio): Promise<void> {
  const { page } = camera;
  await answerPicker(page);
  await page.goto(`${address}about/`);
  await copyIn(page, project.folder, [".git", "content", "_data"]);
  await page.goto(`${address}admin/`);
  await page.getByRole("button", { name: "Работать с локальным репозиторием" }).click();
  await page.getByRole("row", { name: "Через реку" }).waitFor();
  await page.goto(`${address}admin/#/collections/articles/entries/2026/${SLUG}`);
  // The preview stands beside the form only where there is room for both.
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.frameLocator("iframe").getByRole("img").waitFor();
  await camera.take("editor", { width: 1200, height: 800 });
}
