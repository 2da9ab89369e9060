import { describe, expect, test } from "vitest";
import { readTextSource } from "../../../src/content/check/text-source.ts";
import { renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import type { TextProblem } from "../../../src/content/markdown/markdown-problems.ts";
import { lostWords, shownMark } from "../../fuzz/lost-words.ts";
import { wordyText } from "../../fuzz/words.ts";
import { cases, fc } from "../language/property.ts";
import { asWritten } from "./markdown-rendered.ts";

/** `npm run fuzz` has many more. */
const CASES = cases(600);

/** What stops a build, what is published otherwise, and what the check tells. */
function published(text: string) {
  const problems: TextProblem[] = [];
  const problem = (one: TextProblem) => problems.push(one);
  const { html } = renderMarkdown(text, { ...asWritten, problem });
  return { html, problems, remarks: readTextSource(text).remarks };
}

describe("of a text of any marks", () => {
  test("every word is on its page, or a finding is about its line; no mark is shown without one", () => {
    let count = 0;
    fc.assert(
      fc.property(wordyText, (text) => {
        const { html, problems, remarks } = published(text);
        for (const told of [...problems, ...remarks]) checkPlace(told, text);
        // Nothing of it is published.
        if (problems.length > 0) return;
        count++;
        expect(lostWords(text, html, remarks)).toEqual([]);
        const mark = shownMark(html);
        expect(mark === undefined || remarks.length > 0, mark).toBe(true);
      }),
      { numRuns: CASES },
    );
    expect(count).toBeGreaterThan(CASES / 2);
  });

  function checkPlace({ line, column }: TextProblem, text: string): void {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(text.split("\n").length);
    expect(column).toBeGreaterThanOrEqual(1);
  }
});

describe("the property sees", () => {
  const [word, other] = ["словоабвщ", "слововбащ"];

  test("a word that is nowhere", () => {
    expect(lostWords(`${word}\n${other}`, `<p>${word}</p>`, [])).toEqual([other]);
    expect(lostWords(word, `<p><a href="/${encodeURI(word)}/">а</a></p>`, [])).toEqual([]);
    expect(lostWords(word, `<p>сло<b>во</b>абвщ</p>`, [])).toEqual([]);
  });

  test("that a finding is about it", () => {
    expect(lostWords(`а\n${word}`, "", [{ line: 2, message: "" }])).toEqual([]);
    expect(lostWords(`а\n${word}`, "", [{ line: 1, message: "" }])).toEqual([word]);
    expect(lostWords(word, "", [{ line: 9, message: `«${word}»` }])).toEqual([]);
  });

  test("marks outside of code", () => {
    expect(shownMark("<p>**да</p>")).toBe("**д");
    expect(shownMark("<p>&lt;b&gt;</p>")).toBe("<b");
    expect(shownMark("<p><code>**да</code></p>")).toBeUndefined();
  });
});
