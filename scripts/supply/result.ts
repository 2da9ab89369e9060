/** What one check of the supply chain found. */
export interface CheckResult {
  readonly check: string;
  /** What it looked at, in a few words; shown where nothing failed. */
  readonly summary: string;
  /** Each single thing that is wrong. */
  readonly failures: readonly string[];
  /** What is worth knowing and wrong only where `--strict` is asked for. */
  readonly notes: readonly string[];
}

/**
 * @param isStrict whether notes count as failures
 */
export function isFailed({ failures, notes }: CheckResult, isStrict: boolean): boolean {
  return failures.length > 0 || (isStrict && notes.length > 0);
}

/**
 * A line for each check, under it what failed and what is worth knowing, and a summary at the end.
 *
 * @param isStrict whether notes count as failures
 */
export function report(results: readonly CheckResult[], isStrict: boolean): string {
  const width = Math.max(...results.map(({ check }) => check.length));
  const lines = results.flatMap((result) => {
    const calm = result.notes.length > 0 ? "note" : "ok";
    const verdict = isFailed(result, isStrict) ? "FAILED" : calm;
    return [
      `${result.check.padEnd(width)}  ${verdict.padEnd(6)}  ${headline(result)}`,
      ...result.failures.map((failure) => `  failed: ${failure}`),
      ...result.notes.map((note) => `  ${isStrict ? "failed" : "note"}: ${note}`),
    ];
  });
  const failed = results.filter((result) => isFailed(result, isStrict)).length;
  const verdict = failed === 0 ? "nothing failed" : `${failed} of ${results.length} checks failed`;
  return `${lines.join("\n")}\n\nSupply chain: ${verdict}.`;
}

function headline({ failures, summary }: CheckResult): string {
  return failures.length === 0 ? summary : `${failures.length} wrong`;
}
