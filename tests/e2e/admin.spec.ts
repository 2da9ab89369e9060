import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@playwright/test";
import { copyOut, readIn } from "../../scripts/browser-folder.ts";
import { LARGE } from "../sizes.ts";
import { complaintsOf, openEditor, PATIENCE, save, test } from "./admin-repository.ts";

const TITLE = "Через реку открыт старый мост";
const HEADLINE = "Трамваи пустили под мостом: ездят даже ночью";

test("an editor without Git opens, edits and saves, and the site shows it", async ({
  page,
  repository,
}) => {
  const { folder, build } = repository;
  const complaints = complaintsOf(page);
  const address = await openEditor(page, repository);

  const article = "content/2025/most.md";
  const before = readFileSync(join(folder, article), "utf8");
  await page.goto(`${address}admin/#/collections/articles/entries/2025/most`);
  const title = page.getByRole("textbox", { name: "Заголовок" });
  await expect(title).toHaveValue("Через реку открыт новый мост", PATIENCE);
  // Nothing has been changed yet.
  await expect(page.getByRole("button", { name: "Сохранить" })).toBeDisabled();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("«пешеходную зону»")).toBeVisible(PATIENCE);
  const picture = preview.getByRole("img", { name: "Рассвет над рекой" });
  await expect.poll(() => picture.evaluate(widthOf), PATIENCE).toBeGreaterThan(100);
  await title.fill(TITLE);
  await expect(preview.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await save(page);
  await expect.poll(() => readIn(page, article), PATIENCE).toContain(TITLE);
  // Nothing else has changed: neither how dates are written, nor lists, nor the text.
  expect(await copyOut(page, folder, article)).toBe(
    before.replace("Через реку открыт новый мост", TITLE),
  );

  const list = "data/headlines.yaml";
  const headlines = readFileSync(join(folder, list), "utf8");
  await page.goto(`${address}admin/#/collections/_singletons/entries/headlines`);
  await page.getByRole("button", { name: "Развернуть", exact: true }).first().click(PATIENCE);
  await page.getByRole("textbox", { name: "Заголовок" }).first().fill(HEADLINE);
  await save(page);
  await expect.poll(() => readIn(page, list), PATIENCE).toContain("под мостом");
  expect(await copyOut(page, folder, list)).toBe(
    headlines.replace("Трамваи пустили по мосту", `"${HEADLINE}"`),
  );
  expect(complaints).toEqual([]);

  await build();
  await page.goto(`${address}articles/most/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await page.goto(`${address}headlines/2025/05/09/`);
  await expect(page.getByText("ездят даже ночью")).toBeVisible();
});

function widthOf(image: Element): number {
  return "naturalWidth" in image ? Number(image.naturalWidth) : 0;
}

test(
  "what the forms do not know stays, and so do comments",
  LARGE,
  async ({ page, repository }) => {
    const { folder } = repository;
    const place = "content/2024/staroe/index.md";
    // Of another program: the build would ask to take it away, the editor does not.
    const text = "---\n# срочно\ntitle: Старое\nmood: светлое\ndate: 03.04.2024\n---\n\nТекст.\n";
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    const known = text.replace("mood: светлое\n", "");
    writeFileSync(join(folder, place), known);
    const settings = "# наши\nmenu:\n  # все\n  - /archive/\n  - Город\nfooter: [/about/]\n";
    appendFileSync(join(folder, "data/site.yaml"), settings);
    const address = await openEditor(page, repository);
    await page.evaluate(
      async ([path, words]) => {
        let parent = await (await navigator.storage.getDirectory()).getDirectoryHandle(
          "repository",
        );
        for (const name of path.split("/").slice(0, -1)) {
          parent = await parent.getDirectoryHandle(name);
        }
        const file = await (await parent.getFileHandle("index.md")).createWritable();
        await file.write(words);
        await file.close();
      },
      [place, text] as const,
    );
    await page.reload();
    await page.goto(`${address}admin/#/collections/articles/entries/2024/staroe/index`);
    const title = page.getByRole("textbox", { name: "Заголовок" });
    await expect(title).toHaveValue("Старое", PATIENCE);
    await title.fill("Новое");
    await save(page);
    await expect.poll(() => readIn(page, place), PATIENCE).toContain("Новое");
    expect(await readIn(page, place)).toBe(text.replace("title: Старое", "title: Новое"));

    await page.goto(`${address}admin/#/collections/_singletons/entries/settings`);
    const name = page.getByRole("textbox", { name: "Название" }).first();
    await expect(name).toHaveValue("Городские вести", PATIENCE);
    const file = await readIn(page, "data/site.yaml");
    await name.fill("Вести");
    await save(page);
    await expect.poll(() => readIn(page, "data/site.yaml"), PATIENCE).toContain("name: Вести");
    expect(await readIn(page, "data/site.yaml")).toBe(file.replace("Городские вести", "Вести"));
  },
);

test("without the setting there is no editor", async ({ repository: { folder, build } }) => {
  await build();
  expect(existsSync(join(folder, "site/index.html"))).toBe(true);
  expect(existsSync(join(folder, "site/admin"))).toBe(false);
});
