import { join } from "node:path";
import { expect, test } from "vitest";
import { importWorkspace } from "./import-workspace.ts";

/** @returns «line:column kind» of every note, in the order of the source */
function placesIn(name: string, text: string): string[] {
  const { folder, run } = importWorkspace({ [`src/${name}`]: text });
  const { notes } = run(join(folder, "src", name));
  const all = notes.flatMap(({ what, mentions }) =>
    mentions.map(({ place: { line = 0, column = 0 } }) => ({ line, column, what })),
  );
  return all
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, what }) => `${line}:${column} ${what}`);
}

const LOST = "ссылка никуда не ведёт и стала текстом";
const PICTURE = "картинки нет, на её месте ссылка";
const FIELD = "поле не перенесено";

test("of Markdown: fields by their names, links, pictures, tags where they stand", () => {
  const text = `---
title: Мост
rating: 5
extra:
  show_toc: true
date: завтра
---
Раз [два](/net/), [три](/net/).

![Вид](https://old.example/vid%20sverhu.png)
x<sup>nm</sup> {{< nechto >}} <form>Имя</form>
`;
  expect(placesIn("a.md", text)).toEqual([
    `3:1 ${FIELD}`,
    `4:1 ${FIELD}`,
    "6:7 дата не понята и опущена",
    `8:11 ${LOST}`,
    `8:25 ${LOST}`,
    `10:8 ${PICTURE}`,
    "11:2 верхний или нижний индекс стал обычным текстом",
    "11:16 код шаблона остался в тексте",
    "11:31 удалено то, чего в статье быть не может",
  ]);
});

test.each([
  "+++\ntitle = 'Да'\n[extra]\na = 1\n+++\nДа.\n",
  "Title: Да\nDate: 2020-01-02\nExtra: 1\n\nДа.\n",
])("of fields in other forms: %j", (text) => {
  expect(placesIn("a.md", text)).toEqual([expect.stringMatching(/^3:[12] поле не перенесено$/)]);
});

test("of a feed: in the item that it is about, however it is escaped there", () => {
  const item = (title: string, html: string) =>
    `<item>\n<title>${title}</title><description>${html}</description></item>\n`;
  const text = `<rss><channel><link>https://old.example/</link>
${item("Раз", "&lt;p&gt;Да.&lt;/p&gt;")}${item("Два", '&lt;img src="https://old.example/a.png?b=1&amp;amp;c=2"&gt;')}</channel></rss>`;
  expect(placesIn("a.xml", text)).toEqual([`5:45 ${PICTURE}`]);
});

test("of JSON Lines: in a string of JSON", () => {
  const record = {
    title: "Мост",
    rating: 5,
    html: '<p>Да "<a href="/net/">вот</a>"</p><table><tr><td>Один</td></tr><tr><td>два</td></tr></table>',
  };
  const line = JSON.stringify(record);
  const at = (part: string) => `2:${line.indexOf(part) + 1}`;
  const told = placesIn("a.jsonl", `{"title":"А","text":"Да."}\n${line}\n`);
  expect(told).toContain(`${at("rating")} ${FIELD}`);
  expect(told).toContain(`${at("/net/")} ${LOST}`);
  expect(told).toContain(`${at("Один")} таблица развёрнута в абзацы`);
});

test("of what is not to be found is that of its item", () => {
  const text = "---\ntitle: Да\n---\n\u0001Да.\n";
  expect(placesIn("a.md", text)).toEqual([
    "1:1 служебные знаки, которых не бывает в тексте, убраны",
  ]);
});
