import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { GITHUB_CI } from "../../../scripts/workflows/github-ci.ts";
import { TRY_LOCKFILE } from "../../../scripts/workflows/packages.ts";
import { githubPublish } from "../../../src/hosting/index.ts";
import { GitHub } from "./github-host.ts";
import type { Workflow } from "./github-text.ts";
import { DUE } from "./shell.ts";

/** A site that is live, and whose clock knows it. */
function published(): GitHub {
  const host = new GitHub(githubPublish());
  host.push("first");
  host.finish();
  expect(host.live).toBe("first");
  return host;
}

/** The clock comes, and all that goes ends; @returns which jobs it did */
function clock(host: GitHub): string[] {
  host.start("schedule");
  host.finish();
  const jobs = [...(host.runs.at(-1)?.done ?? [])];
  return jobs.filter(([, { result }]) => result === "success").map(([name]) => name);
}

type Event = "push" | "schedule";

const ORDERS: readonly Event[][] = [
  ["push", "push", "schedule"],
  ["push", "schedule", "push"],
  ["schedule", "push", "push"],
];
/** How many jobs end between two events: before and after a run has looked, before it publishes, all. */
const PAUSES = [0, 1, 3, 4];

const CASES = ORDERS.flatMap((events) =>
  PAUSES.flatMap((first) => PAUSES.map((second) => ({ events, pauses: [first, second, 0] }))),
);

function play(host: GitHub, { events, pauses }: (typeof CASES)[number]): void {
  const commits = ["b", "a"];
  for (const [index, event] of events.entries()) {
    if (event === "push") host.push(commits.pop() ?? "");
    else host.start(event);
    host.proceed(pauses[index] ?? 0);
  }
  host.finish();
}

test("one run goes at a time, and none is ended for another", () => {
  const { concurrency } = parse(githubPublish()) as Workflow;
  expect(concurrency).toEqual({ group: "publish", "cancel-in-progress": false });
});

test.each(CASES)("after $events with pauses of $pauses jobs the last commit is live", (one) => {
  const host = published();
  play(host, one);
  expect(host.live).toBe(host.head);
  expect(clock(host)).toEqual(["due"]);
});

test.each(CASES)("after $events with pauses of $pauses and failures the clock heals", (one) => {
  for (const failing of [1, 2]) {
    const host = published();
    host.failing = failing;
    play(host, one);
    host.failing = 0;
    clock(host);
    expect(host.live).toBe(host.head);
  }
});

describe("the last commit of main is live in the end", () => {
  test("where the clock takes the place of a push that waits", () => {
    const host = published();
    host.push("a");
    host.proceed(1);
    host.push("b");
    host.start("schedule");
    host.finish();
    expect(host.runs.map(({ done }) => done.size)).toEqual([4, 4, 0, 4]);
    expect(host.live).toBe("b");
  });

  test("where nothing ran for it", () => {
    const host = published();
    host.head = "merged without a run";
    clock(host);
    expect(host.live).toBe(host.head);
  });

  test("where somebody ended its run", () => {
    const host = published();
    host.push("a");
    host.proceed(3);
    host.cancel();
    clock(host);
    expect(host.live).toBe("a");
  });

  test("where an earlier commit is the head again", () => {
    const host = published();
    host.push("second");
    host.finish();
    host.push("first");
    host.finish();
    expect(host.live).toBe("first");
    expect(clock(host)).toEqual(["due"]);
  });

  test("where a whole old run is repeated", () => {
    const host = published();
    host.push("second");
    host.finish();
    const [first] = host.runs;
    if (first !== undefined) host.repeat(first);
    host.finish();
    expect(first?.done.get("assemble")?.result).toBe("success");
    expect(host.live).toBe("second");
    expect(clock(host)).toEqual(["due"]);
  });

  test("where what had failed is repeated, and later than the next push", () => {
    const host = published();
    host.failing = 1;
    host.push("a");
    host.finish();
    const [, failed] = host.runs;
    if (failed !== undefined) host.repeat(failed, ["assemble"]);
    host.finish();
    expect(host.live).toBe("a");
    host.push("b");
    host.finish();
    if (failed !== undefined) host.repeat(failed, ["assemble"]);
    host.finish();
    clock(host);
    expect(host.live).toBe("b");
  });
});

test("a commit that cannot be built leaves what was live, and is tried until it can", () => {
  const host = published();
  host.push("broken");
  host.finish();
  expect(clock(host)).toEqual(["due"]);
  expect(host.live).toBe("first");
  host.push("mended");
  host.finish();
  expect(host.live).toBe("mended");
});

test("what is due appears by itself, once", () => {
  const host = published();
  host.now = DUE - 1;
  expect(clock(host)).toEqual(["due"]);
  host.now = DUE;
  expect(clock(host)).toContain("assemble");
  expect(host.live).toBe("first and what was due");
  expect(clock(host)).toEqual(["due"]);
});

test("a run that is started by hand publishes though nothing is due", () => {
  const host = published();
  host.live = "lost by the host";
  host.start("workflow_dispatch");
  host.finish();
  expect(host.live).toBe("first");
});

test("previews of pull requests start from what main has published", () => {
  const host = published();
  const { preview } = (parse(GITHUB_CI) as Workflow).jobs;
  const run = { id: 99, event: "pull_request", sha: "proposed", attempt: 1 };
  const done = new Map([["install", { result: "success", outputs: {} } as const]]);
  if (preview === undefined) throw new Error("There is no preview.");
  const { result } = host.doJob(preview, { ...run, done, artifacts: new Map() }, "proposal");
  // What stands in for the build fails where the cache is empty.
  expect(result).toBe("success");
});

test("nothing but its own jobs stands before publishing", () => {
  const { jobs } = parse(githubPublish()) as Workflow;
  expect(Object.keys(jobs)).toEqual(["due", "plan", "volume", "assemble"]);
});

test("CI asks every npm before anything else", () => {
  const { install, ...others } = (parse(GITHUB_CI) as Workflow).jobs;
  expect(install?.steps.map(({ run }) => run).filter(Boolean)).toEqual([TRY_LOCKFILE]);
  for (const { needs } of Object.values(others)) expect(needs).toBe("install");
});
