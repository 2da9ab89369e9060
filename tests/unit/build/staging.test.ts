import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFolder } from "../../../src/build/staging.ts";
import { temporaryFolder } from "../temporary.ts";

const OLD = { "site/build.json": "{}", "site/index.html": "старый", "site/gone.html": "был" };

async function fill(folder: string): Promise<string> {
  writeFileSync(join(folder, "index.html"), "новый");
  return "готово";
}

test("the new site takes the old one's place whole", async () => {
  const folder = temporaryFolder(OLD);
  expect(await replaceFolder(join(folder, "site"), "build.json", fill)).toBe("готово");
  expect(readdirSync(join(folder, "site"))).toEqual(["index.html"]);
  expect(readdirSync(folder)).toEqual(["site"]);
});

test("work that fails leaves the old site and nothing beside it", async () => {
  const folder = temporaryFolder(OLD);
  const work = async (staging: string) => {
    await fill(staging);
    throw new Error("на полпути");
  };
  await expect(replaceFolder(join(folder, "site"), "build.json", work)).rejects.toThrow(
    "на полпути",
  );
  expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("старый");
  expect(readdirSync(folder)).toEqual(["site"]);
});

test("while the work goes on, the old site stands", async () => {
  const folder = temporaryFolder(OLD);
  await replaceFolder(join(folder, "site"), "build.json", async (staging) => {
    expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("старый");
    return fill(staging);
  });
});

test("what a killed build left behind does not get into the next site", async () => {
  const folder = temporaryFolder({ ...OLD, "site.next/half.html": "половина" });
  await replaceFolder(join(folder, "site"), "build.json", fill);
  expect(readdirSync(join(folder, "site"))).toEqual(["index.html"]);
});

test("an empty folder may be filled", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "site"));
  await replaceFolder(join(folder, "site"), "build.json", fill);
  expect(existsSync(join(folder, "site/index.html"))).toBe(true);
});

test("a file is not a folder", async () => {
  const folder = temporaryFolder({ site: "файл" });
  await expect(replaceFolder(join(folder, "site"), "build.json", fill)).rejects.toThrow(
    "Это файл, а не папка.",
  );
});
