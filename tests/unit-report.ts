import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import type { Count } from "../scripts/test/counts.ts";

/** Counts the unit tests, with the reasons of those that were skipped, for `npm test`. */
export default class UnitReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const results = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result()),
    );
    const of = (state: string) => results.filter((result) => result.state === state);
    const skipped = results.flatMap((result) =>
      result.state === "skipped" ? [result.note ?? "no reason given"] : [],
    );
    const count: Count = { passed: of("passed").length, failed: of("failed").length, skipped };
    writeFileSync(process.env.VESTNIK_UNIT_REPORT ?? "unit.json", JSON.stringify(count));
  }
}
