import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { parse } from "yaml";
import { copyOut, copyOutBytes, readIn } from "../../scripts/browser-folder.ts";
import { LARGE } from "../sizes.ts";
import { complaintsOf, openEditor, PATIENCE, save, test } from "./admin-repository.ts";

const TITLE = "Щёлково: «Юный ёж» объявил съезд";
const NAME = "shchelkovo-iunyi-ezh-obieiavil-sieezd";

/** Nine hours and more from the site's: dates and years are the site's, not the editor's. */
test.use({ timezoneId: "America/New_York" });

function fieldsOf(text: string): Record<string, unknown> {
  return parse(text.split(/^---$/m)[1] ?? "") as Record<string, unknown>;
}

async function openNew(page: Page, address: string, collection: string): Promise<void> {
  await page.goto(`${address}admin/#/collections/${collection}/new`);
  await expect(page.getByRole("textbox", { name: "Заголовок" })).toBeVisible(PATIENCE);
}

async function write(page: Page, text: string): Promise<void> {
  const area = page.getByRole("textbox", { name: "Текст" });
  await area.fill(text);
}

test("a new article is what `vestnik new` makes, and then on the site", async ({
  page,
  repository,
}) => {
  const { folder, build, run } = repository;
  const complaints = complaintsOf(page);
  const address = await openEditor(page, repository);
  await openNew(page, address, "articles");
  await page.getByRole("textbox", { name: "Заголовок" }).fill(TITLE);
  await write(page, "Съезд откроют осенью.");
  const area = page.getByRole("textbox", { name: "Текст" });
  await area.evaluate((one: HTMLTextAreaElement) => one.setSelectionRange(14, 20));
  await page.getByRole("button", { name: "Жирный" }).click();
  await expect(area).toHaveValue("Съезд откроют **осенью**.");
  await area.evaluate((one: HTMLTextAreaElement) => one.setSelectionRange(25, 25));
  await page.getByRole("button", { name: "Врезка «Важно»" }).click();
  await page.keyboard.type("Вход свободный.");
  const preview = page.frameLocator("iframe");
  await expect(preview.locator(".note-important")).toContainText("Вход свободный.", PATIENCE);

  await area.evaluate((one: HTMLTextAreaElement) => one.setSelectionRange(25, 25));
  await page.getByRole("button", { name: "Картинка с подписью" }).click();
  const upload = page.locator("input[type=file]").first();
  await upload.setInputFiles({
    name: "Ёж на съезде.jpg",
    mimeType: "image/jpeg",
    buffer: readFileSync("tests/fixtures/archive/content/2025/rassvet.jpg"),
  });
  await page.getByRole("button", { name: "Вставить" }).click(PATIENCE);
  await page.getByLabel("Что на ней").fill("Ёж");
  await page.getByLabel("Подпись").last().fill('Он же "Юный"');
  await page
    .getByRole("dialog", { name: "Картинка" })
    .getByRole("button", { name: "Вставить" })
    .click();

  const [, made = ""] = await run("new", [TITLE], /Черновик создан: (\S+\.md)/);
  const model = readFileSync(made, "utf8");
  await save(page);
  const place = `content/${made.split("/content/")[1]}`;
  expect(place).toBe(`content/${new Date().getUTCFullYear()}/${NAME}.md`);
  await expect.poll(() => readIn(page, place), PATIENCE).toContain("осенью");
  const text = await copyOut(page, folder, place);
  const { title, date, draft, ...others } = fieldsOf(text);
  const expected = fieldsOf(model);
  expect({ title, draft, others }).toEqual({ title: expected.title, draft: true, others: {} });
  expect(String(date)).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
  const apart = Math.abs(Date.parse(String(date)) - Date.parse(String(expected.date)));
  expect(apart).toBeLessThan(10 * 60_000);
  expect(text.split("---\n").at(-1)).toBe(
    // The title of a picture is its caption.
    '\nСъезд откроют **осенью**.\n\n![Ёж](ezh-na-sieezde.jpg "Он же \\"Юный\\"")\n\n::: важно\nВход свободный.\n:::\n',
  );

  // Published: the article is opened again, and is no draft any more.
  await page.goto(`${address}admin/#/collections/articles`);
  await page.getByRole("row", { name: TITLE }).click(PATIENCE);
  await page.getByRole("switch", { name: "Черновик" }).click(PATIENCE);
  await save(page);
  await expect.poll(() => readIn(page, place), PATIENCE).not.toContain("draft:");
  await copyOut(page, folder, place);
  await copyOutBytes(page, folder, place.replace(`${NAME}.md`, "ezh-na-sieezde.jpg"));
  expect(complaints).toEqual([]);
  // What `vestnik new` made stood in the place of what the editor made.
  await build();
  await page.goto(`${address}articles/${NAME}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect(page.locator("strong")).toHaveText("осенью");
  await expect(page.locator("figcaption")).toHaveText("Он же «Юный»");
});

test(
  "a headline, a page, a section, an author and a menu from nothing are on the site",
  LARGE,
  async ({ page, repository }) => {
    const { folder, build } = repository;
    const complaints = complaintsOf(page);
    const address = await openEditor(page, repository);
    const open = (name: string) =>
      page.goto(`${address}admin/#/collections/_singletons/entries/${name}`);

    await open("headlines");
    await page.getByRole("button", { name: /Добавить .?заголовок/ }).click(PATIENCE);
    await page.getByRole("textbox", { name: "Заголовок" }).first().fill("Ёж приехал: ждали все");
    await save(page);
    await expect.poll(() => readIn(page, "data/headlines.yaml"), PATIENCE).toContain("Ёж");
    const headlines = await copyOut(page, folder, "data/headlines.yaml");
    expect(headlines).toMatch(
      /^- text: "Ёж приехал: ждали все"\n {2}date: \d{4}-\d{2}-\d{2} \d{2}:\d{2}\n- text: Трамваи/,
    );

    await openNew(page, address, "pages");
    await page.getByRole("textbox", { name: "Заголовок" }).fill("Щит и связь");
    await write(page, "Пишите нам.");
    await page.getByRole("switch", { name: "Черновик" }).click();
    await save(page);
    const place = "content/pages/shchit-i-sviaz.md";
    await expect.poll(() => readIn(page, place), PATIENCE).toContain("Пишите");
    await copyOut(page, folder, place);
    await page.goto(`${address}admin/#/collections/articles`);
    await expect(page.getByRole("row", { name: "Набережную благоустроят" })).toBeVisible(PATIENCE);
    await expect(page.getByRole("row", { name: "Щит и связь" })).toHaveCount(0);

    for (const [file, add, name] of [
      ["sections", /Добавить .?раздел/, "Реки: все"],
      ["authors", /Добавить .?автора/, "Анна Белова"],
    ] as const) {
      await open(file);
      await page.getByRole("button", { name: add }).click(PATIENCE);
      await page.getByRole("textbox", { name: file === "authors" ? "Имя" : "Название" }).fill(name);
      await save(page);
      await expect.poll(() => readIn(page, `data/${file}.yaml`), PATIENCE).toContain(name);
      await copyOut(page, folder, `data/${file}.yaml`);
    }
    expect(readFileSync(join(folder, "data/authors.yaml"), "utf8")).toBe("- Анна Белова\n");

    await open("settings");
    const menu = page.getByRole("group", { name: /Поле «.?Меню/ });
    await menu.getByRole("button", { name: /Добавить .?ссылку/ }).click(PATIENCE);
    await menu.getByRole("textbox", { name: "Адрес" }).fill("/shchit-i-sviaz/");
    await save(page);
    await expect.poll(() => readIn(page, "data/site.yaml"), PATIENCE).toContain("menu:");
    expect(await copyOut(page, folder, "data/site.yaml")).toMatch(
      /menu:\n {2}- \/shchit-i-sviaz\/\n/,
    );
    expect(complaints).toEqual([]);

    await build();
    await page.goto(`${address}headlines/`);
    await expect(page.getByText("Ёж приехал: ждали все")).toBeVisible();
    await page.getByRole("navigation").getByRole("link", { name: "Щит и связь" }).first().click();
    await expect(page.getByText("Пишите нам.")).toBeVisible();
    await page.goto(`${address}authors/anna-belova/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Анна Белова");
    expect((await page.goto(`${address}reki-vse/`))?.status()).toBe(200);
  },
);
