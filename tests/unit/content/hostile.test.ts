import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkArchive } from "../../../src/content/checking.ts";
import {
  ContentError,
  formatProblem,
  openArchive,
  type Problem,
  readArchive,
} from "../../../src/content/index.ts";
import { PHOTO } from "../../fuzz/photo.ts";
import { temporaryFolder } from "../temporary.ts";

type Files = Readonly<Record<string, string | Buffer>>;

const foldersOf = (folder: string) => {
  return { content: join(folder, "content"), data: join(folder, "_data") };
};
const article = (text: string, fields = "title: А"): string => `---\n${fields}\n---\n\n${text}\n`;
const PNG = Buffer.from(PHOTO);

function problemsOf(files: Files): readonly Problem[] {
  try {
    const folders = foldersOf(temporaryFolder(files));
    const { problems } = openArchive(folders);
    readArchive(folders);
    return problems;
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

describe("signs that are no text", () => {
  test("are refused with their place in a file", () => {
    const [problem] = problemsOf({ "content/a.md": article("Первая.\nВто\0рая.") });
    expect(problem).toMatchObject({ line: 6, column: 4 });
    expect(problem?.message).toContain("U+0000");
  });

  test.each(['"А \\0"', '"А \\ud800"', '"А \\x1b[31m"'])("are refused in the field %s", (title) => {
    const [problem] = problemsOf({ "content/a.md": article("", `title: ${title}`) });
    expect(problem).toMatchObject({ line: 2, column: 8 });
    expect(problem?.message).toContain("служебный знак");
  });

  test("do not come out of entities and addresses", () => {
    const text = "&#0; &#1; &#xD800; https://%00/ a";
    const folder = temporaryFolder({ "content/a.md": article(text, `title: "Мост ${text}"`) });
    const [read] = readArchive(foldersOf(folder)).articles;
    expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\u0001|\\ud800/);
  });

  test.each(["\ufffe", "\ufdd0", "\u{1fffe}"])(
    "%j, which Unicode keeps for programs, is none",
    (sign) => {
      const [problem] = problemsOf({ "content/a.md": article(`Вто${sign}рая.`) });
      expect(problem).toMatchObject({ line: 5, column: 4 });
      const code = sign.codePointAt(0)?.toString(16).toUpperCase();
      expect(problem?.message).toContain(`U+${code}.`);
    },
  );

  test("ends of lines of old programs are spaces", () => {
    const text = "мост\vрека\fпарк\u0085сад";
    const folder = temporaryFolder({ "content/a.md": article(text) });
    expect(readArchive(foldersOf(folder)).articles[0]?.html).toBe("<p>мост река парк сад</p>\n");
  });

  test("a title that shows nothing is empty", () => {
    const [problem] = problemsOf({ "content/a.md": article("", 'title: "\\u200b\\u2060"') });
    expect(problem?.message).toBe("«title»: не видно ни одного знака.");
  });

  test("a message holds none that a terminal obeys", () => {
    const shown = formatProblem({ file: "a", message: "«\x1b[31m\n::error::»\u202e", mend: "б" });
    expect(shown).toBe("a: «<U+001B>[31m ::error::»<U+202E>\n    Как исправить: б");
  });
});

test("signs that turn text round are left out, and the check says where they were", () => {
  const files = { "content/a.md": article("Файл \u202egpj.exe", 'title: "А \\u202eб"') };
  const folders = foldersOf(temporaryFolder(files));
  expect(readArchive(folders).articles).toMatchObject([
    { title: "А\u00a0б", html: "<p>Файл gpj.exe</p>\n", lead: "Файл gpj.exe" },
  ]);
  const { findings } = checkArchive({ folders, now: 0 });
  expect(findings).toMatchObject([{ rule: "signs", severity: "warning", line: 5, column: 6 }]);
});

describe("pictures", () => {
  const refusal = (files: Files): string => problemsOf(files)[0]?.message ?? "";

  test("from outside of the articles' folder are none", () => {
    expect(refusal({ "content/a.md": article("![а](../b.png)"), "b.png": PNG })).toContain(
      "нет рядом",
    );
    const inside = { "content/x/a.md": article("![а](../y/b.png)"), "content/y/b.png": PNG };
    expect(refusal(inside)).toBe("");
  });

  test("are not reached by links", () => {
    const folder = temporaryFolder({ "content/a.md": article("![а](b.png)"), "b.png": PNG });
    symlinkSync(join(folder, "b.png"), join(folder, "content/b.png"));
    expect(() => readArchive(foldersOf(folder))).toThrow("нет рядом");
  });

  const drawing = (inner: string, before = ""): string =>
    `${before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`;

  test.each([
    drawing("<script>1</script>"),
    drawing('<a href="&#106;ava&#10;script:1"/>'),
    drawing('<rect onload = "1"/>'),
    drawing("<foreignObject/>"),
    drawing('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'),
    drawing("", '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "1">]>'),
    drawing("", '<?xml version="1.0" encoding="iso-2022-jp"?>'),
  ])("that are more than a drawing are refused: %s", (svg) => {
    const files = { "content/a.md": article("![а](b.svg)"), "content/b.svg": svg };
    expect(refusal(files)).toMatch(/рисун/i);
  });

  test("that are a drawing are shown", () => {
    const svg = drawing('<path d="M0 0"/><text>on = 1</text>', '<?xml version="1.0"?>');
    expect(refusal({ "content/a.md": article("![а](b.svg)"), "content/b.svg": svg })).toBe("");
  });
});

test.each(["/\\evil.example", "/\t/evil.example", "//evil.example"])(
  "a path that leads to another site is no address: %j",
  (link) => {
    const list = `- ${JSON.stringify({ text: "А", link })}\n`;
    const files = { "content/a.md": article(""), "_data/headlines.yaml": list };
    expect(problemsOf(files).map(({ message }) => message)).toContain(
      "«запись 1», «link»: это не адрес.".replace("«запись 1»", "запись 1"),
    );
  },
);

describe("what is too deep or too long is told of, with its place", () => {
  test.each([
    ["- ".repeat(60), "слишком глубоко"],
    ["[".repeat(200), "слишком глубоко"],
    [`${" ".repeat(250)}a: b`, "слишком глубоко"],
    ["{[a]: b}", "NON_STRING_KEY"],
  ])("YAML %#", (yaml, message) => {
    const files = { "content/a.md": article(""), "_data/headlines.yaml": yaml };
    const [problem] = problemsOf(files);
    expect(problem?.message).toContain(message);
    expect(problem?.line).toBe(1);
  });

  test.each([
    ["слово ".repeat(10_000), "Абзац длиннее 50 тысяч знаков."],
    ["> а\n\n".repeat(40_000), "В тексте десятки тысяч абзацев"],
    [Array.from({ length: 1001 }, (_, n) => `[^${n}]: а`).join("\n\n"), "Сносок 1001"],
  ])("Markdown %#", (text, message) => {
    const [problem] = problemsOf({ "content/a.md": article(text) });
    expect(problem?.message).toContain(message);
    expect(problem?.line).toBe(message.startsWith("Абзац") ? 5 : 4);
  });
});
