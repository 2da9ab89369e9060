import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { writeArchive } from "../../../scripts/archive/index.ts";
import { Phrases } from "../../../scripts/archive/phrases.ts";
import { randomNumbers } from "../../../scripts/random.ts";
import { temporaryFolder } from "../temporary.ts";

const OPTIONS = { articles: 120, headlines: 60, seed: 7 };

const first = await written(OPTIONS);
const articles = [...first].filter(([file]) => file.endsWith(".md"));
const matters = articles.map(([, text]) => frontMatter(text.toString()));

async function written(options: typeof OPTIONS): Promise<Map<string, Buffer>> {
  const folder = temporaryFolder();
  await writeArchive(folder, options);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length), readFileSync(path)]));
}

interface Matter {
  readonly title: string;
  readonly date?: string;
  readonly image?: { readonly file: string };
  readonly corrections?: readonly { readonly date: string }[];
}

function frontMatter(text: string): Matter {
  return parse(text.split("---\n")[1] ?? "") as Matter;
}

function digest(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of files) hash.update(path).update(bytes);
  return hash.digest("hex");
}

test("the same seed writes the same bytes, another one others", async () => {
  expect(digest(await written(OPTIONS))).toBe(digest(first));
  expect(digest(await written({ ...OPTIONS, seed: 8 }))).not.toBe(digest(first));
});

test("there are as many articles and headlines as were asked for", () => {
  expect(articles.length).toBe(OPTIONS.articles);
  const headlines = parse(String(first.get("/data/headlines.yaml"))) as { text: string }[];
  expect(headlines.length).toBe(OPTIONS.headlines);
  expect(new Set(headlines.map(({ text }) => text)).size).toBe(OPTIONS.headlines);
});

test("titles are of a length that an editor would choose", () => {
  for (const { title } of matters) {
    expect(title.length, title).toBeGreaterThanOrEqual(20);
    expect(title.length, title).toBeLessThanOrEqual(130);
  }
});

test("nothing of a template is left in the text", () => {
  for (const [file, text] of articles) {
    expect(text.toString().replaceAll("{lang=en}", ""), file).not.toMatch(/[{}]|undefined/);
  }
});

test("pictures lie beside their articles", () => {
  const shown = articles.flatMap(([file], index) => {
    const name = matters[index]?.image?.file;
    return name === undefined ? [] : [join(file, "..", name)];
  });
  expect(shown.length).toBeGreaterThan(3);
  for (const path of shown) expect(first.has(path), path).toBe(true);
});

test("no date is later than the last day", () => {
  const dates = matters.flatMap(({ date, corrections = [] }) => [
    ...(date === undefined ? [] : [date]),
    ...corrections.map((one) => one.date),
  ]);
  for (const date of dates) expect(date.slice(0, 10) <= "2026-11-24", date).toBe(true);
});

test("a phrase takes choices, numbers with their words, and names", () => {
  const phrases = new Phrases(randomNumbers(1));
  const names = { "town.in": "в Заречном" };
  expect(phrases.phrase("{town.in} прошло {5-5 день|дня|дней}", names)).toBe(
    "В Заречном прошло 5 дней",
  );
  expect(["Сад", "Лес"]).toContain(phrases.phrase("[сад|лес]"));
  expect(() => phrases.phrase("{river}")).toThrow("{river}");
});
