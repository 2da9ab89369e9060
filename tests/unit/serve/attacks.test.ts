import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type RunningServer, serveSite } from "../../../src/serve/index.ts";
import { ask } from "../../ask.ts";
import { sendMalformed } from "../../malformed.ts";
import { requestOf, sendRaw } from "../../raw.ts";
import { temporaryFolder } from "../temporary.ts";

const SECRET = "the secret of the neighbours";
const PAGE = "<!doctype html><p>0123456789";

const parent = temporaryFolder({
  "_site/index.html": PAGE,
  "_site/404.html": "<p>Такой страницы нет.",
  "_site/articles/most/index.html": PAGE,
  "_site/about.html": PAGE,
  "_site/digits.txt": "0123456789",
  "_site/empty.txt": "",
  "_site/long.txt": "0123456789".repeat(400_000),
  "_site/.git/config": SECRET,
  "_site/.htaccess": SECRET,
  "_site/.well-known/security.txt": "Contact",
  "_site.next/index.html": SECRET,
  "secret.txt": SECRET,
});
const folder = join(parent, "_site");

let server: RunningServer;

beforeAll(async () => {
  symlinkSync("../secret.txt", join(folder, "file-out.txt"));
  symlinkSync("../_site.next", join(folder, "folder-out"));
  symlinkSync("digits.txt", join(folder, "file-in.txt"));
  symlinkSync("circle", join(folder, "circle"));
  symlinkSync(".git", join(folder, "folder-hidden"));
  server = await serveSite({ folder, pathPrefix: "/", port: 0 });
});

afterAll(() => server.close());

function get(target: string, headers: readonly string[] = []) {
  return sendRaw(
    server.address,
    requestOf(`GET ${target} HTTP/1.1`, ["Host: localhost", ...headers]),
  );
}

async function isWell(): Promise<void> {
  const { status, body } = await ask(server.address);
  expect([status, body.toString()]).toEqual([200, PAGE]);
}

test.each([
  ...[
    "/%",
    "/%zz",
    "//",
    "/a//b",
    "/..%2fx",
    "/..%2f_site.next/",
    "/../secret.txt",
    "/./index.html",
  ],
  ...["/%2e%2e/secret.txt", "/%252e%252e/secret.txt", "/..%5csecret.txt", "/..\\secret.txt"],
  ...["/%c0%ae%c0%ae/secret.txt", "/%ff", "/%ed%a0%80", "/index.html%00.txt", "/a%0d%0aX:%20y"],
  ...["//evil.example/", "//evil.example/articles/most", "/\\evil.example/..", "/articles%2fmost/"],
  ...["http://evil.example/", "http://localhost/", "*", "index.html", "/#x", "/статья", "/%7f"],
])("%s is no address", async (target) => {
  const { status, headers, text } = await get(Buffer.from(target).toString("latin1"));
  expect(status).toBe(400);
  expect(headers).not.toHaveProperty("location");
  expect(text).not.toContain(SECRET);
});

test.each([
  ...[
    "/.git/config",
    "/.GIT/config",
    "/.htaccess",
    "/articles/.env",
    "/nothing",
    "/index.html/",
    "/circle",
  ],
  ...[
    "/file-out.txt",
    "/folder-out/",
    "/folder-out/index.html",
    "/folder-hidden/config",
    "/folder-out",
    `/${"x".repeat(5000)}`,
  ],
])("%s is not there", async (target) => {
  const { status, text } = await get(target);
  expect(status).toBe(404);
  expect(text).not.toContain(SECRET);
});

test.each([
  ...[
    "/",
    "/?q=100%",
    "/?..//%zz",
    "/articles/most/",
    "/articles/%6dost/",
    "/index.html",
    "/about",
  ],
  ...["/about.html", "/file-in.txt", "/.well-known/security.txt"],
])("%s is shown", async (target) => {
  expect((await get(target)).status).toBe(200);
});

test("a folder whose slash is missing is told with it, and with its query", async () => {
  const { status, headers } = await get("/articles/most?q=%D0%BC");
  expect([status, headers.location]).toEqual([301, "/articles/most/?q=%D0%BC"]);
});

