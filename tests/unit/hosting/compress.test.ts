import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { compressSite } from "../../../src/hosting/index.ts";
import { hashesIn } from "../build/tiny-archive.ts";
import { temporaryFolder } from "../temporary.ts";

const PAGE = `<p>${"Новый мост соединил два берега. ".repeat(100)}</p>`;
const HOUR_AGO = new Date(Date.now() - 3_600_000.7);

let site = "";
let copy = "";

beforeEach(() => {
  site = temporaryFolder({
    "build.json": "{}",
    "index.html": PAGE,
    "articles/most/index.html": PAGE,
    "articles/most/photo.jpg": Buffer.alloc(5000, 7),
    "robots.txt": "User-agent: *\n",
  });
  for (const path of Object.keys(hashesIn(site))) utimesSync(join(site, path), HOUR_AGO, HOUR_AGO);
  copy = join(temporaryFolder(), "copy");
});

test("texts have twins that unpack to the same bytes; what is small or packed has none", async () => {
  expect(await compressSite(site, copy)).toEqual({ files: 5, packed: 2, made: 2, removed: 0 });
  const twins = Object.keys(hashesIn(copy)).filter((path) => /\.(?:br|gz)$/.test(path));
  expect(twins).toEqual([
    "articles/most/index.html.br",
    "articles/most/index.html.gz",
    "index.html.br",
    "index.html.gz",
  ]);
  const read = (path: string): Buffer => readFileSync(join(copy, path));
  expect(brotliDecompressSync(read("index.html.br")).toString()).toBe(PAGE);
  expect(gunzipSync(read("index.html.gz")).toString()).toBe(PAGE);
});

test("the site itself stays as it is", async () => {
  const times = (): number[] =>
    Object.keys(before).map((path) => statSync(join(site, path)).mtimeMs);
  const before = hashesIn(site);
  const timesBefore = times();
  await compressSite(site, copy);
  expect([hashesIn(site), times()]).toEqual([before, timesBefore]);
});

test("what has not changed is not packed again, and the bytes are the same as at once", async () => {
  await compressSite(site, copy);
  expect(await compressSite(site, copy)).toMatchObject({ packed: 2, made: 0, removed: 0 });
  writeFileSync(join(site, "index.html"), PAGE.replaceAll("мост", "порт"));
  expect(await compressSite(site, copy)).toMatchObject({ packed: 2, made: 1, removed: 0 });
  const fresh = join(temporaryFolder(), "fresh");
  await compressSite(site, fresh);
  expect(hashesIn(copy)).toEqual(hashesIn(fresh));
});

test("a file that is gone goes with its twins; so do twins of a page that became small", async () => {
  await compressSite(site, copy);
  rmSync(join(site, "articles/most/index.html"));
  writeFileSync(join(site, "index.html"), "<p>Пусто.</p>");
  expect(await compressSite(site, copy)).toMatchObject({ files: 4, packed: 0, removed: 5 });
  expect(existsSync(join(copy, "index.html.br"))).toBe(false);
  expect(readFileSync(join(copy, "index.html"), "utf8")).toBe("<p>Пусто.</p>");
});

test("a twin that was lost is made again", async () => {
  await compressSite(site, copy);
  rmSync(join(copy, "index.html.gz"));
  expect(await compressSite(site, copy)).toMatchObject({ made: 1 });
  expect(existsSync(join(copy, "index.html.gz"))).toBe(true);
  expect(Object.keys(hashesIn(copy)).some((path) => path.endsWith(".next"))).toBe(false);
});
