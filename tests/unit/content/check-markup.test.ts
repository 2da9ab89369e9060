import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTextSource } from "../../../src/content/check/text-source.ts";
import { checkArchive } from "../../../src/content/checking.ts";
import { temporaryFolder } from "../temporary.ts";

/** «line:column what is quoted» of what the check tells of a text. */
function remarks(text: string): string[] {
  return readTextSource(text).remarks.map(({ line, column, message }) => {
    return `${line}:${column} ${/^«(.*)» читатель увидит/.exec(message)?.[1] ?? message}`;
  });
}

describe("marks that readers see are told with their place", () => {
  test.each([
    ["#Заголовок без пробела", ["1:1 #Заголовок"]],
    ["Текст\n##2026 год", ["2:1 ##2026"]],
    ["а $x^2$ и $$a + b$$", ["1:3 $x^2$", "1:11 $$a + b$$"]],
    ["* TOC\n{:toc}", ["1:3 TOC {:toc}"]],
    ["[TOC]\n\n[[_TOC_]]", ["1:1 [TOC]", "3:1 [[TOC]]"]],
    ["Абзац\n{: .important}", ["2:1 {: .important}"]],
    ["Абзац {#id} и {lang=en}", ["1:7 {#id}", "1:15 {lang=en}"]],
    ["Термин\n: Определение", ["2:1 : Определение"]],
    ["H~2~O и x^2^", ["1:2 ~2~", "1:10 ^2^"]],
    ["==да== и ++да++", ["1:1 ==да==", "1:10 ++да++"]],
    ["см. [[Минск]] и ![[фото.png]]", ["1:5 [[Минск]]", "1:17 ![[фото.png]]"]],
    ["{{< youtube x >}} {% include y %}", ["1:1 {{< youtube x >}}", "1:19 {% include y %}"]],
    [
      '[gallery ids="1,2"] [url=x]да[/url]',
      ['1:1 [gallery ids="1,2"]', "1:21 [url=x]", "1:30 [/url]"],
    ],
    ["да <!-- нет\nне да -->", ["1:4 <!-- нет не да -->"]],
    ['а <div class="x">б</div>', ['1:3 <div class="x">', "1:19 </div>"]],
    ["<b>а и б</i>", ["1:1 <b>", "1:9 </i>"]],
    ["<www.example.org>", ["1:1 <www.example.org>"]],
    ["&nbps; и &nbsp и", ["1:1 &nbps;", "1:10 &nbsp"]],
    ["[а][нет] и [б][]", ["1:1 [а][нет]", "1:12 [б][]"]],
    ["[а](см. там) и ![б](нет слов)", ["1:1 [а](см. там)", "1:17 [б](нет слов)"]],
    ["[а] (https://a.example)", ["1:3 ] (…"]],
    ["(а)[https://a.example]", ["1:3 )[…"]],
    ["![а] (б.jpg)", ["1:4 ] (б.jpg)"]],
    ["а[^б в]\n\n[^б в]: да нет", ["1:2 [^б в]", "3:1 [^б в]"]],
    ["**жирное: **слово", ["1:1 **жирное: **"]],
    ["** слово** и слово**нежирное", ["1:1 ** слово**", "1:19 **"]],
    ["**Раз.\n\nДва**", ["1:1 **Раз."]],
    ["_под_черк и __да", ["1:1 _под_", "1:13 __"]],
    ["~~нет", ["1:1 ~~"]],
    ["слово `код", ["1:7 `"]],
    ["| а | б |\n|---|\n| в | г |", ["1:1 | а | б | |---|"]],
    ["Слова:\n| а | б |\n| в | г |", ["2:1 | а | б | | в | г |"]],
    [":smile: и конец \\", ["1:1 :smile:", "1:17 \\"]],
    [":: важно", ["1:1 :: важно"]],
    ["> [!NOTE]\n> Слова", ["1:3 [!NOTE]"]],
    ["а^[сноска]", ["1:2 ^[сноска]"]],
    ["- пункт **да\n\n> цитата ~~нет", ["1:9 **да", "3:10 ~~"]],
    ["| **а |\n|---|\n| ~~б |", ["1:3 **а", "3:3 ~~"]],
  ])("%j", (text, expected) => {
    expect(remarks(text)).toEqual(expected);
  });

  test("with what to do about it", () => {
    const mends = (text: string) => readTextSource(text).remarks.map(({ mend }) => mend);
    expect(mends("<a href=x>")[0]).toContain("[слова](адрес)");
    expect(mends("<h2>")[0]).toContain("## ");
    expect(mends("<sup>а")[0]).toContain("нужны оба тега");
  });
});

