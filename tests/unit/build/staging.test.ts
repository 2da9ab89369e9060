import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { exchange } from "../../../src/build/disk/exchange.ts";
import { type Mark, writeMark } from "../../../src/build/disk/ownership.ts";
import { replaceFolder, swap } from "../../../src/build/disk/staging.ts";
import { SITE_MARK } from "../../../src/build/site/site-manifest.ts";
import { temporaryFolder } from "../temporary.ts";

const OURS = '"наш"';
const MARK: Mark = { ...SITE_MARK, schema: z.literal("наш") };

const OLD = { "site/build.json": OURS, "site/index.html": "старый", "site/gone.html": "был" };

async function fill(folder: string): Promise<string> {
  writeFileSync(join(folder, "index.html"), "новый");
  writeMark(folder, MARK, OURS);
  return "готово";
}

test("the new site takes the old one's place whole", async () => {
  const folder = temporaryFolder(OLD);
  expect(await replaceFolder(join(folder, "site"), MARK, fill)).toBe("готово");
  expect(readdirSync(join(folder, "site"))).toEqual(["build.json", "index.html"]);
  expect(readdirSync(folder)).toEqual(["site"]);
});

test("work that fails leaves the old site and nothing beside it", async () => {
  const folder = temporaryFolder(OLD);
  const work = async (staging: string) => {
    await fill(staging);
    throw new Error("на полпути");
  };
  await expect(replaceFolder(join(folder, "site"), MARK, work)).rejects.toThrow("на полпути");
  expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("старый");
  expect(readdirSync(folder)).toEqual(["site"]);
});

test("while the work goes on, the old site stands", async () => {
  const folder = temporaryFolder(OLD);
  await replaceFolder(join(folder, "site"), MARK, async (staging) => {
    expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("старый");
    return fill(staging);
  });
});

test("what a killed build left behind does not get into the next site", async () => {
  const folder = temporaryFolder({
    ...OLD,
    "site.next/half.html": "половина",
    "site.next/build.json": OURS,
  });
  await replaceFolder(join(folder, "site"), MARK, fill);
  expect(readdirSync(join(folder, "site"))).toEqual(["build.json", "index.html"]);
});

test("an empty folder may be filled", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "site"));
  await replaceFolder(join(folder, "site"), MARK, fill);
  expect(existsSync(join(folder, "site/index.html"))).toBe(true);
});

test("a file is not a folder", async () => {
  const folder = temporaryFolder({ site: "файл" });
  await expect(replaceFolder(join(folder, "site"), MARK, fill)).rejects.toThrow(
    "Это файл, а не папка.",
  );
});

test("something stands at the output at every moment of a swap", async () => {
  const folder = temporaryFolder({ "site/a.html": "один", "site.next/a.html": "два" });
  const [one, other] = [join(folder, "site"), join(folder, "site.next")];
  // Where the system has no exchange, a swap is three renames.
  if (!(await exchange(one, other))) return;
  const script = `
    const { existsSync } = require("node:fs");
    const [file, end] = process.argv.slice(1);
    let [looks, missed] = [0, 0];
    process.stdout.write("ready");
    while (!existsSync(end)) { looks++; if (!existsSync(file)) missed++; }
    process.stdout.write(JSON.stringify({ looks, missed }));`;
  const end = join(folder, "end");
  const watcher = spawn(process.execPath, ["-e", script, join(one, "a.html"), end]);
  let told = "";
  watcher.stdout.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  await expect.poll(() => told).toContain("ready");
  for (let count = 0; count < 2000; count++) await swap(one, other, MARK);
  writeFileSync(end, "");
  await once(watcher, "close");
  const { looks, missed } = JSON.parse(told.replace("ready", ""));
  expect(looks).toBeGreaterThan(1000);
  expect(missed).toBe(0);
});
