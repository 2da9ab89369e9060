import { type BuildOptions, endWithParent } from "../../build/index.ts";
import { explain } from "../command.ts";
import { build } from "../steps.ts";
import { warmUp } from "./warm-up.ts";

/** What has been asked for so far: Pagefind makes one index at a time in a process. */
let work: Promise<unknown> = Promise.resolve();
let isWarm = false;

/**
 * A process that builds whenever it is told to, and tells what went wrong. What it has loaded for
 * one build, such as the dictionary, is there for the next.
 */
export function run(): void {
  endWithParent();
  process.on("message", (options: BuildOptions) => {
    work = work.then(() => answer(options)).then(() => warmUpOnce(options));
  });
}

async function answer(options: BuildOptions): Promise<void> {
  try {
    await build(options);
    process.send?.({});
  } catch (error) {
    console.error(explain(error));
    process.send?.({ problems: explain(error) });
  }
}

/** A first build may have found all made, or have left it to other processes. */
async function warmUpOnce(options: BuildOptions): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  await warmUp(options).catch((error) => console.error("The warm-up failed:", error));
}
