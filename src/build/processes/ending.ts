import { unlockAll } from "./build-lock.ts";
import { endAllStarted } from "./process.ts";

/** Ctrl+C; the end of a service, a container or a job of CI; a terminal that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that starts processes and holds locks. A signal ends the processes, frees the locks, and is the
 * end that the parent of this process sees.
 */
export async function endingOnSignals<Result>(work: () => Promise<Result>): Promise<Result> {
  const end = (signal: NodeJS.Signals): void => {
    console.error(`Сборка прервана (${signal}). Сайт цел.`);
    endAllStarted();
    unlockAll();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}
