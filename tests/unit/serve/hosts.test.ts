import { hostname } from "node:os";
import { expect, test } from "vitest";
import { addressOf, hostCheck } from "../../../src/serve/hosts.ts";

const OWN = ["localhost", "localhost:8080", "LocalHost.", "127.0.0.1:8080", "[::1]", "[::1]:8080"];

const NEVER = [
  ...["", " ", ".", ":", "[", "[]", "localhost:", "localhost:x", "localhost:123456", "::1", "[::1"],
  ...[
    "a@localhost",
    "localhost/",
    "localhost,evil.example",
    "evil.example",
    "localhost.evil.example",
  ],
  ...[
    "localhost..",
    "localhost\0",
    "xlocalhost",
    "127.0.0.1.evil.example",
    "evil.example#localhost",
  ],
];

test.each(["localhost", "127.0.0.1", "::1"])("on %s it is this machine's names only", (host) => {
  const isOwn = hostCheck(host);
  for (const header of OWN) expect(isOwn(header), header).toBe(true);
  for (const header of NEVER) expect(isOwn(header), header).toBe(false);
  for (const header of ["192.168.0.7", "[fd00::2]", hostname()]) expect(isOwn(header)).toBe(false);
});

test.each(["0.0.0.0", "::"])(
  "on %s it is any address in figures, and the machine's name",
  (host) => {
    const isOwn = hostCheck(host);
    for (const header of [...OWN, "192.168.0.7:80", "[fd00::2]", hostname().toUpperCase()]) {
      expect(isOwn(header), header).toBe(true);
    }
    for (const header of NEVER) expect(isOwn(header), header).toBe(false);
  },
);

test("elsewhere it is what was asked for", () => {
  const isOwn = hostCheck("News.example");
  expect(isOwn("news.example:8080")).toBe(true);
  for (const header of [...NEVER, "localhost", "127.0.0.1"]) expect(isOwn(header)).toBe(false);
});

test.each([
  ["localhost", "http://localhost:8080/news/"],
  ["0.0.0.0", "http://localhost:8080/news/"],
  ["192.168.0.7", "http://192.168.0.7:8080/news/"],
  ["fd00::2", "http://[fd00::2]:8080/news/"],
])("a site on %s is opened at %s", (host, address) => {
  expect(addressOf(host, 8080, "/news/")).toBe(address);
});
