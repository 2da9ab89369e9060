import { expect } from "vitest";
import { type References, renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { problemReference } from "../../../src/content/markdown/markdown-problems.ts";
import { formatProblem, type Problem } from "../../../src/content/model/problem.ts";

/** Links, images and languages as they are typed; nothing is told of what is wrong. */
export const asWritten: References = {
  link: (href) => href,
  image: (src) => ({ src, width: 600, height: 400, variants: [] }),
  media: (src) => ({ kind: src.endsWith(".mp3") ? "audio" : "video", src, name: src }),
  language: (tag) => tag,
  problem: () => undefined,
};

/** @returns what a text yields, and what editors are told of it */
export function render(text: string) {
  const problems: Problem[] = [];
  // A text that starts on the sixth line of its file, behind its fields.
  const problem = problemReference("content/a.md", 6, problems);
  return { ...renderMarkdown(text, { ...asWritten, problem }), problems };
}

/** @returns the HTML of a text with which nothing is wrong; · is a space that does not break */
export function html(text: string): string {
  const rendered = render(text);
  expect(rendered.problems).toEqual([]);
  return rendered.html.trim().replaceAll("\u00a0", "·");
}

/** @returns what editors are told, each without the way to mend it */
export function told(text: string): string[] {
  return render(text).problems.map((problem) => formatProblem(problem).split("\n")[0] ?? "");
}
