import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { ADDRESS, type Command, startCommand, temporaryFolder } from "./commands.ts";
import { ARCHIVE } from "./site.ts";

interface Workspace {
  readonly folder: string;
  /** Options that point a command at the workspace. */
  readonly flags: readonly string[];
  start(name: string, flags?: readonly string[]): Command;
}

/** Commands that write no site. */
const WITHOUT_OUTPUT = ["import", "new"];

/** An editor's own archive: a copy of the small one, and commands that end with the test. */
const test = base.extend<{ workspace: Workspace }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  workspace: async ({}, use) => {
    const { folder, remove } = temporaryFolder();
    cpSync(ARCHIVE, folder, { recursive: true });
    const content = ["--content", join(folder, "content"), "--data", join(folder, "data")];
    const flags = [...content, "--output", join(folder, "site")];
    const commands: Command[] = [];
    await use({
      folder,
      flags,
      start: (name, more = []) => {
        const command = startCommand(name, [
          ...(WITHOUT_OUTPUT.includes(name) ? content : flags),
          ...more,
        ]);
        commands.push(command);
        return command;
      },
    });
    for (const command of commands) await command.stop();
    remove();
  },
});

test("npm start builds, serves and prints the address", async ({ page, workspace }) => {
  const start = workspace.start("start", ["--port", "0"]);
  const [, address = ""] = await start.line(ADDRESS);
  await page.goto(address);
  await expect(page).toHaveTitle("Городские вести");
  await start.line(/Готово за .*: 2 статьи, 3 заголовка, \d+ страниц\S*, 5 записей в поиске/);
});

test("npm run dev shows drafts, a saved change, and on the page what is wrong", async ({
  page,
  workspace,
}) => {
  const dev = workspace.start("dev", ["--port", "48231"]);
  const [, address = ""] = await dev.line(ADDRESS);
  await page.goto(`${address}articles/most/`);
  const file = join(workspace.folder, "content/2025/most.md");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("Через реку открыт", "Через реку построен"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Через реку построен новый мост",
  );

  writeFileSync(file, text.replace("date: 09.05.2025", "date: 31.02.2025"));
  await dev.line(/most\.md:3:7: «date»: такой даты нет: «31\.02\.2025»/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Сайт не собрался");
  await expect(page.locator(".problem .place")).toHaveText(/most\.md:3:7$/);
  await expect(page.locator(".problem")).toContainText("«date»: такой даты нет");
  // As the site itself has it.
  await expect(page.locator("body")).toHaveCSS("border-top-style", "solid");

  writeFileSync(file, text.replace("Через реку открыт", "Через реку перекинут"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Через реку перекинут новый мост",
  );

  const draft = workspace.start("new", ["Каток <открылся> & ждёт", "--topic", "Город"]);
  const [, path = ""] = await draft.line(/Черновик создан: (\S+\.md)/);
  await dev.line(/Готово за .*: 4 статьи/);
  // The page that is open is told to load itself anew, which may come between.
  const open = (path: string) => expect(() => page.goto(address + path)).toPass();
  await open(`articles/${basename(path, ".md")}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Каток <открылся> & ждёт");
  await expect(page.getByText("Черновик: видите его только вы")).toBeVisible();
  await open("search/?q=каток");
  await expect(page.locator(".result")).toHaveCount(1);
  const again = workspace.start("new", ["Каток <открылся> & ждёт"]);
  await again.line(/уже есть/);
  const built = workspace.start("build", []);
  await built.line(/Готово за .*: 2 статьи/);
});

test("an imported text is on the site after the next build", LARGE, async ({ page, workspace }) => {
  const raw = join(workspace.folder, "raw.txt");
  writeFileSync(raw, "На площади зажгли ёлку. Пришли все.\n- Снег выпал рано\n");
  const first = workspace.start("import", [raw, "--topic", "Праздники"]);
  await first.line(/na-ploshchadi-zazhgli-elku\.md: создана \(1 абзац\)/);
  await first.line(/новых 1, уже были 0/);
  const second = workspace.start("import", [raw]);
  await second.line(/уже есть, не изменена/);
  const [, address = ""] = await workspace.start("start", ["--port", "0"]).line(ADDRESS);
  await page.goto(`${address}search/?q=ёлка`);
  await page.getByRole("link", { name: "На площади зажгли ёлку" }).click();
  await expect(page.getByRole("article")).toContainText("Пришли все.");
});
