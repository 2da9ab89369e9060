import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Asking } from "../../../src/search/ui/asking.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers a number after so many milliseconds. */
function late(milliseconds: number): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(milliseconds), milliseconds));
}

test("only the last question is answered, whichever answer comes first", async () => {
  const asking = new Asking(late);
  const first = asking.ask(500);
  const second = asking.ask(50);
  await vi.runAllTimersAsync();
  expect(await first).toBeUndefined();
  expect(await second).toEqual({ answer: 50 });
});

test("waiting is told after 200 ms, and not of a question that is answered or overtaken", async () => {
  const waiting = vi.fn();
  const asking = new Asking(late, waiting);
  void asking.ask(150);
  await vi.advanceTimersByTimeAsync(100);
  void asking.ask(100);
  await vi.advanceTimersByTimeAsync(300);
  expect(waiting).not.toHaveBeenCalled();
  void asking.ask(1000);
  await vi.advanceTimersByTimeAsync(199);
  expect(waiting).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(waiting).toHaveBeenCalledOnce();
});

test("an error is an outcome, and the next question is asked as ever", async () => {
  const error = new Error("no connection");
  const asking = new Asking(async (isWell: boolean) => {
    if (!isWell) throw error;
    return "well";
  });
  expect(await asking.ask(false)).toEqual({ error });
  expect(await asking.ask(true)).toEqual({ answer: "well" });
});

test("an answer that is not wanted any more is dropped", async () => {
  const asking = new Asking(late);
  const answer = asking.ask(50);
  asking.forget();
  await vi.runAllTimersAsync();
  expect(await answer).toBeUndefined();
});

test("a question waits for the one under way, and what it overtakes is never asked", async () => {
  const asked: number[] = [];
  const asking = new Asking((milliseconds: number) => {
    asked.push(milliseconds);
    return late(milliseconds);
  });
  const first = asking.ask(60);
  await vi.advanceTimersByTimeAsync(10);
  const answers = [first, asking.ask(61), asking.ask(62)];
  await vi.runAllTimersAsync();
  expect(asked).toEqual([60, 62]);
  expect(await Promise.all(answers)).toEqual([undefined, undefined, { answer: 62 }]);
});

test("a question that takes long does not keep the next one waiting", async () => {
  const asked: number[] = [];
  const asking = new Asking((milliseconds: number) => {
    asked.push(milliseconds);
    return late(milliseconds);
  });
  void asking.ask(9000);
  await vi.advanceTimersByTimeAsync(10);
  const second = asking.ask(10);
  await vi.advanceTimersByTimeAsync(199);
  expect(asked).toEqual([9000]);
  await vi.advanceTimersByTimeAsync(20);
  expect(await second).toEqual({ answer: 10 });
});
