import { expect, test } from "vitest";
import { MARKS, type Selection, withPicture } from "../../../src/admin/browser/marks.ts";

/** A text with its selection between bars. */
function selected(marked: string): Selection {
  const [before = "", inner = "", after = ""] = marked.split("|");
  const start = before.length;
  return { text: before + inner + after, start, end: start + inner.length };
}

function shown({ text, start, end }: Selection): string {
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

function applied(label: string, marked: string): string {
  const mark = MARKS.find((one) => one.label === label);
  if (mark === undefined) throw new Error(`no mark ${label}`);
  return shown(mark.apply(selected(marked)));
}

test.each([
  ["Жирный", "Съезд |осенью|.", "Съезд **|осенью|**."],
  ["Жирный", "Съезд **|осенью|**.", "Съезд |осенью|."],
  ["Курсив", "А ||", "А *|слова|*"],
  ["Ссылка", "О |мосте| же", "О [мосте](|https://|) же"],
  ["Подзаголовок", "Текст.\nДаль|ше|\nЕщё", "Текст.\n\n## Дальше||\nЕщё"],
  ["Подзаголовок", "## Даль|ше|", "Дальше||"],
  ["Список", "|раз\nдва|", "- раз\n- два||"],
  ["Список", "|- раз\n- два|", "раз\nдва||"],
  ["Нумерованный список", "|раз\nдва|", "1. раз\n2. два||"],
  ["Врезка «Важно»", "Текст.||", "Текст.\n\n::: важно\n|Текст врезки.|\n:::"],
  ["Врезка «Исправлено»", "|Длина моста.|\n", "::: исправлено\n|Длина моста.|\n:::\n"],
  ["Сноска", "Мост[^1]| |стоит.\n", "Мост[^1] [^2]стоит.\n\n[^2]: |Текст сноски.|\n"],
])("%s: %s", (label, before, after) => {
  expect(applied(label, before)).toBe(after);
});

test("a picture stands alone in its paragraph, with its words as they were typed", () => {
  const words = { file: "most.jpg", alt: "Мост [новый]", caption: 'Он же "Красный"' };
  expect(withPicture(selected("Текст.||\nЕщё"), words).text).toBe(
    'Текст.\n\n![Мост \\[новый\\]](most.jpg "Он же \\"Красный\\"")\nЕщё',
  );
  expect(withPicture(selected("||"), { file: "мой мост.jpg", alt: "", caption: "" }).text).toBe(
    "![](<мой мост.jpg>)",
  );
});
