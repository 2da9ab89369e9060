import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute each: begun last, they would keep one processor idle. */
const LONG = /\/(?:build\/(?:faults|eleventy|bundles)|cli\/package|fuzz\/hostile)\.test\.ts$/;

/** Begins with the long ones; on a new machine nothing tells vitest which these are. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number => Number(LONG.test(moduleId));
    return files.toSorted((a, b) => isLong(b) - isLong(a));
  }
}
