import { describe, expect, test } from "vitest";
import { breakWords, joinWords } from "../../../src/language/index.ts";

describe("words that Pagefind would take for one", () => {
  test.each([
    ["1631—1644", "1631—| 1644"],
    ["1941-1945, B2-975", "1941-| 1945, B2-| 975"],
    ["3,5% и 10:45", "3,| 5% и 10:| 45"],
    ["«Google/Яндекс»:портал", "«Google/| Яндекс»:| портал"],
    ["O’Reilly, д'Артаньян", "O’| Reilly, д'| Артаньян"],
    ["победитель(ница)", "победитель(| ница)"],
    ["A&amp;B, &quot;да&quot;нет", "A&amp;| B, &quot;да&quot;| нет"],
    ["<b>а</b> <i>б/в</i>", "<b>а</b> <i>б/| в</i>"],
  ])("%s", (html, broken) => {
    expect(breakWords(html)).toBe(broken.replaceAll("|", "\u2060"));
    expect(joinWords(breakWords(html))).toBe(html);
  });

  test.each([
    "северо-западный, 20-летний, COVID-19",
    "слово, слово — «слово» (слово).",
    "1&nbsp;000 и 1\u00a0000",
    "пере\u00adнос",
    '<a href="https://news.example/a,b?c=1—2" title="а/б">слово</a>',
  ])("%s stays as it is", (html) => {
    expect(breakWords(html)).toBe(html);
  });

  test("a sign of the author's that looks like ours is taken out", () => {
    expect(joinWords(breakWords("а\u2060 б"))).toBe("а б");
  });
});
