import { expect, test } from "vitest";
import { frontLines } from "../../../src/cli/import-front.ts";
import { fixture, importWorkspace } from "../content/import-workspace.ts";

test("a trial shows how the front page begins: dates, topics and beginnings as the site has them", async () => {
  const { folders, run } = importWorkspace();
  const images = [fixture("images")];
  const { newest = [] } = run(fixture("rss.xml"), { isDryRun: true, images });
  const lines = await frontLines(newest, folders.data);
  expect(lines.map((line) => line.replaceAll("\u00a0", " "))).toEqual([
    "",
    "Так начнётся первая страница (без того, что на сайте уже есть):",
    "  1. Выставка садовых цветов · 10 июня, 09:00",
    "     Выставка работает до конца июня.",
    "  2. Мост через реку открыт & освещён · 1 мая, 12:30 · Город",
    "     Движение началось утром, первыми проехали автобусы.",
  ]);
  expect(await frontLines([], folders.data)).toEqual([]);
  const pictured = run(fixture("jekyll"), { isDryRun: true }).newest ?? [];
  expect((await frontLines(pictured, folders.data))[2]).toMatch(/ · с картинкой$/);
});
