import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPrivateHost } from "../../../src/content/import/fetch/private-host.ts";
import { fetchImages, ImageStore } from "../../../src/content/importing.ts";
import { temporaryFolder } from "../temporary.ts";
import { importWorkspace } from "./import-workspace.ts";
import { photo } from "./photo.ts";

const asked: { path: string; agent: string }[] = [];
let [now, most] = [0, 0];

const server = createServer((request, response) => {
  const path = request.url ?? "";
  asked.push({ path, agent: String(request.headers["user-agent"]) });
  most = Math.max(most, ++now);
  setTimeout(() => void answer(path, response), 20);
});
let address = "";

async function answer(path: string, response: ServerResponse): Promise<void> {
  now--;
  if (path.startsWith("/late")) return;
  if (path.startsWith("/away"))
    response.writeHead(302, { location: "http://10.0.0.1/a.png" }).end();
  else if (path.startsWith("/moved")) response.writeHead(301, { location: "/a.png" }).end();
  else if (path.startsWith("/page"))
    response.writeHead(200, { "content-type": "text/html" }).end("x");
  else if (path.startsWith("/large"))
    response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(200_000));
  else if (path.startsWith("/none")) response.writeHead(404).end();
  else {
    const bytes = await photo(30, 20, { format: "png" });
    response.writeHead(200, { "content-type": "image/png" }).end(bytes);
  }
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function options(store: ImageStore, trusted = ["127.0.0.1"]) {
  return { store, maxBytes: 100_000, timeout: 60_000, pause: 0, trusted: new Set(trusted) };
}

test("pictures come one at a time, and what is there is not asked for again", async () => {
  const store = new ImageStore(temporaryFolder());
  const all = ["/a.png", "/b.png?v=1", "/b.png?v=2", "/moved.png"].map((path) => address + path);
  asked.length = 0;
  expect(await fetchImages([...all, `${address}/a.png`], options(store))).toEqual({
    fetched: 4,
    known: 0,
    failed: [],
  });
  expect(asked.map(({ path }) => path)).toEqual([
    ...["/a.png", "/b.png?v=1", "/b.png?v=2"],
    ...["/moved.png", "/a.png"],
  ]);
  expect(asked[0]?.agent).toMatch(/^vestnik-import /);
  expect(most).toBe(1);
  asked.length = 0;
  expect(await fetchImages(all, options(store))).toMatchObject({ fetched: 0, known: 4 });
  expect(asked).toEqual([]);
});

test("what is no picture, too large, late, gone or in a network of one's own is told of", async () => {
  const store = new ImageStore(temporaryFolder());
  const paths = ["/page", "/large.png", "/none.png", "/away.png"];
  const { failed } = await fetchImages(
    paths.map((path) => address + path),
    options(store),
  );
  // One that never answers is late however long it is waited for.
  const late = await fetchImages([`${address}/late.png`], { ...options(store), timeout: 200 });
  expect([...failed, ...late.failed].map(({ reason }) => reason)).toEqual([
    "это не картинка: text/html",
    "файл больше 0 МБ",
    "сервер ответил 404",
    "адрес во внутренней сети",
    "сервер отвечает слишком долго",
  ]);
  asked.length = 0;
  const own = await fetchImages([`${address}/a.png`], options(store, []));
  expect([own.failed[0]?.reason, asked]).toEqual(["адрес во внутренней сети", []]);
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "192.168.1.1",
  "[::1]",
  "[fd00::1]",
  "localhost",
  "router.lan",
  "nas",
])("%s lies in a network of one's own", (host) => expect(isPrivateHost(host)).toBe(true));

test.each(["old.example", "93.184.216.34", "[2606:2800::1]"])("%s lies in the web", (host) =>
  expect(isPrivateHost(host)).toBe(false),
);

test("fetched pictures stand in the article, the one above it once", async () => {
  const html = `<p><img src="/a.png" alt="Мост"></p><p>Текст.</p><p><img src="b.png"></p>`;
  const line = { id: 1, title: "Мост", url: `${address}/most/`, image: `${address}/a.png`, html };
  const { run, folder, archive } = importWorkspace({ "a.jsonl": JSON.stringify(line) });
  const found = new Set<string>();
  run(join(folder, "a.jsonl"), { isDryRun: true, missing: (one) => found.add(one) });
  expect([...found]).toEqual([`${address}/a.png`, `${address}/most/b.png`]);
  const store = new ImageStore(temporaryFolder());
  await fetchImages(found, options(store));
  const report = run(join(folder, "a.jsonl"), { fetched: (one) => store.find(one) });
  expect(report.images).toBe(2);
  const [article] = archive().articles;
  expect(article?.picture).toMatchObject({ path: "/articles/most/a.png", alt: "Мост" });
  expect(article?.html).not.toContain("a.png");
  expect(article?.html).toContain("b.png");
});

test("what stands for a picture is a paragraph of its own and no lead", () => {
  const html =
    '<p><img src="https://o.example/a.jpg">Давайте проверим опоры.</p><p>Знак <img src="https://o.example/z.gif" alt="рубля"> в строке.</p>';
  const line = { id: 1, title: "Мост", url: "https://o.example/most/", html };
  const { run, folder, read, archive } = importWorkspace({ "a.jsonl": JSON.stringify(line) });
  run(join(folder, "a.jsonl"));
  expect(read("content/most.md").split("\n\n").slice(1)).toEqual([
    "[Картинка](https://o.example/a.jpg)",
    "Давайте проверим опоры.",
    "Знак [рубля](https://o.example/z.gif) в строке.\n",
  ]);
  expect(archive().articles[0]?.lead).toBe("Давайте проверим опоры.");
});
