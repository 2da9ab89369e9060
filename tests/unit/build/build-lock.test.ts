import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { Progress } from "../../../src/build/index.ts";
import { type LockPace, lockBuild, lockCache } from "../../../src/build/processes/build-lock.ts";
import { type Holder, ownHolder } from "../../../src/build/processes/lock-holder.ts";

import { factsOf } from "../../../src/build/processes/process-facts.ts";
import { temporaryFolder } from "../temporary.ts";

const QUIET = new Progress(() => {});

/** Silence is told after a few looks. */
const PACE: LockPace = { lookMs: 5, beatMs: 20, silentLooks: 5 };
/** As many looks as no test makes: what is told is not told by silence. */
const NO_SILENCE: LockPace = { ...PACE, silentLooks: Number.POSITIVE_INFINITY };

function lockOf(holder: Partial<Holder>): string {
  return JSON.stringify({ ...ownHolder(), ...holder });
}

/** Each site with a cache of its own. */
function placesOf(output: string) {
  return { output, cache: `${output}-cache` };
}

/** A folder in which a site is locked. */
function lockedBy(holder: Partial<Holder>): string {
  return join(temporaryFolder({ "site.lock": lockOf(holder) }), "site");
}

/** A process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

/** A process that is there and does nothing. */
function sleepingPid(): number {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

/** Locks, and gives back. */
async function passThrough(output: string, pace: LockPace): Promise<void> {
  const { unlock } = await lockBuild(placesOf(output), QUIET, pace);
  expect(readFileSync(`${output}.lock`, "utf8")).toContain(`"pid":${process.pid}`);
  unlock();
  expect(existsSync(`${output}.lock`)).toBe(false);
}

/** A build that would come next; it is let in at the end of the test. */
function comingNext(output: string, pace: LockPace) {
  const next = { isIn: false };
  const coming = lockBuild(placesOf(output), QUIET, pace).then(({ unlock }) => {
    next.isIn = true;
    unlock();
  });
  return { next, coming };
}

test("the second build waits for the first one, and says so once", async () => {
  const output = join(temporaryFolder(), "deep/site");
  const told: string[] = [];
  const first = await lockBuild(placesOf(output), QUIET);
  const order: string[] = [];
  const progress = new Progress((line) => told.push(line));
  const second = lockBuild(placesOf(output), progress, PACE).then(({ unlock }) => {
    order.push("second");
    unlock();
  });
  await wait(100);
  order.push("first ends");
  first.unlock();
  await second;
  expect(order).toEqual(["first ends", "second"]);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(`другая сборка: процесс ${process.pid}`);
  expect(existsSync(`${output}.lock`)).toBe(false);
  expect(existsSync(join(`${output}-cache`, "lock"))).toBe(false);
});

test("builds of different sites wait for each other where they share a cache, and so does clean", async () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  const first = await lockBuild({ output: at("one"), cache: at("cache") }, QUIET);
  const order: string[] = [];
  const others = [
    lockBuild({ output: at("two"), cache: at("cache") }, QUIET, PACE),
    lockCache(at("cache"), QUIET, PACE),
  ].map((waiting) =>
    waiting.then(({ unlock }) => {
      order.push("another");
      unlock();
    }),
  );
  const apart = await lockBuild({ output: at("three"), cache: at("its own") }, QUIET);
  apart.unlock();
  await wait(100);
  order.push("first ends");
  first.unlock();
  await Promise.all(others);
  expect(order).toEqual(["first ends", "another", "another"]);
});

test("what a killed build left is taken over at once by one of those that wait", async () => {
  const output = lockedBy({ pid: deadPid() });
  let inside = 0;
  const work = async () => {
    const { unlock } = await lockBuild(placesOf(output), QUIET, NO_SILENCE);
    expect(++inside).toBe(1);
    await wait(20);
    inside--;
    unlock();
  };
  await work();
  await Promise.all([work(), work()]);
});

test("so is one of a killed process that had the same number, as in containers", async () => {
  await passThrough(lockedBy({ id: "another" }), NO_SILENCE);
});

test.runIf(process.platform === "linux")(
  "so is one whose number another process has by now",
  async () => {
    await passThrough(lockedBy({ pid: sleepingPid(), started: "1" }), NO_SILENCE);
  },
);

test.runIf(process.platform === "linux")(
  "one of a process that is stopped is left alone, however long it is silent",
  async () => {
    const pid = sleepingPid();
    process.kill(pid, "SIGSTOP");
    const started = factsOf(pid)?.started ?? "";
    const output = lockedBy({ pid, started });
    const { next, coming } = comingNext(output, PACE);
    await wait(PACE.lookMs * PACE.silentLooks * 20);
    expect(next.isIn).toBe(false);
    process.kill(pid, "SIGKILL");
    await coming;
  },
);

test.each([
  ["of another machine", { host: "another" }],
  ["of another start of this machine", { boot: "another" }],
  ["of a container", { boot: `${ownHolder().boot}1` }],
  ["of a system that does not say when a process was started", { pid: process.ppid, started: "" }],
])("one %s is taken over when it is silent", async (_, holder) => {
  await passThrough(lockedBy(holder), PACE);
});

test("one of another machine that shows signs of life is left alone", async () => {
  const output = lockedBy({ host: "another" });
  const { next, coming } = comingNext(output, PACE);
  for (let beat = 1; beat < 200; beat++) {
    utimesSync(`${output}.lock`, beat, beat);
    await wait(1);
  }
  expect(next.isIn).toBe(false);
  await coming;
});

test("a build shows signs of life while it does nothing but compute, and none afterwards", async () => {
  const output = join(temporaryFolder(), "site");
  const modified = () => statSync(`${output}.lock`).mtimeMs;
  const { unlock } = await lockBuild(placesOf(output), QUIET, PACE);
  const before = modified();
  // Without a pause in which a timer of this thread could run.
  while (modified() === before);
  unlock();
  expect(existsSync(`${output}.lock`)).toBe(false);
});

test("a torn lock is taken over when nobody writes it", async () => {
  const output = join(temporaryFolder({ "site.lock": "{" }), "site");
  await passThrough(output, PACE);
});

test("a build whose place was taken over changes nothing more, and leaves the other's lock", async () => {
  const output = join(temporaryFolder(), "site");
  const { checkHeld, unlock } = await lockBuild(placesOf(output), QUIET);
  checkHeld();
  const other = lockOf({ host: "another" });
  writeFileSync(`${output}.lock`, other);
  expect(checkHeld).toThrow(/папку заняла другая/);
  unlock();
  expect(readFileSync(`${output}.lock`, "utf8")).toBe(other);
});
