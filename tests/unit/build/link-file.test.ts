import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyTimes } from "../../../src/build/disk/link-file.ts";
import { temporaryFolder } from "../temporary.ts";

test("a copy is of the same second, though its file is nearly of the next one", () => {
  const folder = temporaryFolder({ from: "", to: "" });
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  utimesSync(from, 1_764_000_000.9998, 1_764_000_000.9998);
  copyTimes(from, to);
  const secondOf = (file: string): number => Math.floor(statSync(file).mtimeMs / 1000);
  expect(secondOf(to)).toBe(secondOf(from));
});
