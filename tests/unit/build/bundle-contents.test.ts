import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeSums } from "../../../src/build/cache/checksums.ts";
import { stamp } from "../../../src/build/cache/stamp.ts";
import { takeBundles } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { quiet, refusalOf } from "./build-in.ts";

const KEY = `pages-${"0".repeat(32)}`;
const OTHER = `leaf-${"0".repeat(32)}`;
const TEXT = "<p>Мост</p>";
const DAMAGED = "Файлы тома повреждены по дороге.";

const listOf = (artifacts: readonly string[]): string =>
  JSON.stringify({ generator: "vestnik-volumes", format: 2, artifacts });

/** A folder with a bundle of one artifact, whatever its list says, another bundle, and a folder beside them. */
function packed(artifacts: readonly string[] = [KEY]): string {
  const folder = temporaryFolder({
    "bundle/bundle.json": listOf(artifacts),
    [`bundle/${KEY}/links.json`]: "[]",
    [`bundle/${KEY}/site/index.html`]: TEXT,
    "second/bundle.json": listOf([OTHER]),
    [`second/${OTHER}/counts.json`]: "{}",
    "victim/index.html": TEXT,
  });
  for (const artifact of [join("bundle", KEY), join("second", OTHER)]) {
    writeSums(join(folder, artifact), KEY);
    stamp(join(folder, artifact));
  }
  return folder;
}

function take(folder: string, names: readonly string[] = ["bundle"]): Promise<void> {
  const folders = names.map((name) => join(folder, name));
  return takeBundles(folders, join(folder, "cache"), quiet());
}

/** Nothing was written anywhere, not even a cache. */
function expectUntouched(folder: string): void {
  expect(existsSync(join(folder, "cache"))).toBe(false);
  expect(readFileSync(join(folder, "victim/index.html"), "utf8")).toBe(TEXT);
  expect(readdirSync(join(folder, "victim"))).toEqual(["index.html"]);
}

/** Changes a file of the artifact. */
function change(folder: string, path: string, from: string, to: string): void {
  const file = join(folder, "bundle", KEY, path);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

test("a bundle is taken as it is listed", async () => {
  const folder = packed();
  await take(folder, ["bundle", "second"]);
  expect(readFileSync(join(folder, "cache", KEY, "site/index.html"), "utf8")).toBe(TEXT);
  expect(readFileSync(join(folder, "cache", OTHER, "counts.json"), "utf8")).toBe("{}");
});

describe("a list that leads out of its bundle is refused before anything is written:", () => {
  const names = {
    "an artifact beside it": "../victim",
    "one below, and out again": `${KEY}/../../victim`,
    "an absolute one": "/tmp/victim",
    "one of another form": "victim",
    "a name that ends early": `${KEY}\0`,
  };
  test.each(Object.entries(names))("%s", async (_, name) => {
    const folder = packed([name]);
    expect(await refusalOf(take(folder), folder)).toContain("…/bundle/bundle.json: Список томов");
    expectUntouched(folder);
  });
});

describe("an artifact is refused before anything is written", () => {
  const SUMS = `site/sums/${KEY}.txt`;
  const changes: Readonly<Record<string, readonly [path: string, from: string, to: string]>> = {
    "a page is another one": ["site/index.html", "Мост", "Пост"],
    "what it keeps to itself is": ["links.json", "[]", "{}"],
    "a hash is, of a page": [SUMS, "  index.html", "0  index.html"],
    "its list is torn": [SUMS, "index.html", ""],
    "its stamp names a file beside it": ["stamp.json", "links.json", "../../victim/index.html"],
    "its stamp names an absolute file": ["stamp.json", "links.json", "/etc/hostname"],
    "its stamp names a folder": ["stamp.json", "links.json", "site/"],
    "its stamp is torn": ["stamp.json", "}", ""],
  };
  test.each(Object.entries(changes))("where %s", async (_, [path, from, to]) => {
    const folder = packed();
    change(folder, path, from, to);
    expect(await refusalOf(take(folder), folder)).toContain(`…/bundle/${KEY}: ${DAMAGED}`);
    expectUntouched(folder);
  });

  test.each(["site/index.html", "stamp.json", SUMS, "."])("that lacks %s", async (path) => {
    const folder = packed();
    rmSync(join(folder, "bundle", KEY, path), { recursive: true });
    expect(await refusalOf(take(folder), folder)).toContain(DAMAGED);
    expectUntouched(folder);
  });

  test.each(["extra", "site/extra"])("that has %s besides", async (path) => {
    const folder = packed();
    writeFileSync(join(folder, "bundle", KEY, path), "");
    expect(await refusalOf(take(folder), folder)).toContain(DAMAGED);
    expectUntouched(folder);
  });

  test.each(["site/extra", "extra", "links.json", "stamp.json", "."])(
    "that is not files alone: a link at %s",
    async (path) => {
      const folder = packed();
      const place = join(folder, "bundle", KEY, path);
      rmSync(place, { recursive: true, force: true });
      symlinkSync(join(folder, "victim"), place);
      expect(await refusalOf(take(folder), folder)).toContain("могут быть только файлы и папки");
      expectUntouched(folder);
    },
  );

  test("though it is in the last of several bundles", async () => {
    const folder = packed();
    writeFileSync(join(folder, "second", OTHER, "counts.json"), "[]");
    const refusal = await refusalOf(take(folder, ["bundle", "second"]), folder);
    expect(refusal).toContain(`…/second/${OTHER}: ${DAMAGED}`);
    expectUntouched(folder);
  });
});
