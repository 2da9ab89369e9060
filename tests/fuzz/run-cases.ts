import { fc } from "../unit/language/property.ts";
import { type CaseFiles, type Outcome, type Target, writeCase } from "./case.ts";

/** A number of cases of one target, told by its seed. */
export interface Batch {
  readonly target: string;
  readonly seed: number;
  readonly cases: number;
}

export interface BatchReport {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** In milliseconds of a processor. */
  readonly slowest: number;
  readonly failure?: Failure | undefined;
}

export interface Failure {
  readonly files: CaseFiles;
  readonly message: string;
}

/** No case of a few thousand signs takes longer, in milliseconds of a processor, twice in a row. */
const CASE_LIMIT = 2000;

/**
 * Runs cases of a target until one fails, and makes that one as small as it gets.
 *
 * @param folder receives the files of each case; what was there is gone
 * @param began is told before each case
 */
export function runCases(
  target: Target,
  { seed, cases }: Batch,
  folder: string,
  began: () => void = () => {},
): BatchReport {
  const outcomes = { value: 0, message: 0 };
  let slowest = 0;
  const property = fc.property(target.cases, (files) => {
    began();
    const { outcome, took } = runTimed(target, files, folder);
    outcomes[outcome]++;
    slowest = Math.max(slowest, took);
  });
  const { counterexample, errorInstance } = fc.check(property, { seed, numRuns: cases });
  const [files] = counterexample ?? [];
  const failure = files === undefined ? undefined : { files, message: explained(errorInstance) };
  return { outcomes, slowest, failure };
}

/** @throws Error where it takes longer than its limit */
function runTimed(target: Target, files: CaseFiles, folder: string) {
  const run = (): { outcome: Outcome; took: number } => {
    writeCase(folder, files);
    // Not by the clock: a machine that does something else at the moment is no fault.
    const start = process.cpuUsage();
    const outcome = target.run(folder);
    const { user, system } = process.cpuUsage(start);
    return { outcome, took: (user + system) / 1000 };
  };
  const first = run();
  // The first time code is compiled, and memory collected that others have left.
  if (first.took <= CASE_LIMIT) return first;
  const second = run();
  if (second.took <= CASE_LIMIT) return second;
  throw new Error(`property: a case takes no longer than ${CASE_LIMIT} ms: ${second.took} ms`);
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isProperty = error.message.startsWith("property: ");
  return isProperty ? error.message : (error.stack ?? error.message).slice(0, 2000);
}
