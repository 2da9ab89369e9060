import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { takePackages } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { quiet, refusalOf } from "./build-in.ts";

const KEY = `pages-${"0".repeat(32)}`;
const TEXT = "<p>Мост</p>";
const SUM = createHash("sha256").update(TEXT).digest("hex");
const VICTIM = { "victim/index.html": TEXT };

type Parts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A folder with a package of one part, whatever its list says, and a folder beside it. */
function packed(parts: Parts, more: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    "package/package.json": JSON.stringify({ generator: "vestnik-volumes", parts }),
    [`package/${KEY}/site/index.html`]: TEXT,
    ...VICTIM,
    ...more,
  });
}

function take(folder: string, names: readonly string[] = ["package"]): Promise<void> {
  const folders = names.map((name) => join(folder, name));
  return takePackages(folders, join(folder, "cache"), quiet());
}

/** Nothing was written anywhere, not even a cache. */
function expectUntouched(folder: string): void {
  expect(existsSync(join(folder, "cache"))).toBe(false);
  expect(readFileSync(join(folder, "victim/index.html"), "utf8")).toBe(TEXT);
  expect(readdirSync(join(folder, "victim"))).toEqual(["index.html"]);
}

test("a package is taken as it is listed", async () => {
  const folder = packed({ [KEY]: { "site/index.html": SUM } });
  await take(folder);
  expect(readFileSync(join(folder, "cache", KEY, "site/index.html"), "utf8")).toBe(TEXT);
});

describe("a list that leads out of its package is refused before anything is written:", () => {
  const lists: Readonly<Record<string, Parts>> = {
    "a part beside it": { "../victim": { "index.html": SUM } },
    "a part below, and out again": { [`${KEY}/../../victim`]: { "index.html": SUM } },
    "an absolute part": { "/tmp/victim": { "index.html": SUM } },
    "a part of another form": { victim: {} },
    "a file beside it": { [KEY]: { "../../victim/index.html": SUM } },
    "a file below, and out again": { [KEY]: { "site/../../../victim/index.html": SUM } },
    "an absolute file": { [KEY]: { "/etc/hostname": SUM } },
    "a name that ends early": { [KEY]: { "site/index.html\0.txt": SUM } },
    "a folder for a file": { [KEY]: { "site/": SUM } },
  };
  test.each(Object.entries(lists))("%s", async (_, parts) => {
    const folder = packed(parts);
    expect(await refusalOf(take(folder), folder)).toContain("…/package/package.json: Список томов");
    expectUntouched(folder);
  });
});

describe("a part that holds more than files is refused before anything is written:", () => {
  test.each(["site/sums", "site/extra", "sealed.json"])("a link at %s", async (name) => {
    const folder = packed({ [KEY]: { "site/index.html": SUM } });
    symlinkSync(join(folder, "victim"), join(folder, "package", KEY, name));
    expect(await refusalOf(take(folder), folder)).toContain("могут быть только файлы и папки");
    expectUntouched(folder);
  });

  test("a link for the part itself", async () => {
    const folder = packed({ [KEY]: { "index.html": SUM } });
    rmSync(join(folder, "package", KEY), { recursive: true });
    symlinkSync(join(folder, "victim"), join(folder, "package", KEY));
    expect(await refusalOf(take(folder), folder)).toContain("могут быть только файлы и папки");
    expectUntouched(folder);
  });
});

test("of several packages, one that is damaged is found before the first is taken", async () => {
  const other = `leaf-${"0".repeat(32)}`;
  const folder = packed(
    { [KEY]: { "site/index.html": SUM } },
    {
      "second/package.json": JSON.stringify({
        generator: "vestnik-volumes",
        parts: { [other]: { "counts.json": SUM } },
      }),
      [`second/${other}/counts.json`]: "{}",
    },
  );
  const refusal = await refusalOf(take(folder, ["package", "second"]), folder);
  expect(refusal).toContain(`…/second/${other}: Файлы тома повреждены по дороге.`);
  expectUntouched(folder);
});

test("a file that its own part lists otherwise was damaged before it was packed", async () => {
  const list = `${"0".repeat(64)}  index.html\n`;
  const sums = `site/sums/${KEY}.txt`;
  const parts = {
    [KEY]: { "site/index.html": SUM, [sums]: createHash("sha256").update(list).digest("hex") },
  };
  const folder = packed(parts, { [`package/${KEY}/${sums}`]: list });
  expect(await refusalOf(take(folder), folder)).toContain("Файлы тома повреждены по дороге.");
  expectUntouched(folder);
});
