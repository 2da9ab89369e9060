import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { SilenceWatch } from "../../../src/build/processes/thread-silence.ts";

const SILENCE_MS = 500;

/** A thread that runs some JavaScript after it has said that it runs. */
async function running(code: string): Promise<Worker> {
  const start = 'const { parentPort } = require("node:worker_threads"); parentPort.postMessage(0);';
  const thread = new Worker(start + code, { eval: true });
  onTestFinished(async () => void (await thread.terminate()));
  await once(thread, "message");
  return thread;
}

/** More than the silence in all; each part is so short that a busy machine may run some of them before it listens. */
const SIGNS = `
for (let sign = 0; sign < 30; sign++) {
  const start = performance.now();
  while (performance.now() - start < ${SILENCE_MS / 20});
  parentPort.postMessage(sign);
}
parentPort.close();
`;

test("a thread that gives signs of life may compute for long", async () => {
  const thread = await running(SIGNS);
  let isLate = false;
  const watch = new SilenceWatch(thread, SILENCE_MS, () => {
    isLate = true;
  });
  thread.on("message", () => watch.alive());
  await once(thread, "exit");
  watch.stop();
  expect(isLate).toBe(false);
});

test.each([
  ["computes for ever", "for (;;);"],
  ["waits for ever", "setInterval(() => {}, 1e6);"],
])("one that %s is late", async (_, code) => {
  const thread = await running(code);
  await new Promise<void>((late) => {
    const watch = new SilenceWatch(thread, SILENCE_MS, late);
    onTestFinished(() => watch.stop());
  });
});
