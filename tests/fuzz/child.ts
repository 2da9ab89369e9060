import { join } from "node:path";
import { type BigReport, runBigCase } from "./big.ts";
import { type Batch, runCases } from "./run-cases.ts";
import { targetNamed } from "./targets.ts";

/**
 * The process that cases run in: it may hang or die without anybody losing more than a case. It says
 * that it is alive, and leaves each case in its folder before it runs it.
 */

/** What a child is asked to do. */
export type Request = { readonly batch: Batch } | { readonly big: string };

const SIGN_OF_LIFE_MS = 100;

const work = process.argv[2] ?? "";
let last = 0;

process.on("message", (request: Request) => {
  process.send?.(answer(request));
});

process.send?.("ready");

function bigAnswer(name: string, folder: string): BigReport | { readonly failure: string } {
  try {
    return runBigCase(name, folder);
  } catch (error) {
    return { failure: String(error instanceof Error ? error.stack : error).slice(0, 2000) };
  }
}

function answer(request: Request) {
  const folder = join(work, "case");
  if ("big" in request) return bigAnswer(request.big, folder);
  const { batch } = request;
  return runCases(targetNamed(batch.target), batch, folder, () => {
    if (performance.now() - last < SIGN_OF_LIFE_MS) return;
    last = performance.now();
    process.send?.("alive");
  });
}
