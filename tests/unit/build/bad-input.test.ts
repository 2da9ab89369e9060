import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, EMPTY_SITE, refusalOf } from "./build-in.ts";

const GOOD = "---\ntitle: Новость\n---\n\nТекст.\n";
const LAST_SITE = { "site/build.json": EMPTY_SITE, "site/index.html": "последний хороший сайт" };

/** @returns what a build says that refuses the files; the site that stood there stays */
async function refused(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = temporaryFolder({ ...LAST_SITE, ...files });
  const message = await refusalOf(buildIn(folder), folder);
  expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("последний хороший сайт");
  return message;
}

/** The same by the real command, whose exit code is 1. */
function refusedByCommand(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder({ ...LAST_SITE, ...files });
  const flags = ["--content", "content", "--data", "_data", "--output", "site", "--cache", "cache"];
  const places = flags.map((flag) => (flag.startsWith("--") ? flag : join(folder, flag)));
  const command = ["scripts/vestnik.js", "build", ...places];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect(status).toBe(1);
  expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("последний хороший сайт");
  return stderr.replaceAll(folder, "…");
}

describe("bad input is refused with a place and a mend, and the last site stays", () => {
  test("broken YAML", async () => {
    const yaml = '---\ntitle: "Новость\ndate: 2026-11-23\n---\n\nТекст.\n';
    expect(await refused({ "content/a.md": yaml })).toMatchInlineSnapshot(`
      "…/content/a.md:3:17: Ошибка YAML: не хватает знака: кавычки, скобки или двоеточия. (MISSING_CHAR)
          Как исправить: закройте кавычки и скобки в этой строке или выше.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("a colon in a bare text", async () => {
    const yaml = "- text: Эксклюзив: цены вниз\n";
    const files = { "content/a.md": GOOD, "_data/headlines.yaml": yaml };
    expect(await refused(files)).toMatchInlineSnapshot(`
      "…/_data/headlines.yaml:1:9: Ошибка YAML: в значении стоит двоеточие, и оно принято за ещё одно поле. (BLOCK_AS_IMPLICIT_KEY)
          Как исправить: возьмите значение в кавычки: text: "Эксклюзив: цены вниз"

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("a wrong type", async () => {
    const yaml = "---\ntitle: 2026\ntopics: {a: b}\ndraft: да\n---\n";
    expect(await refused({ "content/a.md": yaml })).toMatchInlineSnapshot(`
      "…/content/a.md:2:8: «title»: нужен текст, а стоит число 2026.
          Как исправить: возьмите значение в кавычки.
      …/content/a.md:3:9: «topics»: нужен список, а стоит группа полей.
          Как исправить: начните каждую запись с дефиса и пробела: - …
      …/content/a.md:4:8: «draft»: нужно true или false, а стоит текст «да».
          Как исправить: исправьте значение.

      Ничего не записано. Ошибок: 3.
      "
    `);
  });

  test("an unknown key", async () => {
    const yaml = "---\ntitle: Новость\nsumary: Кратко\n---\n";
    expect(await refused({ "content/a.md": yaml })).toMatchInlineSnapshot(`
      "…/content/a.md:3:1: Неизвестное поле «sumary» (возможно, «summary»). Известны: title, date, updated, expires, pinned, summary, authors, topics, section, series, source, image, corrections, aliases, translations, comments, draft, slug, sourceId.
          Как исправить: исправьте имя поля или удалите строку.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("a missing title, and a file without fields", async () => {
    const files = { "content/a.md": "---\ndate: 2026-11-23\n---\n", "content/b.md": "Текст.\n" };
    expect(await refused(files)).toMatchInlineSnapshot(`
      "…/content/a.md:2:1: Нет обязательного поля «title».
          Как исправить: добавьте строку: title: …
      …/content/b.md:1:1: В начале файла нет полей статьи.
          Как исправить: начните файл строками: ---, title: Заголовок статьи, ---.

      Ничего не записано. Ошибок: 2.
      "
    `);
  });

  test("a date that does not exist", async () => {
    const yaml = "---\ntitle: Новость\ndate: 31.02.2026\n---\n";
    expect(await refused({ "content/a.md": yaml })).toMatchInlineSnapshot(`
      "…/content/a.md:3:7: «date»: такой даты нет: «31.02.2026» (дней в этом месяце: 28).
          Как исправить: запишите дату так: 2026-11-23, 23.11.2026, 23 ноября 2026 или 2026-11-23 14:30.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("two articles with one slug", async () => {
    const files = {
      "content/a.md": "---\ntitle: Первая\nslug: novost\n---\n",
      "content/b.md": "---\ntitle: Вторая\nslug: novost\n---\n",
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      "…/content/b.md:3:7: Адрес «novost» уже занят статьёй …/content/a.md.
          Как исправить: переименуйте файл или задайте другое поле slug.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("an address that an article will have whose time has not come", async () => {
    const waiting = "---\ntitle: Потом\nslug: a\ndate: 2999-01-01\n---\n\nТекст.\n";
    const message = await refused({ "content/a.md": GOOD, "content/b.md": waiting });
    expect(message).toContain("…/content/b.md:3:7:");
    expect(message).toContain("content/a.md");
  });

  test("links that lead nowhere", async () => {
    const links = ["/articles/net/", "/articles/b/#net", "/articles/b/#est", "b/", "../b/", "#tut"];
    const text = links.map((link, index) => `[Сюда ${index}](${link})`).join("\n\n");
    const message = await refused({
      "content/a.md": `---\ntitle: А\n---\n\n${text}\n\n[Рядом](https://example.org/forum/)\n`,
      "content/b.md": "---\ntitle: Б\n---\n\n## Есть\n\nТекст.\n",
    });
    expect(message).toMatchInlineSnapshot(`
      "…/content/a.md:5:11: Ссылка никуда не ведёт: на сайте нет «/articles/net/».
          Как исправить: исправьте адрес; страницу того же домена вне этого сайта запишите с https:// в начале.
      …/content/a.md:7:11: Ссылка никуда не ведёт: на сайте нет «/articles/b/#net».
          Как исправить: исправьте адрес; страницу того же домена вне этого сайта запишите с https:// в начале.
      …/content/a.md:11:10: Ссылка никуда не ведёт: на сайте нет «/articles/a/b/».
          Как исправить: исправьте адрес; страницу того же домена вне этого сайта запишите с https:// в начале.
      …/content/a.md:15:10: Ссылка никуда не ведёт: на сайте нет «/articles/a/#tut».
          Как исправить: исправьте адрес; страницу того же домена вне этого сайта запишите с https:// в начале.

      Ничего не записано. Ошибок: 4.
      "
    `);
  });

  test("unless the settings let them be", async () => {
    const folder = temporaryFolder({
      "content/a.md": "---\ntitle: А\n---\n\n[Сюда](/articles/net/)\n",
      "_data/site.yaml": "allowBrokenLinks: true\n",
    });
    const { notices } = await buildIn(folder);
    expect(notices.join("\n")).toContain(
      "a.md:5: Ссылка никуда не ведёт: на сайте нет «/articles/net/».",
    );
  });

  test("a duplicate headline", async () => {
    const yaml = '- Цветут поля\n- Марафон\n- "«Цветут» поля!"\n';
    const files = { "content/a.md": GOOD, "_data/headlines.yaml": yaml };
    expect(await refused(files)).toMatchInlineSnapshot(`
      "…/_data/headlines.yaml:3:3: Заголовок повторяется: такой же стоит в строке 1.
          Как исправить: удалите один из двух или поставьте им разные даты.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("a file that is not UTF-8", async () => {
    const cp1251 = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const file = Buffer.concat([Buffer.from("---\ntitle: Новость\n---\n\nТекст "), cp1251]);
    expect(await refused({ "content/a.md": file })).toMatchInlineSnapshot(`
      "…/content/a.md:5:7: Файл не в кодировке UTF-8.
          Как исправить: сохраните файл в редакторе в кодировке UTF-8 (возможно, сейчас это windows-1251).

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("a missing image", async () => {
    const text = `${GOOD}\n![Вид](foto.jpg)\n`;
    expect(await refused({ "content/a.md": text })).toMatchInlineSnapshot(`
      "…/content/a.md:7:1: Картинки «foto.jpg» нет рядом со статьёй.
          Как исправить: положите файл в папку статьи и укажите его имя, например photo.jpg.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("an empty content folder", async () => {
    expect(await refused({ "content/.keep": "" })).toMatchInlineSnapshot(`
      "…/content: В папке нет ни одной статьи, и заголовков тоже нет: публиковать нечего.
          Как исправить: положите в неё файл .md, импортируйте текст: npm run import -- ФАЙЛ, или напишите заголовок в headlines.yaml.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("no content folder", async () => {
    expect(await refused({ "_data/headlines.yaml": "- Раз\n" })).toMatchInlineSnapshot(`
      "…/content: Папки со статьями нет.
          Как исправить: создайте её (для одних заголовков — пустую) или укажите другую: --content ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("drafts only", async () => {
    const files = { "content/a.md": "---\ntitle: Новость\ndraft: true\n---\n" };
    expect(await refused(files)).toMatchInlineSnapshot(`
      "…/content: Все статьи — черновики, и заголовков тоже нет: публиковать нечего.
          Как исправить: уберите строку draft: true хотя бы из одной.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("every problem of every file at once, also by the real command", async () => {
    const files = {
      "content/a.md": "---\ntitel: Новость\n---\n",
      "content/b.md": "---\ntitle: Б\ndate: завтра\nsource: {name: А, url: ftp://x}\n---\n",
      "_data/headlines.yaml": "- {text: З, link: example.org}\n",
    };
    const message = await refused(files);
    expect(refusedByCommand(files)).toBe(message);
    expect(message).toMatchInlineSnapshot(`
      "…/content/a.md:2:1: Нет обязательного поля «title».
          Как исправить: добавьте строку: title: …
      …/content/a.md:2:1: Неизвестное поле «titel» (возможно, «title»). Известны: title, date, updated, expires, pinned, summary, authors, topics, section, series, source, image, corrections, aliases, translations, comments, draft, slug, sourceId.
          Как исправить: исправьте имя поля или удалите строку.
      …/content/b.md:3:7: «date»: «завтра» не похоже на дату.
          Как исправить: запишите дату так: 2026-11-23, 23.11.2026, 23 ноября 2026 или 2026-11-23 14:30.
      …/content/b.md:4:24: «source», «url»: это не адрес.
          Как исправить: начните с https:// или, для страницы этого сайта, с «/».
      …/_data/headlines.yaml:1:19: запись 1, «link»: это не адрес.
          Как исправить: начните с https:// или, для страницы этого сайта, с «/».

      Ничего не записано. Ошибок: 5.
      "
    `);
  });

  test("an output that cannot be written", async () => {
    const folder = temporaryFolder({ "content/a.md": GOOD, file: "это файл" });
    const building = buildIn(folder, { output: join(folder, "file/site") });
    expect(await refusalOf(building, folder)).toMatchInlineSnapshot(`
      "…/file/site: Сайт нельзя записать в …/file/site: часть пути — файл, а не папка.
          Как исправить: освободите место, дайте права или укажите другую папку: --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
  });

  test("an output that is somebody's folder", async () => {
    const folder = temporaryFolder({ "content/a.md": GOOD, "site/диплом.txt": "важное" });
    expect(await refusalOf(buildIn(folder), folder)).toMatchInlineSnapshot(`
      "…/site: Папка не пуста, и это не сайт, собранный раньше (нет нашего build.json). Она не тронута.
          Как исправить: перенесите это или укажите другую папку: --output ПАПКА.

      Ничего не записано. Ошибок: 1.
      "
    `);
    expect(readFileSync(join(folder, "site/диплом.txt"), "utf8")).toBe("важное");
  });
});
