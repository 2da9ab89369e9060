import { describe, expect, test } from "vitest";
import { html, render } from "./markdown-rendered.ts";

describe("tags that editors type", () => {
  test.each([
    ["<b>да</b>, <strong>да</strong>", "<strong>да</strong>, <strong>да</strong>"],
    ["<i>да</i>, <em>да</em>", "<em>да</em>, <em>да</em>"],
    ["H<sub>2</sub>O, м<sup>2</sup>", "H<sub>2</sub>O, м<sup>2</sup>"],
    ["<u>а</u><s>б</s><del>в</del><mark>г</mark>", "<u>а</u><s>б</s><del>в</del><mark>г</mark>"],
    ["<kbd>Ctrl</kbd> <small>м</small>", "<kbd>Ctrl</kbd> <small>м</small>"],
    ["<B>да</B >", "<strong>да</strong>"],
    ["<b>**а** <i>б</i></b>", "<strong><strong>а</strong> <em>б</em></strong>"],
    ["**а <b>б</b>**", "<strong>а <strong>б</strong></strong>"],
    ["<b>а `</b>` б</b>", "<strong>а <code>&lt;/b&gt;</code> б</strong>"],
    ["[<b>а</b>](/x/)", '<a href="/x/"><strong>а</strong></a>'],
    ["<sup>[^1]</sup>", expect.stringContaining("<sup><sup")],
    ["строка<br>строка<br/> да<BR />", "строка<br>\nстрока<br>\nда<br>\n"],
  ])("%s", (text, expected) => {
    const [shown = ""] = html(`${text}\n\n[^1]: а[^1]`).split("</p>");
    expect(shown.slice(3).replaceAll("·", " ")).toEqual(expected);
  });

  test("a break stands in cells too, and lines of the source are counted without it", () => {
    expect(html("| а<br>б |\n| --- |")).toContain('<th scope="col">а<br>\nб</th>');
    const { problems } = render("а<br>б<br>в\nг [^нет]");
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[7, 3]]);
    expect(html("> Слова<br>— Автор")).toContain("<figcaption>—·Автор</figcaption>");
  });

  test.each([
    '<b class="x">а</b>',
    "<b onclick=alert(1)>а</b>",
    "<b/>а",
    "<b>а",
    "а</b>",
    "<b>а <i>б</b> в",
    "[а <b>б](/x/) в</b>",
    "<a href=x>а</a>",
    "<br class=x>",
    "<p>а</p>",
    "<script>а</script>",
    "< b>а</b>",
    "\\<b>а</b>",
    "&lt;b>а&lt;/b>",
    "`<b>а</b>`",
  ])("%s is text", (text) => {
    expect(html(text)).not.toMatch(/<(?:\/?strong|em|br|script|p[^>])/);
    expect(html(text).replaceAll(/<\/?(?:p|a|code)[^>]*>/g, "")).toContain("&lt;");
  });

  test("as many of them as one likes take no time and no stack", () => {
    const deep = `${"<b>".repeat(5000)}а${"</b>".repeat(5000)}`;
    expect(render(deep).html.match(/<strong>/g)?.length).toBeLessThan(101);
    expect(render(`${"<b>".repeat(9000)}</i>`).html).not.toContain("<strong>");
  });
});
