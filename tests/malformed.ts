import fc from "fast-check";
import { sendRaw } from "./raw.ts";

/** Pieces that addresses of attacks are made of: ways up, signs encoded twice or too long, other forms. */
const PLACES = [
  ...[
    "/",
    "//",
    "/.",
    "/..",
    "/%",
    "/%zz",
    "/%00",
    "\\",
    "%5c",
    "%2f",
    "%2e%2e",
    "%252e",
    "%c0%ae",
  ],
  ...[
    "..%2f",
    "%ff",
    "%u002e",
    ";",
    ":",
    "#",
    "?",
    "?%",
    "*",
    "http://evil.example/",
    "\x00",
    "\xff",
  ],
  ...["secret.txt", "_site.next/", "index.html", ".git/", "articles/", "a", "~", " ", "\t"],
];

const METHODS = [
  "GET",
  "HEAD",
  "POST",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PUT",
  "PRI",
  "get",
  "G\x00T",
];
const VERSIONS = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/", "", "ICY"];

const RANGES = [
  ...[
    "bytes=5-1",
    "bytes=-0",
    "bytes=-5",
    "bytes=0-0",
    "bytes=999999-",
    "bytes=a-b",
    "bytes=",
    "5-1",
  ],
  ...[
    "bytes=0-18446744073709551615",
    "bytes=1e9-",
    "bytes=-",
    "bytes=0-1,5-2",
    "items=1-0",
    "bytes =0-1",
  ],
  ...[`bytes=${"0-1,".repeat(1000)}0-1`, "bytes=0-1,4-5", "bytes=--5", "bytes=0x1-2", "bytes=١-٢"],
];

const HOSTS = [
  "localhost",
  "LOCALHOST.:80",
  "[::1]",
  "evil.example",
  "",
  "a b",
  "127.0.0.1:0",
  "::",
  "[",
  "@",
];

const LINES = [
  ...[
    "Transfer-Encoding: chunked",
    "Content-Length: 5",
    "Content-Length: -1",
    "Expect: x",
    "Expect: 100-continue",
  ],
  ...[
    "Upgrade: websocket",
    "Connection: upgrade",
    "Origin: http://evil.example",
    "Origin: null",
    ": x",
    "A",
  ],
  ...[
    "If-Range: x",
    "If-None-Match: \xff",
    "If-Modified-Since: never",
    "Accept-Encoding: br;q=x,,gzip",
    " x",
  ],
  ...[
    `X: ${"x".repeat(20_000)}`,
    "A: b\x00c",
    "If-Match: *",
    "Accept: text/html",
    "Sec-WebSocket-Key: x",
  ],
];

const target = fc
  .array(fc.constantFrom(...PLACES), { maxLength: 6 })
  .map((parts) => parts.join(""));

const line = fc.oneof(
  { weight: 3, arbitrary: target.map((one) => `GET /${one} HTTP/1.1`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...METHODS), target, fc.constantFrom(...VERSIONS))
      .map((parts) => parts.join(" ")),
  },
);

const header = fc.oneof(
  fc.constantFrom(...RANGES).map((range) => `Range: ${range}`),
  fc.constantFrom(...HOSTS).map((host) => `Host: ${host}`),
  fc.constantFrom(...LINES),
);

const request = fc
  .tuple(line, fc.array(header, { maxLength: 4 }), fc.boolean())
  .map(([first, headers, isOwn]) =>
    [first, ...(isOwn ? ["Host: localhost"] : []), ...headers, "", endOf(first)].join("\r\n"),
  );

/** The first line of HTTP/2 has a second part (RFC 9113, 3.4), for which a server waits. */
function endOf(first: string): string {
  return first.startsWith("PRI ") ? "SM\r\n\r\n" : "";
}

const noise = fc
  .uint8Array({ minLength: 1, maxLength: 200 })
  .map((bytes) => `x${Buffer.from(bytes).toString("latin1")}\r\n\r\n`);

/**
 * Requests that no browser sends, and some that it does, as Latin-1. Each has an end, so that no
 * server has to wait for more of it.
 */
function malformedRequests(count: number, seed: number): string[] {
  const either = fc.oneof({ weight: 9, arbitrary: request }, { weight: 1, arbitrary: noise });
  return fc.sample(either, { numRuns: count, seed });
}

/** As many at once as a page of another site can have a browser send. */
const AT_ONCE = 20;

/**
 * Sends malformed requests to a server, the same ones for a seed.
 *
 * @returns how often each status was answered, 0 where there was no answer
 * @throws Error with the request where the answer is a fault of the server's, or holds the secret
 */
export async function sendMalformed(
  address: string,
  { count, seed, secret }: { count: number; seed: number; secret: string },
): Promise<Map<number, number>> {
  const requests = malformedRequests(count, seed);
  const statuses = new Map<number, number>();
  const sender = async (): Promise<void> => {
    for (let bytes = requests.pop(); bytes !== undefined; bytes = requests.pop()) {
      const { status, text } = await sendRaw(address, bytes, (come) => come.includes("\r\n\r\n"));
      if (status === 500 || text.includes(secret)) throw new Error(JSON.stringify({ bytes, text }));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return statuses;
}
