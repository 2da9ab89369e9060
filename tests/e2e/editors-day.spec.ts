import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { serveSite } from "../../src/serve/index.ts";
import { startCommand, temporaryFolder } from "./commands.ts";
import { isInstalled, startServer } from "./real-servers.ts";
import { SEED } from "./site.ts";

/** An editor's day: from an empty archive to a corrected, scheduled, searched site on a real server. */

const SITE = `name: Городской вестник
description: Новости города
address: https://gorod.example
language: ru
timeZone: Europe/Moscow
`;

/** The seed as an agency would have sent it: the article's paragraphs, then the headlines. */
function rawSeed(): string {
  const [name = ""] = readdirSync(`${SEED}/content`);
  const [, , body = ""] = readFileSync(join(SEED, "content", name), "utf8").split(/^---$/m);
  const headlines: unknown = parse(readFileSync(`${SEED}/data/headlines.yaml`, "utf8"));
  const lines = (headlines as { text: string }[]).map(({ text }) => `- ${text}`);
  return `${body.trim()}\n${lines.join("\n")}\n`;
}

/** nginx, where it is on the machine; else the project's own server, which sends the same headers. */
async function startHost(site: string, folder: string) {
  const work = join(folder, "server");
  mkdirSync(work);
  if (isInstalled("nginx")) return startServer("nginx", site, work, "/");
  const server = await serveSite({ folder: site, pathPrefix: "/", port: 0 });
  return { address: server.address, stop: () => server.close() };
}

test("an editor's day", async ({ page }) => {
  const { folder, remove } = temporaryFolder();
  const [content, data, site] = [
    join(folder, "content"),
    join(folder, "data"),
    join(folder, "site"),
  ];
  for (const one of [content, data]) mkdirSync(one);
  writeFileSync(join(data, "site.yaml"), SITE);
  const archive = ["--content", content, "--data", data];
  const build = (...flags: string[]) =>
    startCommand("build", [...archive, "--output", site, ...flags]);
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") complaints.push(request.url());
  });

  await test.step("brings the seed into an empty archive", async () => {
    writeFileSync(join(folder, "seed.txt"), rawSeed());
    const brought = startCommand("import", [join(folder, "seed.txt"), ...archive]);
    await brought.line(/новых 21/);
    await build().line(/Готово за .*: 1 статья, 21 заголовок/);
  });

  const host = await startHost(site, folder);
  const title = page.getByRole("heading", { level: 1 });
  const articles = () => readdirSync(content, { recursive: true, encoding: "utf8" });
  const fileNamed = (part: string): string =>
    join(content, articles().find((file) => file.includes(part) && file.endsWith(".md")) ?? "");
  const seed = fileNamed("videokonferentsiia");

  await test.step("writes what is to come out later", async () => {
    const draft = startCommand("new", ["Открыт музей часов", ...archive]);
    await draft.line(/Черновик создан/);
    const file = fileNamed("otkryt-muzei-chasov");
    const text = readFileSync(file, "utf8");
    const scheduled = text
      .replace(/^date: .*$/m, "date: 2999-01-01 09:00")
      .replace("draft: true\n", "");
    writeFileSync(file, scheduled.replace("Текст статьи.", "Посетителей ждут маятники."));
    await build().line(/Ждут своего времени: 1 статья, первая — 2999-01-01 09:00/);
    await page.goto(`${host.address}articles/otkryt-muzei-chasov/`);
    await expect(title).toHaveText("Страница не найдена");
    complaints.length = 0;
  });

  await test.step("corrects an article", async () => {
    const text = readFileSync(seed, "utf8");
    const correction =
      "corrections:\n  - date: 2026-11-25\n    text: Уточнено место встречи.\n---\n";
    writeFileSync(seed, text.replace(/\n---\n/, `\n${correction}`));
    await build().line(/Готово за .*: 1 статья/);
    await page.goto(host.address);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^Недавно состоялась/ })
      .first()
      .click();
    await expect(page.getByText("Уточнено место встречи.")).toBeVisible();
  });

  await test.step("breaks a file, reads the message, and readers notice nothing", async () => {
    const text = readFileSync(seed, "utf8");
    writeFileSync(seed, text.replace("date: 2026-11-25", "date: 2026-11-31"));
    const broken = build();
    await broken.line(/\.md:\d+:\d+: .*такой даты нет: «2026-11-31»/);
    await broken.line(/Как исправить: .*\n\nНичего не записано\. Ошибок: 1\./);
    await page.reload();
    await expect(page.getByText("Уточнено место встречи.")).toBeVisible();
    writeFileSync(seed, text);
  });

  await test.step("the scheduled article comes out at its time", async () => {
    await build("--now", "2999-01-01T09:00:00+03:00").line(/Готово за .*: 2 статьи/);
    await page.goto(host.address);
    await expect(page.getByRole("main").getByRole("heading").first()).toHaveText(
      "Открыт музей часов",
    );
  });

  await test.step("and is found by a word of it in another form", async () => {
    await page.goto(`${host.address}search/`);
    await page.getByRole("searchbox", { name: "Что найти" }).fill("маятником");
    await expect(page.locator(".result")).toHaveCount(1);
    await expect(page.locator(".result mark")).toHaveText("маятники");
    await page.locator(".result a").first().click();
    await expect(title).toHaveText("Открыт музей часов");
  });

  expect(complaints).toEqual([]);
  await host.stop();
  remove();
});
