import type { BuildOptions } from "../../src/build/index.ts";
import { explain } from "../command.ts";
import { build } from "../steps.ts";

/**
 * A process that builds whenever it is told to, and tells what went wrong. What it has loaded for
 * one build, such as the dictionary, is there for the next.
 */
process.on("message", async (options: BuildOptions) => {
  try {
    await build(options);
    process.send?.({});
  } catch (error) {
    console.error(explain(error));
    process.send?.({ problems: explain(error) });
  }
});
