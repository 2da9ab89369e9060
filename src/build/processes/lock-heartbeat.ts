import { Worker } from "node:worker_threads";

/**
 * Plain JavaScript: a thread with a TypeScript loader takes a tenth of a second to start. A lock that another
 * build has taken is left alone.
 */
const BEATING = `
const { readFileSync, utimesSync } = require("node:fs");
const { parentPort, workerData } = require("node:worker_threads");
let locks = new Map();
parentPort.on("message", (own) => { locks = own; });
setInterval(() => {
  for (const [file, text] of locks) {
    try {
      if (readFileSync(file, "utf8") === text) utimesSync(file, new Date(), new Date());
    } catch {}
  }
}, workerData);
`;

let thread: Worker | undefined;

/**
 * Touches locks regularly, so that machines that cannot see the holder's process know it is alive. In a
 * thread, for the process itself reads a large archive without a pause.
 *
 * @param locks those of this process with their texts; where there is none, the thread ends
 * @param everyMs the interval; that of the first call holds for all locks of the process
 */
export function keepBeating(locks: ReadonlyMap<string, string>, everyMs: number): void {
  if (locks.size === 0) {
    void thread?.terminate();
    thread = undefined;
    return;
  }
  thread ??= new Worker(BEATING, { eval: true, workerData: everyMs, execArgv: [] });
  thread.unref();
  thread.postMessage(locks);
}
