import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markUnfinished } from "../../../src/build/disk/ownership.ts";
import { type BuildOptions, buildSite, Progress } from "../../../src/build/index.ts";
import { parseManifest, SITE_MARK } from "../../../src/build/site/site-manifest.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, EMPTY_SITE, optionsIn, refusalOf } from "./build-in.ts";
import { mount, mountAt, NO_MOUNT } from "./mounting.ts";
import { buildShared } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

const article = (text: string): string => `---\ntitle: Новость\n---\n\n${text}\n`;
const FILES = { "content/a.md": article("Старый мост.") };

/** What a project of somebody else looks like. */
const FOREIGN = { "build.json": '{"name":"app"}', "src/main.c": "int main;" };

function foreignAt(...places: readonly string[]): Record<string, string> {
  const files = places.flatMap((place) =>
    Object.entries(FOREIGN).map(([path, text]) => [`${place}/${path}`, text]),
  );
  return Object.fromEntries(files);
}

/** @returns the lines that were told */
async function told(folder: string, options: Partial<BuildOptions> = {}): Promise<string> {
  const lines: string[] = [];
  const progress = new Progress((line) => lines.push(line));
  await buildSite({ ...optionsIn(folder), ...options }, progress);
  return lines.join("\n");
}

/** The same parts put together where nothing stood. */
async function expectClean(folder: string, site: string): Promise<void> {
  const clean = join(temporaryFolder(), "site");
  await buildShared(folder, { output: clean });
  expect(hashesIn(site)).toEqual(hashesIn(clean));
}

describe("a project of somebody else is never moved, changed or removed", () => {
  test.each(["site", "site.next", "site.previous", "cache"])("at %s", async (place) => {
    const folder = temporaryFolder({ ...FILES, ...foreignAt(place) });
    expect(await refusalOf(buildIn(folder), folder)).toContain("Она не тронута.");
    expect(hashesIn(join(folder, place))).toEqual(hashesIn(temporaryFolder(FOREIGN)));
    expect(existsSync(join(folder, "site/index.html"))).toBe(false);
  });

  test("nor is a file that has the name of a lock", async () => {
    const folder = temporaryFolder({ ...FILES, "site.lock": "[[package]]" });
    expect(await refusalOf(buildIn(folder), folder)).toContain("лежит что-то другое");
    expect(readFileSync(join(folder, "site.lock"), "utf8")).toBe("[[package]]");
  });

  test("nor what a link at the place of the next site leads to", async () => {
    const folder = temporaryFolder({ ...FILES, ...foreignAt("beside") });
    symlinkSync(join(folder, "beside"), join(folder, "site.next"));
    expect(await refusalOf(buildIn(folder), folder)).toContain("Это ссылка, а не папка.");
    expect(hashesIn(join(folder, "beside"))).toEqual(hashesIn(temporaryFolder(FOREIGN)));
  });

  test("nor a folder whose manifest is a link to one of ours", async () => {
    const folder = temporaryFolder({
      ...FILES,
      "ours.json": EMPTY_SITE,
      "site/work.txt": "важное",
    });
    symlinkSync(join(folder, "ours.json"), join(folder, "site/build.json"));
    expect(await refusalOf(buildIn(folder), folder)).toContain("Она не тронута.");
    expect(readdirSync(join(folder, "site")).sort()).toEqual(["build.json", "work.txt"]);
  });
});

describe("an output that is a link", () => {
  test("stays one, and the folder that it leads to gets the site", async () => {
    const folder = temporaryFolder(FILES);
    mkdirSync(join(folder, "www"));
    symlinkSync("www", join(folder, "site"));
    for (const text of ["Старый мост.", "Новый мост."]) {
      writeFileSync(join(folder, "content/a.md"), article(text));
      await buildShared(folder);
      expect(readlinkSync(join(folder, "site"))).toBe("www");
      expect(readFileSync(join(folder, "www/articles/a/index.html"), "utf8")).toContain(text);
    }
    await expectClean(folder, join(folder, "www"));
    expect(existsSync(join(folder, "site.next"))).toBe(false);
  });

  test("and leads nowhere is refused", async () => {
    const folder = temporaryFolder(FILES);
    symlinkSync("gone", join(folder, "site"));
    expect(await refusalOf(buildShared(folder), folder)).toContain(
      "ссылка, которая никуда не ведёт",
    );
    expect(lstatSync(join(folder, "site")).isSymbolicLink()).toBe(true);
  });
});

describe("an output that cannot be renamed gets its contents file by file:", () => {
  const kinds: Readonly<Record<string, (site: string) => boolean>> = {
    "another disk": (site) => mountAt(site, "-t", "tmpfs", "-o", "size=64m", "tmpfs"),
    "a folder of the same disk": (site) => mountAt(site, "--bind", temporaryFolder()),
  };

  test.for(Object.entries(kinds))("%s", async ([, mountKind], { skip }) => {
    const folder = temporaryFolder(FILES);
    const site = join(folder, "site");
    if (!mountKind(site)) return skip(NO_MOUNT);
    expect(await told(folder)).toContain("нельзя переименовать, поэтому сайт записан");
    await expectClean(folder, site);
    expect(await told(folder)).toContain("ничего не изменилось");

    writeFileSync(join(folder, "content/b.md"), article("Ещё новость."));
    await buildShared(folder);
    rmSync(join(folder, "content/b.md"));
    await buildShared(folder);
    expect(existsSync(join(site, "articles/b"))).toBe(false);
    await expectClean(folder, site);
  });

  test("a build that was interrupted there leaves what is known to be unfinished, and the next succeeds", async ({
    skip,
  }) => {
    const folder = temporaryFolder(FILES);
    const site = join(folder, "site");
    if (!mountAt(site, "--bind", temporaryFolder())) return skip(NO_MOUNT);
    await buildShared(folder);
    // As a kill leaves it: said to be unfinished, with files of two sites and a half.
    markUnfinished(site, SITE_MARK);
    rmSync(join(site, "search"), { recursive: true });
    writeFileSync(join(site, "index.html.vestnik-half"), "<html");
    expect(() => parseManifest(readFileSync(join(site, "build.json"), "utf8"))).toThrow();
    expect(await told(folder)).not.toContain("ничего не изменилось");
    await expectClean(folder, site);
  });

  test("a folder in one that nothing may be written into", async ({ skip }) => {
    const folder = temporaryFolder({ ...FILES, "closed/www/.keep": "" });
    const closed = join(folder, "closed");
    const site = join(closed, "www");
    rmSync(join(site, ".keep"));
    const open = temporaryFolder();
    if (!mountAt(closed, "--bind", closed) || !mountAt(site, "--bind", open)) return skip(NO_MOUNT);
    if (!mount("-o", "remount,ro,bind", closed)) return skip(NO_MOUNT);
    for (const text of ["Старый мост.", "Новый мост."]) {
      writeFileSync(join(folder, "content/a.md"), article(text));
      await buildShared(folder, { output: site });
    }
    await expectClean(folder, site);
    expect(readdirSync(site).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
