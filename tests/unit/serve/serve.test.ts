import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, serveSite } from "../../../src/serve/index.ts";
import { ask as askServer } from "../../ask.ts";
import { temporaryFolder } from "../temporary.ts";

const PAGE = `<p>${"Новый мост соединил два берега. ".repeat(200)}</p>`;
const NOT_FOUND = `<p>${"Такой страницы нет. ".repeat(50)}</p>`;
const FILES = {
  "index.html": PAGE,
  "404.html": NOT_FOUND,
  "assets/site-GDROWGIF.css": "p { color: red }".repeat(50),
  "assets/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "feed.xml": "<feed/>",
  "articles/most/photo.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  "pagefind/2021/fragment/ru_8222ade.pf_fragment": Buffer.from([0x1f, 0x8b, 0]),
  "pagefind/2021/pagefind-entry.json": "{}",
  "search/pack/b5ba5542d6.pack": Buffer.from([0x1f, 0x8b, 0]),
  "search/pack/manifest.json": "{}",
};

let server: RunningServer;

beforeAll(async () => {
  server = await serveSite({ folder: temporaryFolder(FILES), pathPrefix: "/news/", port: 0 });
});

afterAll(() => server.close());

function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return askServer(new URL(path, server.address), headers, method);
}

const GZIP = { "Accept-Encoding": "gzip, deflate" };

test("a page goes out compressed to those who take it", async () => {
  const { headers, body } = await ask("", GZIP);
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers["content-length"]).toBeUndefined();
  expect(body.length).toBeLessThan(PAGE.length / 10);
  expect(gunzipSync(body).toString()).toBe(PAGE);
});

test("brotli is smaller, and taken first", async () => {
  const packed = await ask("", { "Accept-Encoding": "gzip, deflate, br, zstd" });
  expect(packed.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(packed.body).toString()).toBe(PAGE);
});

test.each([
  ["nothing is said", {}],
  ["gzip is refused", { "Accept-Encoding": "gzip;q=0, deflate" }],
  ["it is not named", { "Accept-Encoding": "identity" }],
])("a page goes out as it is where %s", async (_, given) => {
  const { headers, body } = await ask("", given);
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe(PAGE);
});

test("caches are told that the answer depends on what was asked for", async () => {
  for (const given of [{}, GZIP])
    expect((await ask("", given)).headers.vary).toBe("Accept-Encoding");
});

test.each(["articles/most/photo.jpg", "pagefind/2021/fragment/ru_8222ade.pf_fragment"])(
  "%s is packed already",
  async (path) => {
    const { headers } = await ask(path, GZIP);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(Number(headers["content-length"])).toBeGreaterThan(0);
  },
);

test("the page for what is not there is compressed too", async () => {
  const { status, body } = await ask("no-such-page/", GZIP);
  expect(status).toBe(404);
  expect(gunzipSync(body).toString()).toBe(NOT_FOUND);
});

test("a part of a file is cut from the file as it is", async () => {
  const { status, headers, body } = await ask("index.html", { ...GZIP, Range: "bytes=0-2" });
  expect(status).toBe(206);
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe("<p>");
});

test("what a browser has already is not sent again", async () => {
  const { headers } = await ask("", GZIP);
  const again = await ask("", { ...GZIP, "If-None-Match": String(headers.etag) });
  expect(headers.etag).toMatch(/^W\//);
  expect(again.status).toBe(304);
  expect(again.body.length).toBe(0);
});

test("the headers alone can be asked for", async () => {
  const { status, headers, body } = await ask("", GZIP, "HEAD");
  expect([status, headers["content-encoding"], body.length]).toEqual([200, "gzip", 0]);
});

test.each([
  "assets/site-GDROWGIF.css",
  "pagefind/2021/fragment/ru_8222ade.pf_fragment",
  "search/pack/b5ba5542d6.pack",
])("%s is kept for ever", async (path) => {
  expect((await ask(path)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test.each(["assets/icon.svg", "articles/most/photo.jpg"])(
  "%s is kept for a day, for another picture may take its place",
  async (path) => {
    const kept = "public, max-age=86400, stale-while-revalidate=604800";
    expect((await ask(path)).headers["cache-control"]).toBe(kept);
  },
);

test.each(["", "feed.xml", "pagefind/2021/pagefind-entry.json", "search/pack/manifest.json"])(
  "«%s» is asked about anew",
  async (path) => {
    expect((await ask(path)).headers["cache-control"]).toBe("no-cache");
  },
);

test.each([
  ["", true],
  ["no-such-page/", true],
  ["sw.js", true],
  ["assets/icon.svg", true],
  ["assets/site-GDROWGIF.css", false],
  ["assets/site-AAAAAAAA.css", true],
])("«%s» comes with the policy: %s", async (path, expected) => {
  const { headers } = await ask(path);
  expect(headers["content-security-policy"] !== undefined).toBe(expected);
  expect(headers["x-content-type-options"]).toBe("nosniff");
});