describe("what Markdown takes for something else is told", () => {
  test.each([
    ["Слова\n---", "1:1 Текст над строкой «---» стал подзаголовком."],
    ["Слова\nслова\n===", "1:1 Текст над строкой «===» стал подзаголовком."],
    ["1986. Год аварии", "1:1 «1986.» в начале абзаца стало номером пункта."],
    ["+ 7 градусов", "1:1 «+» в начале строки стал знаком пункта, и читатель его не увидит."],
    [">5 человек", "1:1 «>» перед числом сделал абзац цитатой, и читатель его не увидит."],
    ["а\n\n    Абзац с отступом", "3:1 Абзац с отступом в четыре пробела стал кодом."],
    ["а\n\n##", "3:1 Подзаголовок без слов."],
    ["а [](/x/)", "1:3 Ссылка без слов: её не видно."],
    ["а [б]()", "1:5 Ссылка без адреса никуда не ведёт."],
    [
      "![а [б](/в/)](x.png)",
      "1:1 Ссылка в описании картинки не сработает, её адреса читатель не увидит.",
    ],
    ["об`явление и с`езд", "1:3 Обратная кавычка внутри слова сделала текст кодом."],
    ...["• а\n• б", "Да:\n• а\n• б", "> • а\n> • б"].map((text) => [text, items("•")]),
    ["— Да.\n— Нет.", items("—")],
    ["-- Да.\n-- Нет.", items("--")],
    ["-а\n-б", items("-")],
    ["Да:\n2. а\n3. б", items("2.")],
    ["а) да\nб) нет", items("а)")],
    ["✅ да\n✅ нет", items("✅")],
    ["(1) да\n(2) нет", items("(1)")],
    ["II. Да\nIII. Нет", items("II.")],
    ["- а\n**Итог**", "1:1 Строка сразу под пунктом стала его частью: «**Итог**»."],
  ])("%j", (text, expected) => {
    expect(remarks(String(text))).toEqual([expected]);
  });

  function items(start: string): string {
    return `1:1 Строки, которые начинаются с «${start}», читатель увидит одним абзацем.`;
  }
});

describe("what is meant as it is shown is not told", () => {
  test.each([
    "Цена $5 и $10, от 5$ до 10$, US$ и A$, $HOME и $PATH",
    "snake_case, 5*3*2, 2_3_4, C++ и C++, ~5 км и ~7 км, 2^10",
    "в 10:30:45, № 1, #1 в списке, метки #минск и #новости, C#",
    "«Meta»*, Facebook* и **Instagram**; б***ь и х**ня",
    "[**а**](/б/) и [*в* г](/д/), [1] (см. стр.5) и [2] (2019)",
    "- а\n  Б\n- в\nг\n\n> Да\nНет\n\n::: важно\nДа\nНет\n:::",
    "• а  \n• б\n\n• в<br>\n• г\n\n• д\n\nДа\n— нет, а\n— да\n\nв мае\n1986. Год",
    "[1], [ссылка] и [x], (а)[б], {а}, 3 < 5 > 2, AT&T, R&D;",
    "\\*\\*а \\[б](в) \\<b> \\#тег \\`код \\~~ \\{#a}",
    "`**а <b> [б](в г) {#x}` и <https://a.example/_b_/**c**>",
    "```\n**а <b> {#x}\n```",
    "    code **a",
    'Мост — 420 м. [Подробнее](/articles/most/ "Статья")\nи **дальше**.',
    "- [ ] Раз\n- [x] Два\n\n1. Раз\n2. Два\n\n## Слова {#slova}",
    "<b>а</b><br>H<sub>2</sub>O &laquo;да&raquo; &mdash; &copy;",
    "_____ (подпись) ... --- * * *",
    "> Слова\n> — Автор\n\n> 5 человек",
    "https://a.example/b_c_d/*e*?f=**g**&h=~i~ и a_b_c@d.example",
  ])("%j", (text) => {
    expect(remarks(text)).toEqual([]);
  });
});

describe("the check of an archive", () => {
  const report = (files: Readonly<Record<string, string>>) => {
    const folder = temporaryFolder({
      "_data/site.yaml": "name: А\n",
      "content/b.md": "",
      ...files,
    });
    const folders = { content: join(folder, "content"), data: join(folder, "_data") };
    return checkArchive({
      folders,
      now: 0,
      files: Object.keys(files).map((name) => join(folder, name)),
    }).findings.map(({ severity, rule, line, column }) => `${severity} ${rule} ${line}:${column}`);
  };

  test("tells of texts by the lines of their files, of the page about the site too", () => {
    expect(report({ "content/a.md": "---\ntitle: А\n---\n\n#Слово\n" })).toEqual([
      "warning markup 5:1",
    ]);
    expect(report({ "_data/about.md": "О нас\n\n<div>\n" })).toEqual(["warning markup 3:1"]);
  });

  test("tells of marks in fields that are plain text", () => {
    const fields = [
      "title: Мост <b>открыт</b>",
      "summary: Это **важно** и [да](нет)",
      "topics: [a__b__]",
      "corrections: [{date: 2026-11-24, text: Было &nbsp; так}]",
    ];
    const found = report({ "content/a.md": `---\n${fields.join("\n")}\n---\n` });
    expect(found).toEqual([
      "warning markup 2:8",
      "warning markup 2:8",
      "warning markup 3:10",
      "warning markup 3:10",
      "warning markup 5:40",
    ]);
    const list = "- Мост **открыт**\n- {text: Порт, source: '**а'}\n- {text: '<i>да</i>'}\n";
    expect(report({ "_data/headlines.yaml": list })).toEqual([
      "warning markup 1:3",
      "warning markup 3:10",
      "warning markup 3:10",
    ]);
  });

  test("tells of signs that other programs have left", () => {
    expect(report({ "content/a.md": "---\ntitle: А\n---\n\nМо\u200bст и мо\ufffdт\n" })).toEqual([
      "warning signs 5:3",
      "warning signs 5:11",
    ]);
  });

  test("tells of letters of another alphabet, and what to write", () => {
    const files = {
      "content/a.md": "---\ntitle: Mocква\n---\n\nПрививки от СОVID и IT-новости XXв\n",
      "_data/headlines.yaml": "- Мост\n- Шумахеp победил\n",
    };
    expect(report(files)).toEqual([
      "warning letters 2:3",
      "warning letters 2:8",
      "warning letters 5:13",
    ]);
  });
});