test.each([
  [["Host: localhost"], 200],
  [["Host: LOCALHOST.:8080"], 200],
  [["Host: 127.0.0.1:1"], 200],
  [["Host: [::1]:8080"], 200],
  [["Host: evil.example"], 403],
  [["Host: localhost.evil.example"], 403],
  [["Host: evil.example:80@localhost"], 403],
  [["Host: 192.168.0.7"], 403],
  [["Host: 127.0.0.1.nip.example"], 403],
  [["Host: "], 403],
  [[], 400],
  [["Host: localhost", "Host: evil.example"], 400],
  [["Host: localhost", "Origin: http://localhost:8080"], 200],
  [["Host: localhost", "Origin: http://evil.example"], 403],
  [["Host: localhost", "Origin: null"], 403],
])("%j is answered with %i", async (headers, expected) => {
  const { status, text } = await sendRaw(server.address, requestOf("GET / HTTP/1.1", headers));
  expect([status, text.includes("0123456789")]).toEqual([expected, expected === 200]);
});

test("a request of HTTP/1.0 names its host too", async () => {
  expect((await sendRaw(server.address, requestOf("GET / HTTP/1.0", []))).status).toBe(400);
  expect((await sendRaw(server.address, requestOf("GET / HTTP/1.0"))).status).toBe(200);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])(
  "%s is refused",
  async (method) => {
    const body = ["Host: localhost", "Content-Length: 1000000"];
    const { status, headers } = await sendRaw(
      server.address,
      requestOf(`${method} / HTTP/1.1`, body),
    );
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  },
);

test.each([
  ["bytes=0-0", 206, "0"],
  ["bytes=5-", 206, "56789"],
  ["bytes=-3", 206, "789"],
  ["bytes=8-18446744073709551615", 206, "89"],
  ["bytes=0-1,4-5", 200, "0123456789"],
  ["items=5-1", 200, "0123456789"],
  ["bytes=5-1", 416, ""],
  ["bytes=0-1,5-1", 416, ""],
  ["bytes=-0", 416, ""],
  ["bytes=10-", 416, ""],
  ["bytes=99999999999999999999-", 416, ""],
  ["bytes=a-b", 416, ""],
  ["bytes=--5", 416, ""],
  ["bytes=", 416, ""],
  ["5-1", 416, ""],
])("the range %s is answered with %i", async (range, expected, part) => {
  const { status, text } = await get("/digits.txt", [`Range: ${range}`]);
  expect(status).toBe(expected);
  const [, body = ""] = text.split("\r\n\r\n");
  if (expected === 416) expect(body).not.toMatch(/\d/);
  else expect(body).toBe(part);
});

test("ranges of an empty file, of another version, and very many", async () => {
  expect((await get("/empty.txt", ["Range: bytes=0-0"])).status).toBe(416);
  expect((await get("/digits.txt", [`Range: bytes=${"0-1,".repeat(3000)}x`])).status).toBe(416);
  const stale = await get("/digits.txt", ["Range: bytes=0-0", 'If-Range: "old"']);
  expect(stale.status).toBe(200);
});

test.each([
  [
    "headers of 40 kB",
    requestOf("GET / HTTP/1.1", ["Host: localhost", `X: ${"x".repeat(40_000)}`]),
    431,
  ],
  ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400],
  ["a line that ends nowhere", `GET /${"x".repeat(100_000)}`, 431],
  ["a tunnel", requestOf("CONNECT localhost:80 HTTP/1.1"), 0],
])("%s", async (_, bytes, expected) => {
  expect((await sendRaw(server.address, bytes)).status).toBe(expected);
});

test("a WebSocket of another site is refused, and nobody gets one", async () => {
  const upgrade = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"];
  const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
  const foreign = ["Host: localhost", ...upgrade, key, "Origin: http://evil.example"];
  const bytes = ["GET / HTTP/1.1", ...foreign, "", ""].join("\r\n");
  expect((await sendRaw(server.address, bytes)).status).toBe(403);
  const own = ["GET / HTTP/1.1", "Host: localhost", ...upgrade, key, "", ""].join("\r\n");
  expect((await sendRaw(server.address, own, (text) => text.length > 20)).status).toBe(200);
});

test("10,000 malformed requests, and then a good one is answered", async () => {
  const statuses = await sendMalformed(server.address, { count: 10_000, seed: 17, secret: SECRET });
  // They are of every kind: refused by the guard, by Node, and let through.
  for (const status of [200, 400, 403, 404, 405, 416, 431])
    expect(statuses.get(status)).toBeGreaterThan(0);
  await isWell();
  // Seconds of work: a guard against a hang on a machine that is busy with much else.
}, 900_000);

