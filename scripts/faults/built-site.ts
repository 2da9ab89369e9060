import { KEPT, readHashes, readKept } from "../../src/build/index.ts";
import { runBuild } from "./build-process.ts";

/** What a site is made of: files of earlier ones that stay for a while are none of it. */
export function bytesOf(folder: string): string {
  const kept = readKept(folder);
  const own = [...readHashes(folder)].filter(([path]) => !kept.has(path) && path !== KEPT);
  return JSON.stringify(own);
}

/** @returns how long it took, in milliseconds */
export async function built(options: readonly string[]): Promise<number> {
  const { code, text, milliseconds } = await runBuild(options);
  if (code !== 0) throw new Error(`A build failed that nobody had killed:\n${text}`);
  return milliseconds;
}
