import { unlockAll } from "./build-lock.ts";
import { endAllStarted } from "./process.ts";

/** Ctrl+C; the end of a service, a container or a job of CI; a terminal that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that starts processes and holds places. Where a signal ends it, all of them end with it, the
 * places are free for the next build, and whoever started this process sees that it was the signal.
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
