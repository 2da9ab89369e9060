import { existsSync, statfsSync } from "node:fs";

/**
 * Loaded by what tests are run by: temporary folders lie in memory where there is enough of it, for tests
 * write sites of some hundred files all the time, and half of that time is waiting for a disk.
 */

/** Where Linux has files in memory. */
const MEMORY_DISK = "/dev/shm";

/** A run has some 400 MB of files at once; containers give that place 64 MB unless they are told. In bytes. */
const ENOUGH = 2_000_000_000;

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ENOUGH;
}

// Whoever names a folder gets that one.
if (process.env.TMPDIR === undefined && hasRoom(MEMORY_DISK)) process.env.TMPDIR = MEMORY_DISK;
