import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { answerPicker, copyIn } from "../../scripts/browser-folder.ts";
import { runBuild, serveBuilt } from "./built-sites.ts";
import { startCommand, temporaryFolder } from "./commands.ts";

/** Loading and saving go through megabytes of script: slow machines are slow at it. */
export const PATIENCE = { timeout: 60_000 };

export interface Repository {
  readonly folder: string;
  /** Runs a command of editors on the archive, up to a line of its output. */
  run(name: string, flags: readonly string[], line: RegExp): Promise<RegExpExecArray>;
  build(): Promise<void>;
  /** Serves the site, and says where it is. */
  serve(): Promise<string>;
}

export const test = base.extend<{ repository: Repository }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  repository: async ({}, use) => {
    const { folder, remove } = temporaryFolder();
    cpSync("tests/fixtures/archive", folder, { recursive: true });
    execFileSync("git", ["init", "--quiet", folder]);
    const archive = ["--content", join(folder, "content"), "--data", join(folder, "data")];
    const output = ["--output", join(folder, "site")];
    const servers: { close(): Promise<void> }[] = [];
    await use({
      folder,
      run: (name, flags, line) => startCommand(name, [...flags, ...archive]).line(line),
      build: () => runBuild([...archive, ...output]),
      serve: async () => {
        const server = await serveBuilt(join(folder, "site"));
        servers.push(server);
        return server.address;
      },
    });
    for (const server of servers) await server.close();
    remove();
  },
});

/** Asks for the editor in the settings, builds the site and opens the editor over the repository. */
export async function openEditor(page: Page, repository: Repository): Promise<string> {
  const { folder, build, serve } = repository;
  appendFileSync(join(folder, "data/site.yaml"), "admin:\n  repo: vesti/sait\n  data: data\n");
  await build();
  const address = await serve();
  await answerPicker(page);
  await page.goto(`${address}about/`);
  await copyIn(page, folder, [".git", "content", "data"]);
  await page.goto(`${address}admin/`);
  await page.getByRole("button", { name: "Работать с локальным репозиторием" }).click(PATIENCE);
  await expect(page.getByRole("row", { name: "Набережную благоустроят" })).toBeVisible(PATIENCE);
  return address;
}

/** What the page complained of, or asked of another host. */
export function complaintsOf(page: Page): string[] {
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

export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Сохранить" }).click(PATIENCE);
}
