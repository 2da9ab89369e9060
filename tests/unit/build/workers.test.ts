import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { factsOf, processTree } from "../../../src/build/processes/process-facts.ts";
import { Workers } from "../../../src/build/processes/workers.ts";
import { moduleFile } from "../../../src/build/project/project.ts";
import { temporaryFolder } from "../temporary.ts";

function startWorkers(): Workers {
  const workers = new Workers(2, "site");
  onTestFinished(() => workers.close());
  return workers;
}

/** Some work that is over at once. */
async function work(workers: Workers): Promise<string> {
  const slice = temporaryFolder({ "articles.json": "[]" });
  const folder = temporaryFolder();
  const order = { slice, content: slice };
  await workers.run({ task: "related", order, folder });
  return readFileSync(join(folder, "related.json"), "utf8");
}

function workerPids(): number[] {
  const isWorker = (pid: number): boolean =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(moduleFile("build/processes/workers"));
  return processTree(process.pid).slice(1).filter(isWorker);
}

test.runIf(process.platform === "linux")(
  "a worker that is killed while it has nothing to do is missed by nobody",
  async () => {
    const workers = startWorkers();
    expect(await work(workers)).toBe("{}");
    const [pid = 0] = workerPids();
    process.kill(pid, "SIGKILL");
    while (factsOf(pid) !== undefined) await wait(5);
    expect(await work(workers)).toBe("{}");
    expect(workerPids()).not.toContain(pid);
  },
);

test.runIf(process.platform === "linux")("no worker lives on after them", async () => {
  const workers = startWorkers();
  await Promise.all([work(workers), work(workers)]);
  const pids = workerPids();
  expect(pids).toHaveLength(2);
  await workers.close();
  expect(pids.filter((pid) => factsOf(pid) !== undefined)).toEqual([]);
});
