import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { freePort } from "../../scripts/free-port.ts";
import { BROTLI_MODULE, nginxAround } from "../../scripts/load/nginx.ts";
import { ask } from "../ask.ts";

/** A server that runs with the configuration that `npm run hosting` has printed. */
export interface RealServer {
  /** Where the site is: http://localhost:1234/news/ */
  readonly address: string;
  stop(): Promise<void>;
}

export type ServerName = "nginx" | "caddy";

/** @returns whether the program is on this machine */
export function isInstalled(name: ServerName): boolean {
  const { error } = spawnSync(name, [name === "nginx" ? "-v" : "version"]);
  return error === undefined;
}

/** Whether the server sends files that are packed with Brotli. */
export function hasBrotli(name: ServerName): boolean {
  return name === "caddy" || existsSync(BROTLI_MODULE);
}

/**
 * @param site the folder of the site
 * @param work an empty folder for the server's own files
 * @param pathPrefix «/» or «/news/»
 */
export async function startServer(
  name: ServerName,
  site: string,
  work: string,
  pathPrefix: string,
): Promise<RealServer> {
  const port = await freePort();
  const configuration = join(work, "site.conf");
  const url = `http://localhost${pathPrefix}`;
  const flags = ["--for", name, "--to", configuration, "--site", site, "--url", url];
  const listen = ["--listen", name === "nginx" ? String(port) : `localhost:${port}`];
  const brotli = name === "nginx" && hasBrotli(name) ? ["--brotli"] : [];
  run(process.execPath, ["scripts/vestnik.js", "hosting", ...flags, ...listen, ...brotli]);
  const [program, ...started] = commandOf(name, work, configuration);
  const child = spawn(program, started, { env: { ...process.env, HOME: work }, stdio: "ignore" });
  const address = `http://localhost:${port}${pathPrefix}`;
  await expect.poll(() => statusOf(address), { message: name }).toBe(200);
  return { address, stop: () => stop(child) };
}

function commandOf(name: ServerName, work: string, configuration: string): [string, ...string[]] {
  if (name === "caddy") {
    const flags = ["--adapter", "caddyfile", "--config", configuration];
    run("caddy", ["validate", ...flags]);
    return ["caddy", "run", ...flags];
  }
  mkdirSync(join(work, "tmp"));
  writeFileSync(join(work, "nginx.conf"), nginxAround(configuration));
  const flags = ["-p", work, "-c", join(work, "nginx.conf")];
  run("nginx", ["-t", ...flags]);
  return ["nginx", ...flags];
}

function run(program: string, flags: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, flags, { encoding: "utf8" });
  expect(status, `${program} ${flags.join(" ")}\n${stdout}${stderr}`).toBe(0);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill();
  });
}

async function statusOf(address: string): Promise<number> {
  return (await ask(address).catch(() => undefined))?.status ?? 0;
}
