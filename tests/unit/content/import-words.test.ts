import { expect, test } from "vitest";
import { parseHtml } from "../../../src/content/import/html/dom.ts";
import { htmlToMarkdown } from "../../../src/content/import/html/to-markdown.ts";
import { renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { fc } from "../language/property.ts";

/** Words and signs that mean something to Markdown, to its typography, or to articles. */
const word = fc.constantFrom(
  ..."Минск слово «да» нет. - 1. * _ a_b # x*y &amp; [a] (b) | ~~ ` ! \\ + 100% … 1) = --- ^ $ :".split(
    " ",
  ),
  ..."&lt;b&gt; https://q.ru/a_b {lang=en} [^1]".split(" "),
  "::: важно",
  "*[а]: б",
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "", ", ")), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join(""));

const inline = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof({ depthSize: "small" }, text, tie("element")),
  element: fc
    .tuple(
      fc.constantFrom("b", "i", "em", "strong", "del", "s", "code", "a href='/x'", "span", "u"),
      fc.array(tie("node"), { maxLength: 3 }),
    )
    .map(([tag, children]) => `<${tag}>${children.join("")}</${tag.split(" ")[0]}>`),
})).node;

const run = fc
  .array(fc.oneof(inline, fc.constant("<br>"), fc.constant(" ")), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""));
const runs = fc.array(run, { minLength: 1, maxLength: 3 });
const within = (open: string, close: string) => (html: string) => `${open}${html}${close}`;
const block = fc.oneof(
  run.map(within("<p>", "</p>")),
  run.map(within("<div>", "</div>")),
  run.map(within("<h2>", "</h2>")),
  run.map(within("<blockquote><p>", "</p></blockquote>")),
  runs.map((items) => `<ul>${items.map(within("<li>", "</li>")).join("")}</ul>`),
  runs.map((items) => `<ol>${items.map(within("<li><p>", "</p></li>")).join("")}</ol>`),
  runs.map((cells) => `<table><tr>${cells.map(within("<td>", "</td>")).join("")}</tr></table>`),
);
const page = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join(""));

/** What a reader reads, whatever quotation marks, dashes and spaces typography sets. */
function wordsOf(html: string): string {
  const { textContent } = parseHtml(`<body>${html}`).body;
  return textContent.replaceAll("...", "…").replace(/[\s\u00a0\u2060«»„‚‘“”"'’—–-]+/g, "");
}

test("whatever HTML holds, its words and signs come out of the article as they went in", () => {
  fc.assert(
    fc.property(page, (html) => {
      const markdown = htmlToMarkdown(html, false, {
        note: () => {},
        image: () => undefined,
        link: String,
        address: String,
      });
      const problems: unknown[] = [];
      const rendered = renderMarkdown(markdown, {
        link: String,
        image: () => undefined,
        media: () => undefined,
        language: String,
        problem: (problem) => problems.push(problem),
      });
      expect(wordsOf(rendered.html)).toBe(wordsOf(html));
      expect(problems).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});
