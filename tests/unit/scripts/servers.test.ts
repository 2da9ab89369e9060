import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../ask.ts";
import { sendMalformed } from "../../malformed.ts";
import { requestOf, sendRaw } from "../../raw.ts";
import { temporaryFolder } from "../temporary.ts";

/** A command of package.json, and what it has said. */
interface Command {
  readonly child: ChildProcess;
  /** Waits for what it says, or for its end. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** @returns its exit code and the signal that has ended it */
  ended(): Promise<unknown[]>;
}

const ADDRESS = /Сайт открыт: (\S+)/;

const folder = temporaryFolder();
const output = join(folder, "site");
const flags = ["--content", join(folder, "content"), "--data", join(folder, "data")];
const commands: Command[] = [];

function start(name: string, more: readonly string[]): Command {
  const child = spawn(process.execPath, ["scripts/vestnik.js", name, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "" },
  });
  const exit = once(child, "exit");
  let text = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const look of waiting) look();
    });
  }
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match !== null) resolve(match);
      };
      waiting.add(look);
      look();
      child.once("close", () => reject(new Error(`${name} has not said ${pattern}:\n${text}`)));
    });
  const command = { child, said, ended: () => exit };
  commands.push(command);
  return command;
}

let dev: Command;
let address: string;

beforeAll(async () => {
  cpSync("tests/fixtures/archive", folder, { recursive: true });
  dev = start("dev", [...flags, "--output", output, "--port", "0"]);
  [, address = ""] = await dev.said(ADDRESS);
});

afterAll(() => {
  for (const { child } of commands) child.kill("SIGKILL");
});

test.each(["/..%2fx", "/%", "/%zz", "//", "/..%2fsite.preview.next/"])(
  "npm run dev outlives %s",
  async (target) => {
    expect((await sendRaw(address, requestOf(`GET ${target} HTTP/1.1`))).status).toBe(400);
    expect((await ask(address)).status).toBe(200);
  },
);

test("npm run dev outlives 1,000 malformed requests", async () => {
  await sendMalformed(address, { count: 1000, seed: 18, secret: "root:x:0:0" });
  const { status, body } = await ask(address);
  expect([status, body.toString()]).toEqual([200, expect.stringContaining("</html>")]);
});

test("npm run dev tells its pages of a new build, and no page of another site", async () => {
  const { headers, body } = await ask(address);
  // The script and the events are let through by the policy of readers' pages.
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
  expect(headers["content-security-policy"]).toContain("connect-src 'self'");
  const page = body.toString();
  const [, script = "", build = ""] = /src="([^"]*client\.js\?build=(\d+))"/.exec(page) ?? [];
  const client = await ask(new URL(script, address));
  expect(client.headers["content-type"]).toContain("javascript");
  const events = new URL("events", new URL(script, address));
  const line = requestOf(`GET ${events.pathname} HTTP/1.1`);
  const now = await sendRaw(address, line, (text) => text.includes("data: "));
  expect(now.text).toContain(`data: ${build}\n`);
  const told = sendRaw(address, line, (text) => text.includes(`data: ${Number(build) + 1}\n`));
  const file = join(folder, "content/2025/most.md");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("Через реку открыт", "Через реку построен"),
  );
  expect((await told).status).toBe(200);
  expect((await ask(new URL("articles/most/", address))).body.toString()).toContain("построен");
  const foreign = ["Host: localhost", "Origin: http://evil.example"];
  const line2 = requestOf(`GET ${events.pathname} HTTP/1.1`, foreign);
  expect((await sendRaw(address, line2)).status).toBe(403);
});

test("a port that is taken is told with the next free one", async () => {
  const { port } = new URL(address);
  const refused = start("serve", ["--output", `${output}.preview`, "--port", port]);
  const [, next] = await refused.said(
    /Порт \d+ занят.*свободный — (\d+): npm run serve -- --port \1/s,
  );
  expect(Number(next)).toBeGreaterThan(Number(port));
  expect(await refused.ended()).toEqual([1, null]);
});

test("without a port the next free one after 8080 is taken, and told", async () => {
  const other = createServer();
  other.listen(8080, "127.0.0.1");
  // It may be taken already.
  await Promise.race([once(other, "error"), once(other, "listening")]);
  const serve = start("serve", ["--output", `${output}.preview`]);
  const [, next] = await serve.said(/Порт 8080 занят.*следующий свободный: (\d+)/);
  const [, shown = ""] = await serve.said(ADDRESS);
  expect(new URL(shown).port).toBe(next);
  other.close();
  serve.child.kill("SIGINT");
  expect(await serve.ended()).toEqual([0, null]);
});

test.each([
  ["203.0.113.1", /нет такого адреса/],
  ["no-such-name.invalid", /такого имени нет/],
])("--host %s, which is not there, is told", async (host, message) => {
  const serve = start("serve", ["--output", `${output}.preview`, "--port", "0", "--host", host]);
  await serve.said(message);
  expect(await serve.ended()).toEqual([1, null]);
});

test("--host shows the site to others, and says so", async () => {
  const flags = ["--port", "0", "--host", "0.0.0.0"];
  const serve = start("serve", ["--output", `${output}.preview`, ...flags]);
  await serve.said(/Внимание: сайт виден/);
  const [, shown = ""] = await serve.said(ADDRESS);
  const from = (host: string) => sendRaw(shown, requestOf("GET / HTTP/1.1", [`Host: ${host}`]));
  expect((await from("192.168.0.7:8080")).status).toBe(200);
  expect((await from("evil.example")).status).toBe(403);
  serve.child.kill("SIGTERM");
  expect(await serve.ended()).toEqual([0, null]);
});

test("npm run dev ends when it is told to", async () => {
  dev.child.kill("SIGTERM");
  expect(await dev.ended()).toEqual([0, null]);
});
