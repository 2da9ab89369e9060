import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Listening, listen, nextFreePort } from "../../../src/serve/listen.ts";

const open: Listening[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function opened(host: string, port = 0): Promise<number> {
  const listening = await listen(createServer(), host, port);
  open.push(listening);
  return listening.port;
}

test("a port that is taken is refused, and the next free one is another", async () => {
  const port = await opened("localhost");
  await expect(opened("localhost", port)).rejects.toThrow("EADDRINUSE");
  const next = await nextFreePort(port);
  expect(next).toBeGreaterThan(port);
  expect(await opened("localhost", next)).toBe(next);
});

test("a program that listens everywhere has the port too", async () => {
  const port = await opened("0.0.0.0");
  await expect(opened("localhost", port)).rejects.toThrow("EADDRINUSE");
});

test("a server that gets one of the two addresses only gives it back", async () => {
  const other = createServer();
  other.listen(0, "::1");
  const [error] = await Promise.race([once(other, "error"), once(other, "listening")]);
  // A machine without IPv6 has one address.
  if (error !== undefined) return;
  const { port } = other.address() as { port: number };
  await expect(opened("localhost", port)).rejects.toThrow("EADDRINUSE");
  expect(await opened("127.0.0.1", port)).toBe(port);
  await closed(other);
});

test("after the last port there is none", async () => {
  expect(await nextFreePort(65_535)).toBeUndefined();
});

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
