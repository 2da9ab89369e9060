import { describe, expect, test } from "vitest";
import { GITLAB } from "../../../scripts/workflows/gitlab.ts";
import { cases, fc } from "../language/property.ts";
import { awaited, GitLab, type Job, read } from "./gitlab-host.ts";
import { DUE } from "./shell.ts";

const { jobs, stages } = read(GITLAB);

/** What a job of the whole pipeline waits for. */
function before(name: string): string[] {
  return awaited(jobs.get(name) as Job, jobs, stages);
}

const PUBLISHING = ["check", "volumes", "pages"];

/** A site that is live, and whose clock knows it. */
function published(): GitLab {
  const host = new GitLab(GITLAB, PUBLISHING);
  host.push("first");
  host.finish();
  expect(host.live).toBe("first");
  return host;
}

/** The clock comes, and all that goes ends; @returns how its jobs ended */
function clock(host: GitLab): unknown {
  host.start("schedule");
  host.finish();
  return Object.fromEntries(host.pipelines.at(-1)?.done ?? []);
}

const NOTHING_DUE = { volumes: "success", pages: "allowed" };

test("an article waits for its check and its build, and for nothing else", () => {
  const found = new Set(["pages"]);
  for (const name of found) for (const one of before(name)) found.add(one);
  expect([...found].toSorted()).toEqual(PUBLISHING.toSorted());
});

test.each(["check", "preview"])("%s, which editors wait for, waits for no job", (name) => {
  expect(before(name)).toEqual([]);
});

test.each(["supply", "test", "audit"])("%s waits until every npm was asked", (name) => {
  expect(before(name)).toEqual(["install"]);
});

/** Two pushes and the clock in any order, and numbers that choose what happens next. */
const EVENTS = fc.shuffledSubarray(["a", "b", "clock"], { minLength: 3 });
const CHOICES = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

function play(host: GitLab, events: readonly string[], choices: readonly number[]): void {
  const waiting = [...events];
  const next = () => {
    const event = waiting.shift() ?? "";
    if (event === "clock") host.start("schedule");
    else host.push(event);
  };
  for (const choice of choices) {
    const moves = [...host.moves(), ...(waiting.length > 0 ? [next] : [])];
    moves[choice % Math.max(moves.length, 1)]?.();
  }
  while (waiting.length > 0) next();
  host.finish();
}

test("for every order of push, push, clock and of their jobs the last commit is live", () => {
  fc.assert(
    fc.property(EVENTS, CHOICES, (events, choices) => {
      const host = published();
      play(host, events, choices);
      expect(host.live).toBe(host.head);
      expect(clock(host)).toEqual(NOTHING_DUE);
    }),
    { numRuns: cases(100) },
  );
});

test("where publishing fails the clock heals", () => {
  fc.assert(
    fc.property(EVENTS, CHOICES, fc.integer({ min: 1, max: 3 }), (events, choices, failing) => {
      const host = published();
      host.failing = failing;
      play(host, events, choices);
      host.failing = 0;
      clock(host);
      expect(host.live).toBe(host.head);
    }),
    { numRuns: cases(100) },
  );
});

describe("the last commit is live in the end", () => {
  test("where somebody ended its pipeline", () => {
    const host = published();
    host.push("a");
    const [, pipeline] = host.pipelines;
    if (pipeline !== undefined) host.cancel(pipeline);
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
    expect(clock(host)).toEqual(NOTHING_DUE);
  });

  test("where an old pipeline's job is done again", () => {
    const host = published();
    host.push("second");
    host.finish();
    const [old] = host.pipelines;
    old?.done.delete("pages");
    host.finish();
    expect(old?.done.get("pages")).toBe("allowed");
    expect(host.live).toBe("second");
  });
});

test("a commit that cannot be built leaves what was live", () => {
  const host = published();
  host.push("broken");
  host.finish();
  clock(host);
  expect(host.live).toBe("first");
  host.push("mended");
  host.finish();
  expect(host.live).toBe("mended");
});

test("what is due appears by itself, once", () => {
  const host = published();
  host.now = DUE - 1;
  expect(clock(host)).toEqual(NOTHING_DUE);
  host.now = DUE;
  clock(host);
  expect(host.live).toBe("first and what was due");
  expect(clock(host)).toEqual(NOTHING_DUE);
});

test("a pipeline that is started by hand publishes though nothing is due", () => {
  const host = published();
  host.live = "lost by the host";
  host.start("web");
  host.finish();
  expect(host.live).toBe("first");
});
