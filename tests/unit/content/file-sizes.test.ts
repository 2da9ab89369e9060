import { closeSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SourceTexts } from "../../../src/content/import/source-files.ts";
import { ContentError, readArchive } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const ARTICLE = "---\ntitle: Мост\ndate: 2026-11-20\n---\n\nТекст.\n";

/** What one string can hold, and what one buffer of `readFileSync` can, are passed on the way. */
const SIZES = [64_000_001, 2 ** 29, 700_000_000, 3_000_000_000];

/** An archive in which a file is so large; the disk holds nothing of it. */
function archiveWith(name: string, bytes: number, start = ""): string {
  const files = { "content/most.md": ARTICLE, "_data/site.yaml": "timeZone: UTC\n", [name]: start };
  const folder = temporaryFolder(files);
  const file = openSync(join(folder, name), "a");
  ftruncateSync(file, bytes);
  closeSync(file);
  return folder;
}

function refusalOf(folder: string): string {
  try {
    readArchive({ content: join(folder, "content"), data: join(folder, "_data") });
  } catch (error) {
    if (error instanceof ContentError) return error.message.replaceAll(folder, "…");
    throw error;
  }
  return "nothing is wrong";
}

describe.each(SIZES)("of %d bytes", (bytes) => {
  const size = Math.ceil(bytes / 1_000_000);

  test.each([
    "content/big.md",
    "_data/site.yaml",
    "_data/headlines.yaml",
    "_data/synonyms.yaml",
    "_data/topics.yaml",
    "_data/about.md",
  ])("%s is refused before it is read", (name) => {
    const told = refusalOf(archiveWith(name, bytes));
    expect(told).toContain(
      `…/${name}: Файл слишком велик: ${size} МБ, а читается не больше 64 МБ.`,
    );
    expect(told).toContain("Как исправить: проверьте, тот ли это файл");
  });

  test("so is a picture", () => {
    const folder = archiveWith("content/foto.jpg", bytes);
    const article = ARTICLE.replace("Текст.", "![Мост](foto.jpg)");
    writeFileSync(join(folder, "content/most.md"), article);
    const told = refusalOf(folder).toLowerCase();
    expect(told).toContain(
      `картинка «foto.jpg» слишком велика: ${size} мб, а читается не больше 64`,
    );
  });

  test("so is a source of an import", () => {
    const folder = archiveWith("feed.xml", bytes);
    const ref = { file: join(folder, "feed.xml"), path: "feed.xml" };
    expect(() => new SourceTexts({ maxSize: 64_000_000 }).read(ref)).toThrow(
      `Файл слишком велик: ${size} МБ, а читается не больше 64 МБ.`,
    );
  });
});
