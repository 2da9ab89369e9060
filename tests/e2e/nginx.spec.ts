import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { HEADER_RULES, headersOf } from "../../src/hosting/headers.ts";
import { isWorthPacking } from "../../src/hosting/index.ts";
import { entryOf } from "../../src/language/maps.ts";
import { type Answer, ask } from "../ask.ts";
import { TRIES_ALL } from "../sizes.ts";
import { runBuild } from "./built-sites.ts";
import { startCommand, temporaryFolder } from "./commands.ts";
import {
  hasBrotli,
  isInstalled,
  type RealServer,
  type ServerName,
  startServer,
} from "./real-servers.ts";
import { ARCHIVE_FLAGS } from "./site.ts";

/** Real servers with the configurations that are made for them: nginx, and Caddy where it is. */

interface Served extends RealServer {
  /** The folder of the site, and of its packed copy. */
  readonly folder: string;
  readonly packed: string;
}

type Asked = readonly [name: ServerName, pathPrefix: string, isPacked: boolean];

const { folder } = temporaryFolder();
const built = new Map<string, ReturnType<typeof buildSite>>();
const running = new Map<string, Promise<Served>>();

/** The built site of a prefix, plain and packed. */
function build(pathPrefix: string): ReturnType<typeof buildSite> {
  return entryOf(built, pathPrefix, () => buildSite(join(folder, `${built.size}`), pathPrefix));
}

function serve(...asked: Asked): Promise<Served> {
  return entryOf(running, asked.join(), () => start(join(folder, `at-${running.size}`), asked));
}

async function start(work: string, [name, pathPrefix, isPacked]: Asked): Promise<Served> {
  const { plain, packed } = await build(pathPrefix);
  mkdirSync(work);
  const site = isPacked ? packed : plain;
  return { ...(await startServer(name, site, work, pathPrefix)), folder: plain, packed };
}

test.afterAll(async () => {
  for (const server of running.values()) await (await server).stop();
});