test("readers who go away in the middle are nobody's fault", async () => {
  const faults = vi.spyOn(console, "error");
  for (let count = 0; count < 100; count += 1) {
    const coding = count % 2 === 0 ? "gzip" : "identity";
    const line = requestOf("GET /long.txt HTTP/1.1", [
      "Host: localhost",
      `Accept-Encoding: ${coding}`,
    ]);
    await sendRaw(server.address, line, (text) => text.length > count * 10);
  }
  await isWell();
  expect(faults).not.toHaveBeenCalled();
  faults.mockRestore();
});

test("a request that is never ended keeps nobody waiting, and the server can be closed", async () => {
  const other = await serveSite({ folder, pathPrefix: "/", port: 0 });
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(other.address).port) });
  const closed = new Promise((resolve) => socket.on("close", resolve));
  await new Promise<void>((resolve) => socket.write("GET / HT", () => resolve()));
  expect((await ask(other.address)).status).toBe(200);
  await other.close();
  await closed;
});

test("a fault in the code ends an answer and not the server", async () => {
  const faults = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = (path: string): boolean => {
    if (path === "/fault") throw new Error("a fault of ours");
    return false;
  };
  const other = await serveSite({ folder, pathPrefix: "/", port: 0, answer });
  expect((await ask(`${other.address}fault`)).status).toBe(500);
  expect((await ask(other.address)).status).toBe(200);
  expect(faults).toHaveBeenCalledOnce();
  faults.mockRestore();
  await other.close();
});

test("requests are answered while the folder is exchanged, and told where there is none", async () => {
  const place = temporaryFolder({ "1/index.html": "site 1", "2/index.html": "site 2" });
  const current = join(place, "current");
  symlinkSync("1", current);
  const other = await serveSite({ folder: current, pathPrefix: "/", port: 0 });
  const seen = new Set<string>();
  let isOver = false;
  const reader = async (): Promise<void> => {
    while (!isOver) {
      const { status, body } = await ask(other.address);
      expect(status).toBe(200);
      seen.add(body.toString());
    }
  };
  const readers = [reader(), reader()];
  for (let count = 0; count < 200; count += 1) {
    symlinkSync(String(2 - (count % 2)), join(place, "next"));
    renameSync(join(place, "next"), current);
    await ask(other.address);
  }
  isOver = true;
  await Promise.all(readers);
  expect([...seen].sort()).toEqual(["site 1", "site 2"]);
  rmSync(current);
  expect((await ask(other.address)).status).toBe(503);
  mkdirSync(current);
  writeFileSync(join(current, "index.html"), "site 3");
  expect((await ask(other.address)).body.toString()).toBe("site 3");
  await other.close();
});

test("a page for what is not there is no way out either", async () => {
  const other = temporaryFolder({ "site/index.html": PAGE, "secret.txt": SECRET });
  symlinkSync("../secret.txt", join(other, "site/404.html"));
  const served = await serveSite({ folder: join(other, "site"), pathPrefix: "/", port: 0 });
  const { status, body } = await ask(`${served.address}nothing`);
  expect([status, body.toString()]).toEqual([404, "404"]);
  await served.close();
});

test("what is added to pages counts, packed or not, and is in no part of a file", async () => {
  const end = "<script src=x></script>";
  const other = await serveSite({ folder, pathPrefix: "/", port: 0, pageEnd: () => end });
  const whole = await ask(other.address);
  expect(whole.body.toString()).toBe(PAGE + end);
  expect(Number(whole.headers["content-length"])).toBe(PAGE.length + end.length);
  expect(whole.headers.etag).toBeUndefined();
  expect((await ask(`${other.address}nothing`)).body.toString()).toContain(end);
  expect((await ask(`${other.address}digits.txt`)).body.toString()).toBe("0123456789");
  const part = await ask(other.address, { Range: "bytes=-3" });
  expect([part.status, part.body.toString()]).toEqual([206, "789"]);
  await other.close();
});

test("it is this machine's alone, by both of its names", async () => {
  const { port } = new URL(server.address);
  expect((await ask(`http://127.0.0.1:${port}/`)).status).toBe(200);
  const others = Object.values(networkInterfaces()).flatMap((one = []) => one);
  const outer = others.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0);
  for (const { address, family } of outer) {
    const host = family === "IPv6" ? `[${address}]` : address;
    await expect(ask(`http://${host}:${port}/`), host).rejects.toThrow();
  }
  const hasIpv6 = others.some(({ address }) => address === "::1");
  const over6 = ask(`http://[::1]:${port}/`).then(({ status }) => status);
  if (hasIpv6) expect(await over6).toBe(200);
  else await expect(over6).rejects.toThrow();
});

test("no file of the site was changed by all this", () => {
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe(PAGE);
});
