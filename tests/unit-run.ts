import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "./compiled.ts";

/** Names the folder of the run's caches to the processes that tests run in. */
export const CACHES = "VESTNIK_TEST_CACHES";

/** Before all units; @returns what is done after them */
export default function prepare(): () => void {
  compile();
  const folder = mkdtempSync(join(tmpdir(), "vestnik-caches-"));
  process.env[CACHES] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
