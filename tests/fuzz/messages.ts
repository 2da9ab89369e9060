import { ContentError, formatProblem, type Problem } from "../../src/content/index.ts";
import { demand, type Outcome } from "./case.ts";

/** What a terminal or a log that is read by programs would not show but obey, or show in disorder. */
const OBEYED = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Says what is wrong where a step fails with anything but a message to an editor. */
export function outcomeOf(step: () => void): Outcome {
  try {
    step();
    return "value";
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    demand(error.problems.length > 0, "a message says something");
    for (const problem of error.problems.slice(0, 50)) checkProblem(problem);
    return "message";
  }
}

/** @returns whether a step reads what it is given; what it refuses is refused as outcomeOf asks for */
export function isRead(step: () => void): boolean {
  return outcomeOf(step) === "value";
}

/** A message is Russian, says how to mend it, and has a place that can be gone to. */
export function checkProblem(problem: Problem): void {
  const { file, line, column, message, mend } = problem;
  demand(file !== "", "a message names a file", message);
  demand(/[а-яё]/i.test(message), "a message is Russian", message);
  demand(/[а-яё]/i.test(mend), "a message says how to mend", `${message} / ${mend}`);
  demand(isPlace(line) && isPlace(column), "a place is counted from 1", `${line}:${column}`);
  const [first = "", second = "", ...more] = formatProblem(problem).split("\n");
  demand(more.length === 0, "a message is two lines", more.join("\n"));
  demand(!OBEYED.test(first + second), "a message holds no control signs", first + second);
  demand(first.length + second.length < 4000, "a message can be read", first.slice(0, 200));
}

function isPlace(number: number | undefined): boolean {
  return number === undefined || (Number.isInteger(number) && number > 0);
}
