import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { ASSETS as ADDRESSES } from "../../../src/build/assets/bundled.ts";
import { run as writeAssets } from "../../../src/build/tasks/assets.ts";
import type { Site } from "../../../src/content/index.ts";
import type { Assets } from "../../../src/site/index.ts";
import { temporaryFolder } from "../temporary.ts";

interface Made {
  readonly assets: Assets;
  /** What goes into the site. */
  readonly folder: string;
}

async function make(offline: boolean, name = "Вести"): Promise<Made> {
  const folder = temporaryFolder();
  const site: Site = {
    preview: false,
    name,
    description: "Новости",
    address: "https://gorod.example",
    pathPrefix: "/news/",
    language: "ru",
    timeZone: "Europe/Moscow",
    offline,
    allowBrokenLinks: false,
  };
  await writeAssets({ site, marks: {}, styles: [], hasOwnFavicon: false, version: name }, folder);
  return { assets: ADDRESSES.read(folder), folder: join(folder, "site") };
}

let keeping: Made;
let plain: Made;

beforeAll(async () => {
  [keeping, plain] = [await make(true), await make(false)];
});

function worker({ folder }: Made): string {
  return readFileSync(join(folder, "sw.js"), "utf8");
}

test("every address is that of a file, without the prefix", () => {
  const { fonts, ...others } = keeping.assets;
  const addresses = [...Object.values(others), ...fonts];
  for (const address of addresses) {
    expect(address).toMatch(/^\/assets\/[\w-]+-[A-Z0-9]{8}\.(?:css|js|woff2)$/);
    expect(existsSync(join(keeping.folder, address)), address).toBe(true);
  }
  expect(fonts.map((font) => font.replace(/-[A-Z0-9]{8}/, ""))).toEqual([
    "/assets/literata-400.woff2",
    "/assets/literata-700.woff2",
    "/assets/golos-text-500.woff2",
  ]);
});

test("styles find their fonts beside them", () => {
  const css = readFileSync(join(keeping.folder, keeping.assets.styles), "utf8");
  const fonts = [...css.matchAll(/url\("?\.\/([^)"]+\.woff2)"?\)/g)].map(([, name]) => name);
  expect(fonts.length).toBeGreaterThanOrEqual(3);
  const files = readdirSync(join(keeping.folder, "assets"));
  expect(files).toEqual(expect.arrayContaining(fonts));
});

test("the worker knows what every page needs, and nothing of the search", () => {
  const { searchScript, searchStyles, rescueScript, fonts, ...others } = keeping.assets;
  for (const address of [...Object.values(others), ...fonts]) {
    expect(worker(keeping)).toContain(`"${address}"`);
  }
  for (const address of [searchScript, searchStyles, rescueScript]) {
    expect(worker(keeping)).not.toContain(address);
  }
});

test("the search page's script asks for no file but the engine: each would come half a second later on a slow line", () => {
  const script = readFileSync(join(keeping.folder, keeping.assets.searchScript), "utf8");
  expect(/(?:from|import) ?"\.\//.test(script)).toBe(false);
  expect(script.split("import(")).toHaveLength(2);
});

test("a site that keeps nothing has a worker that removes itself", () => {
  expect(worker(plain)).toContain("unregister()");
  expect(worker(plain)).not.toContain('"fetch"');
  expect(worker(keeping)).not.toContain("unregister()");
});

test("a worker is new where the page without a connection is, and else the same", async () => {
  expect(worker(await make(true))).toBe(worker(keeping));
  expect(worker(await make(true, "Новости"))).not.toBe(worker(keeping));
});

test("scripts of all pages stay small", () => {
  const size = (address: string): number =>
    gzipSync(readFileSync(join(keeping.folder, address)), { level: 9 }).length;
  expect(size(keeping.assets.themeScript)).toBeLessThanOrEqual(614);
  expect(size(keeping.assets.readerScript)).toBeLessThanOrEqual(3072);
});
