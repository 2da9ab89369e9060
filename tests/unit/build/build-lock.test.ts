import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockBuild, lockCache } from "../../../src/build/build-lock.ts";
import { Progress } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";

const QUIET = new Progress(() => {});

function lockOf(pid: number, host = hostname()): string {
  return JSON.stringify({ pid, host, since: 1 });
}

/** Each site with a cache of its own. */
function placesOf(output: string) {
  return { output, cache: `${output}-cache` };
}

/** A process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("the second build waits for the first one, and says so once", async () => {
  const output = join(temporaryFolder(), "deep/site");
  const told: string[] = [];
  const unlock = await lockBuild(placesOf(output), QUIET);
  const order: string[] = [];
  const second = lockBuild(placesOf(output), new Progress((line) => told.push(line))).then(
    (free) => {
      order.push("second");
      free();
    },
  );
  await new Promise((done) => setTimeout(done, 700));
  order.push("first ends");
  unlock();
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
  const unlock = await lockBuild({ output: at("one"), cache: at("cache") }, QUIET);
  const order: string[] = [];
  const others = [
    lockBuild({ output: at("two"), cache: at("cache") }, QUIET),
    lockCache(at("cache"), QUIET),
  ].map((waiting) =>
    waiting.then((free) => {
      order.push("another");
      free();
    }),
  );
  await lockBuild({ output: at("three"), cache: at("its own") }, QUIET).then((free) => free());
  await new Promise((done) => setTimeout(done, 400));
  order.push("first ends");
  unlock();
  await Promise.all(others);
  expect(order).toEqual(["first ends", "another", "another"]);
});

test("what a killed build left is taken over by one of those that wait", async () => {
  const output = join(temporaryFolder({ "site.lock": lockOf(deadPid()) }), "site");
  let inside = 0;
  const work = async () => {
    const unlock = await lockBuild(placesOf(output), QUIET);
    expect(++inside).toBe(1);
    await new Promise((done) => setTimeout(done, 50));
    inside--;
    unlock();
  };
  await work();
  await Promise.all([work(), work()]);
});

test("so is one of a killed process that had the same number, as in containers", async () => {
  const output = join(temporaryFolder({ "site.lock": lockOf(process.pid) }), "site");
  const unlock = await lockBuild(placesOf(output), QUIET);
  unlock();
  expect(existsSync(`${output}.lock`)).toBe(false);
});

test("a torn lock is taken over when it is old", async () => {
  const output = join(temporaryFolder({ "site.lock": "{" }), "site");
  utimesSync(`${output}.lock`, 1, 1);
  const unlock = await lockBuild(placesOf(output), QUIET);
  expect(readFileSync(`${output}.lock`, "utf8")).toContain(String(process.pid));
  unlock();
});

test("one of another machine is left alone", async () => {
  const output = join(temporaryFolder(), "site");
  writeFileSync(`${output}.lock`, lockOf(deadPid(), "another"));
  const outcome = await Promise.race([
    lockBuild(placesOf(output), QUIET),
    new Promise((done) => setTimeout(() => done("waits"), 800)),
  ]);
  expect(outcome).toBe("waits");
});
