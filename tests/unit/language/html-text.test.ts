import { describe, expect, test } from "vitest";
import { escapeHtml, unescapeHtml } from "../../../src/language/index.ts";

describe("text in HTML", () => {
  test.each(['a < b && c > "d"', "&amp;", "ёж", ""])("%j comes back as it was", (text) => {
    expect(escapeHtml(text)).not.toMatch(/[<>"]/);
    expect(unescapeHtml(escapeHtml(text))).toBe(text);
  });

  test.each([
    ["&#39;&#x27;&apos;", "'''"],
    ["&nbsp;", "\u00a0"],
    ["&amp;lt;", "&lt;"],
    ["&constructor;", "&constructor;"],
    ["&#0;&#x110000;&unknown;&", "&#0;&#x110000;&unknown;&"],
  ])("%s says %j", (html, text) => {
    expect(unescapeHtml(html)).toBe(text);
  });
});
