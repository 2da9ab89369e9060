import { mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fingerprintOf, listStatic } from "../../../src/content/model/static-files.ts";
import { temporaryFolder } from "../temporary.ts";

function list(files: Readonly<Record<string, string>>, prepare = (_: string) => {}) {
  const folder = join(temporaryFolder(), "static");
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  prepare(folder);
  return { folder, ...listStatic(folder) };
}

test("files are listed by their places, hidden ones under .well-known alone", () => {
  const { files, hidden, problems, folder } = list({
    "docs/цены.pdf": "%PDF",
    ".well-known/security.txt": "Contact: a",
    ".htaccess": "deny",
    ".DS_Store": "",
    "docs/.well-known/x": "",
    "archive.tar.gz": "gz",
  });
  expect(problems).toEqual([]);
  const paths = [".well-known/security.txt", "archive.tar.gz", "docs/цены.pdf"];
  expect(files.map(({ path }) => path)).toEqual(paths);
  expect(hidden).toEqual([join(folder, ".htaccess"), join(folder, "docs/.well-known")]);
  expect(files[2]?.hash).toBe(fingerprintOf(join(folder, "docs/цены.pdf")));
});

test("a folder that is not there holds nothing", () => {
  expect(listStatic("/nowhere/static").files).toEqual([]);
  expect(listStatic(undefined).files).toEqual([]);
});

test("names are published in one form, as addresses are", () => {
  const name = "й.pdf";
  const { files } = list({ [name.normalize("NFD")]: "%PDF" });
  expect(files.map(({ path }) => path)).toEqual([name.normalize("NFC")]);
  const twins = list({ [name.normalize("NFD")]: "1", [name.normalize("NFC")]: "2" });
  expect(twins.problems[0]?.message).toMatch(/Имя то же, что у соседа/);
});

describe("is refused", () => {
  test.each([
    ["assets/site.css", "Имя «assets» в корне занято самим сайтом."],
    ["Search/x.js", "Имя «Search» в корне занято самим сайтом."],
    ["100%.pdf", "Такое имя не может быть адресом."],
    ["a?.pdf", "Такое имя не может быть адресом."],
    [" a.pdf", "Такое имя не может быть адресом."],
    ["index.html.gz", "Серверы отдали бы этот файл вместо «/index.html»"],
  ])("%s", (path, message) => {
    const { problems } = list({ [path]: "x" });
    expect(problems.map((one) => one.message).join()).toContain(message);
  });

  test("a link to a file, and to a folder, wherever it leads", () => {
    const { problems, files } = list({ "a.pdf": "x" }, (folder) => {
      symlinkSync("a.pdf", join(folder, "b.pdf"));
      symlinkSync("/etc", join(folder, "etc"));
    });
    expect(problems.map(({ message }) => message)).toEqual(
      Array(2).fill("Символическая ссылка: публикуются только сами файлы."),
    );
    expect(files).toHaveLength(1);
  });

  test("a file where the folder should be, and a link to a folder", () => {
    const folder = temporaryFolder({ static: "x" });
    expect(listStatic(join(folder, "static")).problems[0]?.message).toBe("Это не папка.");
    symlinkSync("/etc", join(folder, "link"));
    expect(listStatic(join(folder, "link")).problems).toHaveLength(1);
  });
});

test("a file with the size and times of the last look is not read again", () => {
  const { folder } = list({ "a.pdf": "x" });
  const file = join(folder, "a.pdf");
  const { size, mtimeMs, ctimeMs } = statSync(file);
  const known = new Map([
    [file, [size, mtimeMs, ctimeMs, "kept", null, null, [], [], []] as const],
  ]);
  expect(listStatic(folder, known).files[0]?.hash).toBe("kept");
});
