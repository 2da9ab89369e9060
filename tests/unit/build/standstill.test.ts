import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { endTree } from "../../../src/build/processes/process.ts";
import { factsOf, processTree } from "../../../src/build/processes/process-facts.ts";
import {
  type Patience,
  type Standstill,
  StandstillWatch,
} from "../../../src/build/processes/standstill.ts";

const LOOK_MS = 20;
const NEVER = Number.POSITIVE_INFINITY;
const PATIENT: Patience = { lookMs: LOOK_MS, stoppedLooks: NEVER, idleLooks: NEVER };

/** A process that runs some JavaScript, and says so. */
async function running(code: string): Promise<number> {
  const child = spawn(process.execPath, ["-e", `console.log("runs"); ${code}`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => endTree(child));
  await once(child.stdout, "data");
  return child.pid ?? 0;
}

/** Looks until something is found. */
async function foundOf(watch: StandstillWatch): Promise<Standstill> {
  for (;;) {
    const found = watch.look();
    if (found !== undefined) return found;
    await wait(LOOK_MS);
  }
}

const COMPUTING = "for (;;);";
const WAITING = "setInterval(() => {}, 1e6);";
/** With a child that is stopped, as Pagefind of a worker may be. */
const WITH_CHILD = `
const child = require("node:child_process").spawn(process.execPath, ["-e", "${COMPUTING}"]);
${WAITING}
`;

describe.runIf(process.platform === "linux")("a process of which nothing is to be expected", () => {
  test("is stopped", async () => {
    const pid = await running(COMPUTING);
    const watch = new StandstillWatch(pid, { ...PATIENT, stoppedLooks: 3 });
    for (let look = 0; look < 10; look++) expect(watch.look()).toBeUndefined();
    process.kill(pid, "SIGSTOP");
    expect(await foundOf(watch)).toBe("stopped");
  });

  test("waits for one that it has started, and that is stopped", async () => {
    const pid = await running(WITH_CHILD);
    const watch = new StandstillWatch(pid, { ...PATIENT, stoppedLooks: 3 });
    while (processTree(pid).length < 2) await wait(LOOK_MS);
    expect(watch.look()).toBeUndefined();
    process.kill(processTree(pid)[1] ?? 0, "SIGSTOP");
    expect(await foundOf(watch)).toBe("stopped");
  });

  test("does nothing, however little it is waited for by the clock", async () => {
    const watch = new StandstillWatch(await running(WAITING), { ...PATIENT, idleLooks: 5 });
    expect(await foundOf(watch)).toBe("idle");
  });
});

test.runIf(process.platform === "linux")(
  "the end of a process is that of all it started",
  async () => {
    const pid = await running(WITH_CHILD);
    while (processTree(pid).length < 2) await wait(LOOK_MS);
    const [, child = 0] = processTree(pid);
    process.kill(child, "SIGSTOP");
    endTree({ pid });
    for (const one of [pid, child]) while (!hasEnded(one)) await wait(LOOK_MS);
  },
);

function hasEnded(pid: number): boolean {
  return factsOf(pid)?.isEnded ?? true;
}
