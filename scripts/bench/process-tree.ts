import { spawn } from "node:child_process";
import { factsOf, processTree, readProcess } from "../../src/build/index.ts";

/** What a command took. Reads /proc, and so works on Linux alone. */
export interface Measured {
  readonly seconds: number;
  /** Of the processor, by the process and all its descendants. */
  readonly processorSeconds: number;
  /** The most that the process and all its descendants held at one time. */
  readonly peakRssMb: number;
  /** The end of what it printed. */
  readonly output: string;
}

const SAMPLE_MS = 100;
/** Of Linux: what factsOf counts by. */
const TICKS_A_SECOND = 100;
/** Of Linux on the processors that Node is made for; statm counts in pages. */
const PAGE_BYTES = 4096;
const TAIL = 4000;

/**
 * Runs a command to its end, and watches the memory of its whole process tree.
 *
 * @param name what it is told by
 * @param cwd the working folder
 * @throws Error with the end of its complaints where it fails
 */
export async function runMeasured(
  name: string,
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<Measured> {
  console.log(`${name}: begins`);
  const start = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const [output, complaints] = [tailOf(child.stdout), tailOf(child.stderr)];
  const watched = watch(child.pid ?? 0);
  const exit = await new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? "SIGKILL"));
  }).finally(watched.stop);
  const seconds = (performance.now() - start) / 1000;
  if (exit === 0) return { seconds, ...watched.figures(), output: output() };
  throw new Error(`${name} ended with ${exit} after ${seconds.toFixed(1)} s:\n${complaints()}`);
}

/** @returns the last line that a command printed */
export function lastLine({ output }: Measured): string {
  return output.trim().split("\n").at(-1) ?? "";
}

/** @returns a function that yields the last characters that the stream has brought */
function tailOf(stream: NodeJS.ReadableStream): () => string {
  let tail = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    tail = (tail + text).slice(-TAIL);
  });
  return () => tail;
}

function watch(root: number) {
  let peak = 0;
  const ticks = new Map<string, number>();
  const timer = setInterval(() => {
    const tree = processTree(root);
    peak = Math.max(peak, memoryOf(tree) / 1024 ** 2);
    for (const pid of tree) countTicks(pid, ticks);
  }, SAMPLE_MS);
  const processorSeconds = (): number =>
    [...ticks.values()].reduce((sum, count) => sum + count, 0) / TICKS_A_SECOND;
  return {
    figures: () => ({ peakRssMb: peak, processorSeconds: processorSeconds() }),
    stop: () => clearInterval(timer),
  };
}

/** A number is given to another process once one has ended. */
function countTicks(pid: number, ticks: Map<string, number>): void {
  const facts = factsOf(pid);
  if (facts !== undefined) ticks.set(`${pid} ${facts.started}`, facts.ticks);
}

/** @returns the bytes that processes hold; pages that they share count once for each */
function memoryOf(tree: readonly number[]): number {
  const pages = tree.map((pid) => Number(readProcess(`${pid}/statm`).split(" ")[1] ?? 0));
  return pages.reduce((sum, count) => sum + count, 0) * PAGE_BYTES;
}
