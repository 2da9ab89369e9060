import { expect, test } from "vitest";
import { withoutFormulas } from "../../../src/content/import/formats/mathematics.ts";
import { withoutCodes } from "../../../src/content/import/formats/template-codes.ts";
import { temporaryFolder } from "../temporary.ts";
import { importWorkspace } from "./import-workspace.ts";

/** @returns the text of the article that a Markdown text becomes, its HTML, and what is told of it */
function imported(text: string) {
  const { run, read, archive } = importWorkspace();
  const report = run(temporaryFolder({ "a.md": `---\ntitle: Да\n---\n\n${text}\n` }));
  expect(report.problems).toEqual([]);
  const [, markdown = ""] = /\n---\n\n([\s\S]*)$/.exec(read("content/a.md")) ?? [];
  const notes = report.notes.map(({ what, mentions }) => `${what}: ${mentions[0]?.detail ?? ""}`);
  return { markdown: markdown.trim(), html: archive().articles[0]?.html ?? "", notes };
}

test.each([
  ["a legend", "<fieldset><legend>Мост</legend>Открыт.</fieldset>", "Мост\n\nОткрыт."],
  [
    "lines of a cell",
    "| а | я |\n|---|---|\n| 1<br>2 | |\n\n<table><tr><td><p>б</p><p>в</p></td></tr><tr><td>г</td><td>д</td></tr></table>",
    "| а | я |\n| --- | --- |\n| 1<br>2 |  |\n\n|  |  |\n| --- | --- |\n| б<br>в |  |\n| г | д |",
  ],
  [
    "a line above notes",
    "Да[^1].\n\n---\n\nНет.\n\n---\n\n[^1]: Раз.\n\n    Два.",
    "Да[^1].\n\n---\n\nНет.\n\n[^1]: Раз.\n\n    Два.",
  ],
  [
    "links of headings to themselves",
    '<h2 id="a"><a href="#a">Река</a> <a class="headerlink" href="#a">¶</a></h2>\n\n[да](#a)',
    "## Река {#a}\n\n[да](#a)",
  ],
  [
    "whose words they are",
    "<blockquote><p>Да.</p><cite>И. Орлов</cite></blockquote>\n\n<blockquote>Нет.<footer>— Мэр</footer></blockquote>",
    "> Да.\n>\n> — И. Орлов\n\n> Нет.\n>\n> — Мэр",
  ],
  [
    "Markdown inside of HTML",
    '<div class="a" markdown="1">\n**Да** и *нет*\n</div>',
    "**Да** и *нет*",
  ],
  ["bold words up to the next one", "**Важно:**потом", "**Важно**:потом"],
  [
    "what is bold or italic by its style",
    '<p><span style="font-weight: bold">Да</span>, <span style="font-style:italic">нет</span>, <b style="font-weight:normal">и</b></p>',
    "**Да**, *нет*, и",
  ],
  [
    "cells beyond the head",
    "| а |\n|---|\n| б | **в** |",
    "| а |  |\n| --- | --- |\n| б | **в** |",
  ],
  ["a heading that repeats the title", "# «Да»\n\nНет.", "Нет."],
  ["tasks", "- [x] Мост\n- [ ] Порт\n- Иное", "- [x] Мост\n- [ ] Порт\n- Иное"],
  ["classes of a heading", "## Река {.big #reka}\n\nДа.", "## Река\n\nДа."],
  ["names of headings of kramdown", "## Река\n{: #reka .big}\n\nДа.", "## Река\n\nДа."],
  [
    "definitions",
    "Шлюз\n: Камера с воротами.\n: Затвор.",
    "**Шлюз**\n\nКамера с воротами.\n\nЗатвор.",
  ],
  [
    "what is folded",
    "<details>\n<summary>Как <b>ехать</b></summary>\n\nПо мосту.\n\n- Раз\n\n</details>\n\nДа.",
    "::: подробнее Как ехать\nПо мосту.\n\n- Раз\n:::\n\nДа.",
  ],
  [
    "code stays as it is",
    "`{{ x }}` и\n\n```go\n{{< toc >}} $$a^2$$\n```",
    "`{{ x }}` и\n\n```go\n{{< toc >}} $$a^2$$\n```",
  ],
  ["codes that are shown", "`{{</* toc */>}}` и {% raw %}да{% endraw %}", "`{{< toc >}}` и да"],
  [
    "variables are no formulas",
    "Файл $user_id и $root_dir.\n\n    a $x^ b $y^2$",
    "Файл $user\\_id и $root\\_dir.\n\n```\na $x^ b $y^2$\n```",
  ],
  ["prices are no formulas", "От $5 до $10 и $x$.", "От $5 до $10 и $x$."],
  [
    "youtube",
    '{{< youtube id="abc-1" autoplay="true" >}}',
    "<https://www.youtube.com/watch?v=abc-1>",
  ],
  ["youtube of Jekyll", "{% youtube abc-1 %}", "<https://www.youtube.com/watch?v=abc-1>"],
  ["gist", "{{< gist ivan 12ab >}}", "<https://gist.github.com/ivan/12ab>"],
  [
    "highlight",
    '{{< highlight go "linenos=table" >}}\na := 1\n{{< /highlight >}}',
    "```go\na := 1\n```",
  ],
  ["a code of Hexo", "{% codeblock lang:js %}\na = 1;\n{% endcodeblock %}", "```js\na = 1;\n```"],
  [
    "a quotation of Hexo",
    "{% blockquote Иван %}\nСлова.\n{% endblockquote %}",
    "> Слова.\n>\n> — Иван",
  ],
  [
    "details of Hugo",
    '{{< details summary="Как ехать" >}}\nПо **мосту**.\n{{< /details >}}',
    "::: подробнее Как ехать\nПо **мосту**.\n:::",
  ],
])("nothing is lost, and nothing is told: %s", (_, text, markdown) => {
  const result = imported(text);
  expect(result.markdown).toBe(markdown);
  expect(result.notes).toEqual([]);
});

