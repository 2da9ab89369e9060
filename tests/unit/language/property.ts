import fc from "fast-check";
import { SEED, SIZES } from "../../sizes.ts";

/** fast-check, the generator behind every test of a property; `npm run fuzz` tries many more cases. */
fc.configureGlobal({ seed: SEED });

/** @returns how many of so many cases are tried */
export function cases(all: number): number {
  return Math.ceil(all / SIZES.oneCaseIn);
}

export { fc };