async function buildSite(folder: string, pathPrefix: string) {
  const [plain, packed] = [join(folder, "site"), join(folder, "packed")];
  const url = ["--url", `http://localhost${pathPrefix}`];
  await runBuild([...ARCHIVE_FLAGS, ...url, "--output", plain]);
  await startCommand("compress", [plain, "--to", packed]).line(/Готово: .*→/);
  return { plain, packed };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name))}`)
    .sort();
}

function at({ address }: RealServer, path: string): string {
  return address + path.slice(1).replace(/(^|\/)index\.html$/, "$1");
}

/** What the rules say of a file, a header that is not sent as undefined. */
function promised(path: string): Record<string, string | undefined> {
  const headers = headersOf(path);
  return Object.fromEntries(HEADER_RULES.map(({ name }) => [name.toLowerCase(), headers[name]]));
}

function said(headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = HEADER_RULES.map(({ name }) => name.toLowerCase());
  return Object.fromEntries(names.map((name) => [name, headers[name]]));
}

/** What is worth packing comes as its twin lies there; anything else comes as it is. */
function expectPacked(
  { headers, body }: Answer,
  path: string,
  { folder, packed }: Served,
  coding: keyof typeof UNPACK,
  end: string,
): void {
  const bytes = readFileSync(join(folder, path));
  if (!isWorthPacking(path, bytes.length)) {
    expect([path, headers["content-encoding"]]).toEqual([path, undefined]);
    expect(body.equals(bytes), path).toBe(true);
    return;
  }
  expect([path, headers["content-encoding"]]).toEqual([path, coding]);
  expect(headers.vary, path).toContain("Accept-Encoding");
  expect(body.equals(readFileSync(join(packed, path + end))), path).toBe(true);
  expect(UNPACK[coding](body).equals(bytes), path).toBe(true);
}

const UNPACK = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body: Buffer): Buffer => body,
} as const;

const SERVERS: readonly ServerName[] = ["nginx", "caddy"];
const ALL_CASES = SERVERS.flatMap((name) => ["/", "/news/"].map((prefix) => ({ name, prefix })));
/** Each server once, and each prefix once; or all of them. */
const CASES = TRIES_ALL
  ? ALL_CASES
  : ALL_CASES.filter(({ name, prefix }) => (name === "nginx") === (prefix === "/news/"));

test("what is kept for ever has its hash in its name", async () => {
  const { plain } = await build("/");
  const kept = filesIn(plain).filter((path) =>
    headersOf(path)["Cache-Control"]?.includes("immutable"),
  );
  expect(kept.length).toBeGreaterThan(20);
  const named = /[-_][0-9A-Za-z]{7,}\.[^/]+$|^\/search\/pack\/[0-9a-z]{10,12}\.pack$/;
  expect(kept.filter((path) => !named.test(path))).toEqual([]);
});

for (const { name, prefix } of CASES) {
  test.describe(`${name}, the site at ${prefix}`, () => {
    test.skip(!isInstalled(name), `${name} is not on this machine: apt-get install ${name}`);

    test("every file comes whole, with the headers that the rules promise", async () => {
      const server = await serve(name, prefix, true);
      for (const path of filesIn(server.folder)) {
        const { status, headers, body } = await ask(at(server, path));
        expect([path, status, said(headers)]).toEqual([path, 200, promised(path)]);
        expect(body.equals(readFileSync(join(server.folder, path))), path).toBe(true);
      }
    });

    for (const [coding, end] of [
      ["br", ".br"],
      ["gzip", ".gz"],
    ] as const) {
      test(`texts come packed with ${coding} as they lie`, async () => {
        test.skip(coding === "br" && !hasBrotli(name), "nginx has no module for Brotli here");
        const server = await serve(name, prefix, true);
        // Of _headers and _redirects, which other hosts read, no packed copies are made.
        for (const path of filesIn(server.folder).filter((one) => !one.startsWith("/_"))) {
          const answer = await ask(at(server, path), { "Accept-Encoding": coding });
          expectPacked(answer, path, server, coding, end);
          // Packed for this answer, its length would not be known before. Caddy never names it.
          const told = name === "nginx" ? answer.headers["content-length"] : answer.body.length;
          expect(Number(told), path).toBe(answer.body.length);
        }
      });
    }

    test("a site without packed files is packed for each answer", async () => {
      const server = await serve(name, prefix, false);
      const { headers, body } = await ask(server.address, { "Accept-Encoding": "gzip" });
      expect(headers["content-encoding"]).toBe("gzip");
      expect(gunzipSync(body).equals(readFileSync(join(server.folder, "index.html")))).toBe(true);
      expect(said(headers)).toEqual(promised("/index.html"));
    });

    test("what is not there is the site's own page, and not kept", async () => {
      const server = await serve(name, prefix, true);
      const page = readFileSync(join(server.folder, "404.html"), "utf8");
      const missing = ["net-takoi/", "assets/site-AAAAAAAA.css", "articles/net/photo.jpg"];
      // Folders that are there, without a page in them.
      missing.push("assets/", "articles/", "search/pack/");
      for (const path of missing) {
        const { status, headers, body } = await ask(server.address + path);
        expect([path, status, said(headers)]).toEqual([path, 404, promised("/404.html")]);
        expect(headers["content-type"]).toContain("text/html");
        expect(body.toString()).toBe(page);
      }
      if (prefix === "/") return;
      const above = await ask(new URL("/other/", server.address).href);
      expect([above.status, above.body.toString()]).toEqual([404, page]);
    });

    test("the address without the prefix leads to the site", async () => {
      test.skip(prefix === "/", "there is no prefix");
      const server = await serve(name, prefix, true);
      for (const path of ["/", prefix.slice(0, -1)]) {
        const { status, headers } = await ask(new URL(path, server.address).href);
        expect([path, status, headers.location]).toEqual([path, 302, prefix]);
      }
    });

    test("what a browser has already is not sent again", async () => {
      const server = await serve(name, prefix, true);
      const { headers } = await ask(server.address, { "Accept-Encoding": "gzip" });
      const again = await ask(server.address, {
        "Accept-Encoding": "gzip",
        "If-None-Match": String(headers.etag),
      });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    });

    test("a reader searches, and nothing breaks the policy", async ({ page }) => {
      const server = await serve(name, prefix, true);
      const complaints: string[] = [];
      const { host } = new URL(server.address);
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (asked) => {
        const url = new URL(asked.url());
        if (url.protocol.startsWith("http") && url.host !== host) complaints.push(url.href);
      });
      await page.goto(server.address);
      await page.goto(`${server.address}search/?q=трамвай`);
      await expect(page.locator(".results .result").first()).toContainText("рамва");
      await page.locator(".results .result a").first().click();
      await expect(page.locator("main h1")).toBeVisible();
      expect(complaints).toEqual([]);
    });
  });
}
