import { describe, expect, test } from "vitest";
import { html } from "./markdown-rendered.ts";

/** The HTML of a paragraph with `**` and `*` for what it marks, and plain spaces. */
function marked(text: string): string {
  return html(text)
    .replace(/^<p>|<\/p>$/g, "")
    .replace(/<\/?strong>/g, "‹b›")
    .replace(/<\/?em>/g, "‹i›")
    .replace(/<\/?s>/g, "‹s›")
    .replaceAll("·", " ");
}

describe("emphasis works", () => {
  test.each([
    ["**жирное:**слово", "‹b›жирное:‹b›слово"],
    ["Это **важно!**Потом", "Это ‹b›важно!‹b›Потом"],
    ["**«Луч»**овский стадион", "‹b›«Луч»‹b›овский стадион"],
    ["Слово**«жирное»**слово", "Слово‹b›«жирное»‹b›слово"],
    ['Слово**"жирное"**слово', "Слово‹b›«жирное»‹b›слово"],
    ['"**Динамо**" и "*Заря*"', "«‹b›Динамо‹b›» и «‹i›Заря‹i›»"],
    ['"**...да**", — и ушёл', "«‹b›…да‹b›», — и ушёл"],
    ["*курсив*—да, да—*курсив*", "‹i›курсив‹i›—да, да—‹i›курсив‹i›"],
    ["пол*«Зари»*ной", "пол‹i›«Зари»‹i›ной"],
    ["**(скобки)**слово", "‹b›(скобки)‹b›слово"],
    ["**не-**повторный, **10 %**ный", "‹b›не-‹b›повторный, ‹b›10 %‹b›ный"],
    ["сло**во**форма, *у*дарение", "сло‹b›во‹b›форма, ‹i›у‹i›дарение"],
    ["пере**дача закона** прошла", "пере‹b›дача закона‹b› прошла"],
    ["~~«Луч»~~овский, ста~~рое~~", "‹s›«Луч»‹s›овский, ста‹s›рое‹s›"],
    [
      "**Жирный *и курсив* внутри**, ***оба***",
      "‹b›Жирный ‹i›и курсив‹i› внутри‹b›, ‹i›‹b›оба‹b›‹i›",
    ],
    ["_«слово»_ и «_слово_»", "‹i›«слово»‹i› и «‹i›слово‹i›»"],
  ])("%s", (text, expected) => {
    expect(marked(text)).toBe(expected);
  });
});

test("beside quotation marks of the second rank", () => {
  const text = marked("„**лапки**“ и **„лапки“**ами").replace(/[«»„“]/g, "");
  expect(text).toBe("‹b›лапки‹b› и ‹b›лапки‹b›ами");
});

describe("what is no emphasis stays", () => {
  test.each([
    "Цена 5*3*2 рубля, 2**3**4",
    "snake_case_name и __x",
    "«Meta»*, «Instagram»* и другие",
    "Meta* (запрещена) и Facebook* (запрещён)",
    "Meta*(запрещена) и Facebook*(запрещён)",
    "*, **",
    "х**ня и г**но, б***ь и п***ц",
    "**важно! **слово",
  ])("%s", (text) => {
    expect(marked(text)).toBe(text);
  });

  test("asterisks alone are a line", () => {
    expect(html("Раз\n\n* * *\n\nДва")).toBe("<p>Раз</p>\n<hr>\n<p>Два</p>");
  });
});
