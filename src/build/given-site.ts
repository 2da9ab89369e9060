import { AsyncLocalStorage } from "node:async_hooks";
import type { EleventyConfig } from "../site/index.ts";

/** Adds to a run of Eleventy what its pages are made from. */
type AddSite = (eleventy: EleventyConfig) => void;

/** Eleventy's configuration takes no arguments: what a run of the build is about goes round it. */
const given = new AsyncLocalStorage<AddSite>();

/** @returns what a run of the build is about; nothing in a run of Eleventy's own command */
export function givenSite(): AddSite | undefined {
  return given.getStore();
}

/** Runs Eleventy over what the build gives it. */
export function withSite<Result>(add: AddSite, run: () => Promise<Result>): Promise<Result> {
  return given.run(add, run);
}
