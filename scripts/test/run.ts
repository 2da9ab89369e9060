import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A command that runs beside others; its output is kept until its turn has come to be shown. */
export class Run {
  readonly #name: string;
  readonly #kept: Buffer[] = [];
  readonly #ended: Promise<number>;
  #isShown = false;

  /**
   * Starts the command.
   *
   * @param name what stands above its output
   * @param command a program of node_modules with its arguments
   * @param environment variables besides those of this process
   */
  constructor(name: string, command: readonly string[], environment = {}) {
    this.#name = name;
    const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
    const child = spawn("npx", ["--no-install", ...command], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...colours, ...environment },
    });
    this.#listen(child);
    this.#ended = once(child, "close").then(
      ([code]) => (typeof code === "number" ? code : 1),
      (error) => {
        this.#say(Buffer.from(`${error}\n`));
        return 1;
      },
    );
  }

  #listen({ stdout, stderr }: ChildProcess): void {
    for (const stream of [stdout, stderr]) {
      stream?.on("data", (chunk: Buffer) => this.#say(chunk));
    }
  }

  #say(text: Buffer): void {
    if (this.#isShown) process.stdout.write(text);
    else this.#kept.push(text);
  }

  /**
   * Shows what the command has said, and from now on what it says.
   *
   * @returns the exit code, when the command has ended; 1 where it did not start or was killed
   */
  async show(): Promise<number> {
    console.log(`\n== ${this.#name}`);
    process.stdout.write(Buffer.concat(this.#kept));
    this.#isShown = true;
    return this.#ended;
  }
}
