import { hash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Inputs of a task by names that developers know; any JSON values. */
export type Inputs = Readonly<Record<string, unknown>>;

/** The same, a hash for each name: «files.news/most.md», «site.timeZone». */
export type InputHashes = Readonly<Record<string, string>>;

/** In hexadecimal digits; the hashes are only compared with those of the build before. */
const HASH_LENGTH = 16;

/** @returns a hash for each input, and for each entry of those that are records */
export function hashInputs(inputs: Inputs): InputHashes {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) =>
      isRecord(value)
        ? Object.entries(value).map(([part, one]) => [`${name}.${part}`, hashOf(one)])
        : [[name, hashOf(value)]],
    ),
  );
}

function isRecord(value: unknown): value is Inputs {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hashOf(value: unknown): string {
  return hash("sha256", JSON.stringify(value) ?? "").slice(0, HASH_LENGTH);
}

/** What an artifact keeps of its making. */
export interface MakingRecord {
  readonly task: string;
  /** Which of the task's artifacts it is: the name of a slice, a year. */
  readonly id: string;
  readonly inputs: InputHashes;
}

const FILE = "task.json";

export function writeRecord(folder: string, record: MakingRecord): void {
  writeFileSync(join(folder, FILE), JSON.stringify(record));
}

/** @returns nothing where there is no such folder any more */
export function readRecord(folder: string): MakingRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), "utf8")) as MakingRecord;
  } catch {
    return undefined;
  }
}

/** @returns the names of inputs that are new, gone or different */
export function differences(before: InputHashes, now: InputHashes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}