test.each([
  ["{{< toc >}}\n\nДа.", "Да.", "содержание убрано: сайт делает его сам: {{< toc >}}"],
  ["* TOC\n{:toc}\n\nДа.", "Да.", "содержание убрано: сайт делает его сам: * TOC\n{:toc}"],
  ["[TOC]\n\nДа.", "Да.", "содержание убрано: сайт делает его сам: [TOC]"],
  [
    '{{% notice info "Важно" %}}\nПаром **стоит**.\n{{% /notice %}}',
    "**Важно**\n\nПаром **стоит**.",
    'выноска темы стала обычным текстом: {{% notice info "Важно" %}}\nПаром **стоит**.\n{{% /notice %}}',
  ],
  [
    "> [!WARNING]- Важно\n> Паром стоит.",
    "> **Важно**\n>\n> Паром стоит.",
    "выноска темы стала обычным текстом: > [!WARNING]- Важно",
  ],
  ["> [!NOTE]\n> Паром стоит.", "> Паром стоит.", "выноска темы стала обычным текстом: > [!NOTE]"],
  [
    ":::tip Важно\nПаром **стоит**.\n:::",
    "**Важно**\n\nПаром **стоит**.",
    "выноска темы стала обычным текстом: :::tip Важно\nПаром **стоит**.\n:::",
  ],
  [
    "Раз.{{% comment %}}Проверить!{{% /comment %}}",
    "Раз.",
    "примечание для редакции ({% comment %}) не перенесено: {{% comment %}}Проверить!{{% /comment %}}",
  ],
  [
    "Раз.%% Проверить! %%",
    "Раз.",
    "примечание для редакции ({% comment %}) не перенесено: %% Проверить! %%",
  ],
  [
    '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="vesti/7"></script>',
    "<https://t.me/vesti/7>",
    "проигрыватель заменён ссылкой: https://t.me/vesti/7",
  ],
  [
    "Раз.{% comment %}Проверить!{% endcomment %}",
    "Раз.",
    "примечание для редакции ({% comment %}) не перенесено: {% comment %}Проверить!{% endcomment %}",
  ],
  [
    "Закон $E_k = mc^2$ верен.",
    "Закон `E_k = mc^2` верен.",
    "формула осталась записью LaTeX: E_k = mc^2",
  ],
  [
    "Да:\n\n$$\na_1 * b_2\n$$\n\nНет.",
    "Да:\n\n```latex\na_1 * b_2\n```\n\nНет.",
    "формула осталась записью LaTeX: a_1 * b_2",
  ],
  [
    "<aside>\n\nВрезка.\n\n</aside>\n\nДа.",
    "Врезка.\n\nДа.",
    "врезка (<aside>) стала обычным текстом: Врезка.",
  ],
  ["Где \\\\(x^2\\\\) и \\(y_1\\).", "Где `x^2` и `y_1`.", "формула осталась записью LaTeX: x^2"],
])("what is changed is told of: %j", (text, markdown, note) => {
  const result = imported(text);
  expect(result.markdown).toBe(markdown);
  expect(result.notes).toContain(note);
});

test("emphasis inside of emphasis that ends within a word leaves no marks to readers", () => {
  const { html } = imported("<strong><em>оба</em></strong><strong>слитно</strong> и дальше.");
  expect(html).toContain("<strong>обаслитно</strong> и");
});

test.each([
  ["![[мой вид.png|300]] и ![[net]]", "\\[Картинка\\] и \\[\\[net\\]\\]"],
  ["![Река](a.png)\n*Вид*", "\\[Река. Вид\\]"],
  ['![Река](a.png "Да")\n*Вид*', "\\[Река. Да\\] *Вид*"],
  ["![Река](a.png) *вид* сверху", "\\[Река\\] *вид* сверху"],
])("pictures of Obsidian, and captions in italics: %j", (text, markdown) => {
  expect(imported(text).markdown).toBe(markdown);
});

test("a figure of Hugo keeps its title, caption and author", () => {
  const { markdown } = imported(
    '{{< figure src="/m.jpg" title="Мост" caption="Вид **с реки**." attr="И. Орлов" >}}',
  );
  for (const words of ["Мост", "Вид с реки", "И. Орлов"]) expect(markdown).toContain(words);
});

test.each([
  "{{< figure ",
  "{{< notice >}}",
  "{{< notice",
  "{% comment %}",
  "{% highlight a %}",
  "{% blockquote %}",
  "` `` ",
  "```\n",
  "$a^",
  "$$a^ ",
  "\\(a_ ",
  "    ",
])("a text of nothing but openings is read in a moment: %j", (opening) => {
  const start = performance.now();
  withoutFormulas(withoutCodes(`{{< figure ${opening.repeat(50_000)}`));
  expect(performance.now() - start).toBeLessThan(8_000);
});

test("what is shown where no scripts run is kept: a chart once, and no counter", () => {
  const { markdown, notes } = imported(
    `<div id="chart"><noscript>

![График](chart.png)

</noscript></div>

<p>Раз <img data-src="/a.png" src="data:image/gif;base64,R0" alt="Река"><noscript><img src="/a.png" alt="Река"></noscript></p>

<noscript><iframe src="https://counter.example/ns.html"></iframe></noscript>`,
  );
  expect(markdown.match(/График/g)).toHaveLength(1);
  expect(markdown.match(/Река/g)).toHaveLength(1);
  expect(markdown).not.toContain("counter.example");
  expect(notes).toContain("удалено то, чего в статье быть не может: ");
});
