import { ownHolder } from "../../src/build/index.ts";

/** A lock that a build finds, of a process that is no build at work. */
export interface LockFault {
  readonly name: string;
  readonly lock: string;
}

/** @returns locks as killed builds leave them, seen from another time, machine or container */
export function lockFaults(): LockFault[] {
  const own = ownHolder();
  const lock = (name: string, change: Partial<typeof own>): LockFault => {
    return { name, lock: JSON.stringify({ ...own, ...change }) };
  };
  return [
    lock("a lock whose number another process has", { started: "1" }),
    lock("a lock of another machine", { host: "another" }),
    lock("a lock of before the machine was started", { boot: "another" }),
    { name: "a torn lock", lock: "{" },
  ];
}
