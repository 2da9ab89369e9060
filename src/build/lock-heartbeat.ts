import { Worker } from "node:worker_threads";

/**
 * JavaScript as it is, for a thread would take a tenth of a second to load what reads TypeScript. A lock
 * that is another's by now is left alone.
 */
const BEATING = `
const { readFileSync, utimesSync } = require("node:fs");
const { parentPort, workerData } = require("node:worker_threads");
const locks = new Map();
parentPort.on("message", ({ file, text }) => {
  if (text === undefined) locks.delete(file);
  else locks.set(file, text);
});
setInterval(() => {
  for (const [file, text] of locks) {
    try {
      if (readFileSync(file, "utf8") === text) utimesSync(file, new Date(), new Date());
    } catch {}
  }
}, workerData);
`;

const beating = new Set<string>();
let thread: Worker | undefined;

/**
 * Touches a lock again and again, so that those who cannot ask the system for its holder see that it is
 * alive. It is a thread that does so: the process itself reads a large archive without a pause.
 *
 * @param text of the lock, by which it is known to be ours
 * @param everyMs how often; whoever is first decides it for all locks of the process
 */
export function startBeating(file: string, text: string, everyMs: number): void {
  beating.add(file);
  if (thread === undefined) {
    thread = new Worker(BEATING, { eval: true, workerData: everyMs, execArgv: [] });
    thread.unref();
  }
  thread.postMessage({ file, text });
}

/** Ends the thread where no lock is left. */
export function stopBeating(file: string): void {
  beating.delete(file);
  thread?.postMessage({ file });
  if (beating.size > 0) return;
  void thread?.terminate();
  thread = undefined;
}
