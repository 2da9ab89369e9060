import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { onTestFinished } from "vitest";

/** @returns whether it was done; a process may have no right to */
export function mount(...flags: readonly string[]): boolean {
  return spawnSync("mount", flags).status === 0;
}

/**
 * Mounts at a folder until the test is over.
 *
 * @param flags of mount, without the folder
 * @returns whether it was done
 */
export function mountAt(folder: string, ...flags: readonly string[]): boolean {
  mkdirSync(folder, { recursive: true });
  if (!mount(...flags, folder)) return false;
  onTestFinished(() => void spawnSync("umount", [folder]));
  return true;
}

/** Why a test is skipped. */
export const NO_MOUNT = "no disk can be mounted here";
