import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BIG_CASES, type BigReport } from "./big.ts";
import { writeCase } from "./case.ts";
import { OPENED, runOpened } from "./opened-campaign.ts";
import type { BatchReport } from "./run-cases.ts";
import { ChildLost, Supervised } from "./supervise.ts";
import { TARGETS, targetNamed } from "./targets.ts";

export interface Campaign {
  /** How many random cases; the big ones are always all of theirs. */
  readonly cases: number;
  readonly seed: number;
  /** The name of one target, «big», or «opened». */
  readonly only?: string | undefined;
  /** Receives the files of each case. */
  readonly work: string;
  /** Is told of the progress every two seconds, of a failure, and of everything at the end. */
  readonly tell: (line: string) => void;
}

/** So much of the processor a process may use in silence, in milliseconds: then it hangs. */
const SILENCE = 10_000;
/** So much of the processor a big case may use, in milliseconds. */
const BIG_LIMIT = 20_000;
const PROGRESS = 2000;
const BATCH = 250;

interface Tally {
  readonly counts: Map<string, { value: number; message: number }>;
  slowest: { name: string; took: number };
  done: number;
}

/**
 * Runs the big cases and then the random ones, in a process that is ended where it hangs.
 *
 * @returns whether everything held; otherwise the case stays in the folder, and what to do is told
 */
export async function runFuzz(campaign: Campaign): Promise<boolean> {
  const { work, tell, only } = campaign;
  if (only === OPENED) return runOpened(campaign);
  if (only !== undefined && only !== "big") targetNamed(only);
  const start = performance.now();
  const seconds = (): string => ((performance.now() - start) / 1000).toFixed(0);
  const tally: Tally = { counts: new Map(), slowest: { name: "", took: 0 }, done: 0 };
  const total = campaign.cases + BIG_CASES.size;
  const timer = setInterval(
    () => tell(`${tally.done} of ${total} cases, ${seconds()} s`),
    PROGRESS,
  );
  const child = new Supervised("./child.ts", work);
  try {
    const isRight =
      (only !== undefined && only !== "big" ? true : await runBig(child, campaign, tally)) &&
      (only === "big" || (await runRandom(child, campaign, tally)));
    tell(summaryOf(tally, seconds()));
    return isRight && (only !== undefined || (await runOpened(campaign)));
  } finally {
    clearInterval(timer);
    child.end();
  }
}

interface BigFailure {
  readonly failure: string;
}

/** All of them are run, so that one fault does not hide the next. */
async function runBig(child: Supervised, campaign: Campaign, tally: Tally): Promise<boolean> {
  let isRight = true;
  for (const [name, { target }] of BIG_CASES) {
    try {
      const answer = await child.ask<BigReport | BigFailure>({ big: name }, BIG_LIMIT);
      if ("failure" in answer) throw new ChildLost(answer.failure);
      const { outcome, took } = answer;
      add(tally, "big", { value: 0, message: 0, [outcome]: 1 }, { name, took });
    } catch (error) {
      if (!(error instanceof ChildLost)) throw error;
      isRight = false;
      keep(campaign, target, `big case ${name}: ${error.message}`);
    }
  }
  return isRight;
}

async function runRandom(child: Supervised, campaign: Campaign, tally: Tally): Promise<boolean> {
  const { cases, seed, only, work } = campaign;
  const turns = TARGETS.filter(({ name }) => only === undefined || name === only).flatMap((one) =>
    Array.from({ length: one.weight }, () => one.name),
  );
  for (let batch = 0; batch * BATCH < cases; batch++) {
    const target = turns[batch % turns.length] ?? "";
    const own = { target, seed: seed + batch, cases: Math.min(BATCH, cases - batch * BATCH) };
    const about = `${target}, seed ${own.seed}`;
    try {
      const report = await child.ask<BatchReport>({ batch: own }, SILENCE);
      add(tally, target, report.outcomes, { name: about, took: report.slowest });
      if (report.failure === undefined) continue;
      writeCase(join(work, "case"), report.failure.files);
      keep(campaign, target, `${about}: ${report.failure.message}`);
    } catch (error) {
      if (!(error instanceof ChildLost)) throw error;
      keep(campaign, target, `${about}: ${error.message}`);
    }
    return false;
  }
  return true;
}

/** Leaves a case for whoever mends what it found. */
function keep({ work, tell }: Campaign, target: string, message: string): void {
  writeFileSync(join(work, "target.txt"), target);
  tell(`FAILED ${message}`);
  tell(`The files: ${join(work, "case")}; again: npm run fuzz -- --replay ${work}`);
}

function add(
  tally: Tally,
  kind: string,
  outcomes: Readonly<Record<"value" | "message", number>>,
  slowest: Tally["slowest"],
): void {
  const known = tally.counts.get(kind) ?? { value: 0, message: 0 };
  known.value += outcomes.value;
  known.message += outcomes.message;
  tally.counts.set(kind, known);
  tally.done += outcomes.value + outcomes.message;
  if (slowest.took > tally.slowest.took) tally.slowest = slowest;
}

function summaryOf({ counts, slowest, done }: Tally, seconds: string): string {
  const kinds = [...counts].map(
    ([kind, { value, message }]) => `  ${kind}: ${value} read, ${message} refused with a message`,
  );
  const slow = `Slowest: ${slowest.name}, ${slowest.took.toFixed(0)} ms`;
  return [`${done} cases in ${seconds} s`, ...kinds, slow].join("\n");
}

/** Runs a case again that a failure has left; what fails is thrown. */
export function replay(work: string): void {
  const target = targetNamed(readFileSync(join(work, "target.txt"), "utf8"));
  console.log(target.run(join(work, "case")));
}
