import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PROJECT } from "../../src/build/index.ts";
import { freePort } from "../free-port.ts";

/** Where Debian and Ubuntu put it. */
export const BROTLI_MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** How long a server may take to listen. */
const START_MS = 10_000;

export interface Nginx {
  /** Without a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * What a machine's own nginx.conf has around a site.
 *
 * @param site the file that `npm run hosting -- --for nginx` has made
 * @param workers how many processes serve; by default the one that is started
 */
export function nginxAround(site: string, workers?: number): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `${existsSync(BROTLI_MODULE) ? `load_module ${BROTLI_MODULE};` : ""}
daemon off;
${workers === undefined ? "master_process off" : `worker_processes ${workers}`};
pid tmp/nginx.pid;
error_log tmp/error.log;
events {}
http {
  access_log off;
  sendfile on;
  ${kinds.map((kind) => `${kind}_temp_path tmp/${kind};`).join("\n  ")}
  include ${site};
}
`;
}

/**
 * Starts nginx with the configuration that `npm run hosting` prints.
 *
 * @param site the folder of the site; another may take its place
 * @param work an empty folder for the server's own files
 * @throws Error where it does not start
 */
export async function startNginx(site: string, work: string, workers: number): Promise<Nginx> {
  const port = await freePort();
  const [own, around] = [join(work, "site.conf"), join(work, "nginx.conf")];
  const places = ["--for", "nginx", "--to", own, "--site", site, "--listen", String(port)];
  const brotli = existsSync(BROTLI_MODULE) ? ["--brotli"] : [];
  const command = [join(PROJECT, "scripts/vestnik.js"), "hosting"];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...command, ...places, "--url", "http://localhost", ...brotli],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`No configuration of nginx: ${stderr}`);
  mkdirSync(join(work, "tmp"));
  // Its workers give up the rights of root, and the folder is a temporary one of whoever started this.
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  writeFileSync(around, user + nginxAround(own, workers));
  const child = spawn("nginx", ["-p", work, "-c", around], { stdio: "inherit" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = `http://localhost:${port}`;
  await answering(address);
  return { address, stop: () => stop(child, ended) };
}

function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill();
  return ended;
}

async function answering(address: string): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += 100) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok === true) return;
    await wait(100);
  }
  throw new Error(`nginx does not answer at ${address}`);
}
