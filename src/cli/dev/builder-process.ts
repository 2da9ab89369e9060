import { type ChildProcess, fork } from "node:child_process";
import type { BuildOptions } from "../../build/index.ts";

/** This very program, but with another command: what has changed of its code is compiled anew. */
const [, VESTNIK = ""] = process.argv;

/** How a build ended. */
interface Outcome {
  /** What an editor has to mend, as it is told on the command line. */
  readonly problems?: string;
}

/** Builds again and again in a process of its own. */
export class Builder {
  readonly #options: BuildOptions;
  #process: ChildProcess | undefined;

  constructor(options: BuildOptions) {
    this.#options = options;
  }

  /** Templates and modules have changed: they are read anew. */
  forget(): void {
    this.#process?.kill();
    this.#process = undefined;
  }

  /** @returns what went wrong, as an editor reads it; nothing where all is well */
  async build(): Promise<string | undefined> {
    const child = this.#process ?? fork(VESTNIK, ["builder"]);
    this.#process = child;
    const { problems } = await outcomeOf(child, this.#options);
    // It may have been forgotten meanwhile, and another one begun.
    if (!child.connected && this.#process === child) this.#process = undefined;
    return problems;
  }
}

/** Has a process build, and waits for what it says of it, or for its end. */
function outcomeOf(child: ChildProcess, options: BuildOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      child.off("message", settle);
      child.off("exit", fail);
      resolve(outcome);
    };
    const fail = (): void => settle({ problems: "Сборка прервалась: причина в терминале." });
    child.on("message", settle);
    child.on("exit", fail);
    child.send(options);
  });
}
