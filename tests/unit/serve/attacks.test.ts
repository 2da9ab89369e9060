import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, serveSite } from "../../../src/serve/index.ts";
import { requestOf, sendRaw } from "../../raw.ts";
import { hostileSite, SECRET } from "./hostile-site.ts";

const folder = hostileSite();
let server: RunningServer;

beforeAll(async () => {
  server = await serveSite({ folder, pathPrefix: "/", port: 0 });
});

afterAll(() => server.close());

function get(target: string, headers: readonly string[] = []) {
  return sendRaw(
    server.address,
    requestOf(`GET ${target} HTTP/1.1`, ["Host: localhost", ...headers]),
  );
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
