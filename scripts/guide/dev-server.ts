import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PROJECT } from "../../src/build/index.ts";

/** How long a build may take, in milliseconds. */
const PATIENCE = 60_000;
const ADDRESS = /Сайт открыт: (\S+)/;

/** `npm run dev`, as an editor runs it. */
export class DevServer {
  readonly #child: ChildProcess;
  #output = "";

  /** @param folder of the archive */
  constructor(folder: string, port: string) {
    const command = [join(PROJECT, "scripts/vestnik.js"), "dev", "--port", port];
    this.#child = spawn(process.execPath, command, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        this.#output += chunk;
      });
    }
  }

  /** @returns where the site is, with a slash at the end */
  async address(): Promise<string> {
    return (await this.#line(ADDRESS))[1] ?? "";
  }

  /** Waits until what `change` has written is built, or refused. */
  async afterBuild(change: () => void): Promise<void> {
    this.#output = "";
    change();
    await this.#line(/Готово за|Ничего не записано/);
  }

  stop(): void {
    this.#child.kill();
  }

  async #line(pattern: RegExp): Promise<RegExpExecArray> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      const match = pattern.exec(this.#output);
      if (match !== null) return match;
      if (this.#child.exitCode !== null) break;
      await wait(50);
    }
    throw new Error(`npm run dev has not said ${pattern}:\n${this.#output}`);
  }
}
