import { expect, test } from "vitest";
import { nextState } from "../../../src/reader/masthead.ts";

/** @returns the states while a page is scrolled to these places, in pixels */
function states(tops: readonly number[]): string[] {
  const HEIGHT = 60;
  let [state, last]: [Parameters<typeof nextState>[0], number] = ["", 0];
  return tops.map((top) => {
    state = nextState(state, top - last, top, HEIGHT);
    last = top;
    return state;
  });
}

test("the masthead comes back on the way up and goes on the way down", () => {
  expect(states([30, 200, 400, 350, 300, 420])).toEqual([
    "",
    "passed",
    "passed",
    "back",
    "back",
    "away",
  ]);
});

test("at the top it stands where it is, and is in sight until it is passed", () => {
  expect(states([200, 100, 0])).toEqual(["passed", "back", ""]);
  expect(states([200, 50, 55, 300])).toEqual(["passed", "back", "back", "away"]);
});
