import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { answerPicker, copyIn, copyOut, readIn } from "../../scripts/browser-folder.ts";
import { ADDRESS, startCommand, temporaryFolder } from "./commands.ts";

/** Loading and saving go through megabytes of script: slow machines are slow at it. */
const PATIENCE = { timeout: 60_000 };

interface Repository {
  readonly folder: string;
  build(): Promise<void>;
  /** Serves the site, and says where it is. */
  serve(): Promise<string>;
}

const test = base.extend<{ repository: Repository }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  repository: async ({}, use) => {
    const { folder, remove } = temporaryFolder();
    cpSync("tests/fixtures/archive", folder, { recursive: true });
    execFileSync("git", ["init", "--quiet", folder]);
    const archive = ["--content", join(folder, "content"), "--data", join(folder, "data")];
    const output = ["--output", join(folder, "site")];
    const commands: { stop(): Promise<void> }[] = [];
    await use({
      folder,
      build: async () => {
        const build = startCommand("build", [...archive, ...output]);
        commands.push(build);
        await build.line(/Готово за/);
      },
      serve: async () => {
        const serve = startCommand("serve", [...output, "--port", "0"]);
        commands.push(serve);
        const [, address = ""] = await serve.line(ADDRESS);
        return address;
      },
    });
    for (const command of commands) await command.stop();
    remove();
  },
});

/** What the page complained of, or asked of another host. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isOwn = hostname === "localhost" || ["data:", "blob:"].includes(protocol);
    if (!isOwn) complaints.push(`request to another host: ${request.url()}`);
  });
  return complaints;
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Сохранить" }).click(PATIENCE);
}

const TITLE = "Через реку открыт старый мост";
const HEADLINE = "Трамваи пустили под мостом: ездят даже ночью";
const NEW_TITLE = "Щёлково: «Юный ёж» объявил съезд";
const NEW_PATH = "schyolkovo-yuniy-yozh-obyavil-syezd";

test("an editor without Git opens, edits and saves, and the site shows it", async ({
  page,
  repository: { folder, build, serve },
}) => {
  const settings = "admin:\n  repo: vesti/sait\n  data: data\n";
  appendFileSync(join(folder, "data/site.yaml"), settings);
  await build();
  const address = await serve();
  await answerPicker(page);
  await page.goto(`${address}about/`);
  await copyIn(page, folder, [".git", "content", "data"]);

  const complaints = complaintsOf(page);
  await page.goto(`${address}admin/`);
  await page.getByRole("button", { name: "Работать с локальным репозиторием" }).click(PATIENCE);
  await expect(page.getByRole("row", { name: "Набережную благоустроят" })).toBeVisible(PATIENCE);

  const article = "content/2025/most.md";
  const before = readFileSync(join(folder, article), "utf8");
  await page.goto(`${address}admin/#/collections/articles/entries/2025/most`);
  const title = page.getByRole("textbox", { name: "Заголовок" });
  await expect(title).toHaveValue("Через реку открыт новый мост", PATIENCE);
  await title.fill(TITLE);
  await save(page);
  await expect.poll(() => readIn(page, article), PATIENCE).toContain(TITLE);
  // Nothing else has changed: neither how dates are written, nor lists, nor the text.
  expect(await copyOut(page, folder, article)).toBe(
    before.replace("Через реку открыт новый мост", TITLE),
  );

  const list = "data/headlines.yaml";
  const headlines = readFileSync(join(folder, list), "utf8");
  await page.goto(`${address}admin/#/collections/site/entries/headlines`);
  await page.getByRole("button", { name: "Развернуть", exact: true }).first().click(PATIENCE);
  await page.getByRole("textbox", { name: "Заголовок" }).first().fill(HEADLINE);
  await save(page);
  await expect.poll(() => readIn(page, list), PATIENCE).toContain("под мостом");
  expect(await copyOut(page, folder, list)).toBe(
    headlines.replace("Трамваи пустили по мосту", `"${HEADLINE}"`),
  );

  await page.goto(`${address}admin/#/collections/articles/new`);
  await page.getByRole("textbox", { name: "Заголовок" }).fill(NEW_TITLE, PATIENCE);
  await page.getByRole("textbox", { name: "Текст" }).fill("Съезд откроют **осенью**.\n\nВот.");
  await save(page);
  const created = `content/${NEW_PATH}.md`;
  await expect.poll(() => readIn(page, created), PATIENCE).toContain("осенью");
  expect(await copyOut(page, folder, created)).toBe(
    `---\ntitle: "${NEW_TITLE}"\n---\n\nСъезд откроют **осенью**.\n\nВот.\n`,
  );
  expect(complaints).toEqual([]);

  await build();
  await page.goto(`${address}articles/most/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await page.goto(`${address}headlines/2025/05/09/`);
  await expect(page.getByText("ездят даже ночью")).toBeVisible();
  await page.goto(`${address}articles/${NEW_PATH}/`);
  await expect(page.locator("strong")).toHaveText("осенью");
});

test("without the setting there is no editor", async ({ repository: { folder, build } }) => {
  await build();
  expect(existsSync(join(folder, "site/index.html"))).toBe(true);
  expect(existsSync(join(folder, "site/admin"))).toBe(false);
});
