import { describe, expect, test } from "vitest";
import { html } from "./markdown-rendered.ts";

const DONE = '<span class="task-mark" role="img" aria-label="Сделано">☑\ufe0e</span> ';
const OPEN = '<span class="task-mark" role="img" aria-label="Не сделано">☐\ufe0e</span> ';

describe("tasks", () => {
  test("are said to be done or not", () => {
    expect(html("- [ ] Купить\n- [x] *Сделать*\n- [X] Два\n- [х] Три\n- Просто")).toBe(
      `<ul>\n<li class="task">${OPEN}Купить</li>\n<li class="task">${DONE}<em>Сделать</em></li>\n` +
        `<li class="task">${DONE}Два</li>\n<li class="task">${DONE}Три</li>\n<li>Просто</li>\n</ul>`,
    );
  });

  test("stand in numbered and in loose lists", () => {
    expect(html("1. [x] Раз\n\n2. [ ] Два")).toBe(
      `<ol>\n<li class="task">\n${DONE}<p>Раз</p>\n</li>\n<li class="task">\n${OPEN}<p>Два</p>\n</li>\n</ol>`,
    );
  });

  test.each([
    "[x] не в списке",
    "- [x]слитно",
    "- [ ]",
    "- \\[x] нет",
    "- [y] иное",
    "- [x](/a/) ссылка",
  ])("%s is none", (text) => {
    expect(html(text)).not.toContain("task");
  });
});

describe("numbers of items", () => {
  const numbers = (text: string) =>
    [
      ...html(text).matchAll(/<(?:ol|li)(?: (?:start|value)="(\d+)")?(?: class="wide-numbers")?>/g),
    ].map(([, number]) => number);

  test.each([
    ["1. а\n2. б\n3. в", [undefined, undefined, undefined, undefined]],
    ["1. а\n1. б\n1. в", [undefined, undefined, undefined, undefined]],
    ["3. а\n4. б\n7. в\n8. г", ["3", undefined, undefined, "7", undefined]],
    ["1986. а\n1991. б", ["1986", undefined, "1991"]],
    ["1. а\n   1. б\n   5. в\n3. г", [undefined, undefined, undefined, undefined, "5", "3"]],
    ["0. а\n1. б", ["0", undefined, undefined]],
    ["5) а\n4) б", ["5", undefined, "4"]],
  ])("%j are those that were typed", (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  test("of years have more room", () => {
    expect(html("1986. а")).toMatch(/^<ol start="1986" class="wide-numbers">/);
    expect(html("1. а\n2. б")).not.toContain("class");
  });
});
