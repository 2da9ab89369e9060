import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Starts a process that is talked to by messages; what it prints as an error is seen.
 *
 * @param module the import.meta.url of the file that it runs
 * @param flags of Node
 */
export function startProcess(module: string | URL, flags: readonly string[] = []): ChildProcess {
  return fork(fileURLToPath(module), [], {
    execArgv: ["--import", "tsx", ...flags],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
