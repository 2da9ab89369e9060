import { expect, test } from "vitest";
import { MovingLine } from "../../../src/cli/moving-line.ts";

/** @returns what a line writes that is shown once in every 50 ms for five seconds, and then ended */
function written(stream: { readonly isTTY?: boolean; readonly columns?: number }): string[] {
  const lines: string[] = [];
  let time = 0;
  const line = new MovingLine({
    stream: { ...stream, write: (text) => lines.push(text) },
    now: () => time,
  });
  for (time = 50; time <= 5000; time += 50) line.show(`Перенесено ${time}`);
  line.end();
  return lines;
}

test("on a terminal one line is rewritten, and then taken away", () => {
  const lines = written({ isTTY: true, columns: 80 });
  expect(lines).toHaveLength(51);
  expect(lines.slice(0, 2)).toEqual(["\rПеренесено 100\x1b[K", "\rПеренесено 200\x1b[K"]);
  expect(lines.at(-1)).toBe("\r\x1b[K");
});

test("a line that would be wrapped is cut", () => {
  expect(written({ isTTY: true, columns: 12 })[0]).toBe("\rПеренесено…\x1b[K");
});

test("elsewhere a line comes every two seconds", () => {
  expect(written({})).toEqual(["Перенесено 2000…\n", "Перенесено 4000…\n"]);
});
