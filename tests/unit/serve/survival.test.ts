import fs, {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type RunningServer, serveSite } from "../../../src/serve/index.ts";
import { ask } from "../../ask.ts";
import { sendMalformed } from "../../malformed.ts";
import { requestOf, sendRaw } from "../../raw.ts";
import { SIZES } from "../../sizes.ts";
import { temporaryFolder } from "../temporary.ts";
import { hostileSite, PAGE, SECRET } from "./hostile-site.ts";

const folder = hostileSite();
let server: RunningServer;

beforeAll(async () => {
  server = await serveSite({ folder, pathPrefix: "/", port: 0 });
});

afterAll(() => server.close());

async function isWell(): Promise<void> {
  const { status, body } = await ask(server.address);
  expect([status, body.toString()]).toEqual([200, PAGE]);
}

const { malformed: COUNT } = SIZES;

test(`${COUNT} malformed requests, and then a good one is answered`, async () => {
  const statuses = await sendMalformed(server.address, { count: COUNT, seed: 17, secret: SECRET });
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

test("a file that is replaced between the look at it and its opening is sent as it is now", async () => {
  const place = temporaryFolder({ "index.html": "short", "next.html": "longer than before" });
  const open = fs.createReadStream;
  const spy = vi.spyOn(fs, "createReadStream").mockImplementationOnce((...given) => {
    renameSync(join(place, "next.html"), join(place, "index.html"));
    return open(...given);
  });
  const other = await serveSite({ folder: place, pathPrefix: "/", port: 0 });
  const { status, headers, body } = await ask(other.address);
  expect([status, body.toString()]).toEqual([200, "longer than before"]);
  expect(headers["content-length"]).toBe("18");
  expect(spy).toHaveBeenCalledTimes(2);
  spy.mockRestore();
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
