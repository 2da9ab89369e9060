import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { ContentError, type Problem, throwIfAny } from "../../content/index.ts";
import { PagefindEnded } from "../../index/index.ts";
import { causesOf } from "../disk/causes.ts";
import { type Job, runTask } from "../tasks/tasks.ts";
import { endStopped } from "./process.ts";
import { type Patience, type Standstill, StandstillWatch } from "./standstill.ts";

/** What a worker is asked. */
export interface Errand {
  readonly job: Job;
  /** The folder that is built, named in messages about an ended process. */
  readonly place: string;
}

/** Problems for an editor to mend, or a fault of the program. */
type Answer = { readonly problems: readonly Problem[] } | { readonly fault: string };

/** A worker is given up when it is stopped for five seconds, or idle for two minutes while it has a job. */
const PATIENCE: Patience = { lookMs: 1000, stoppedLooks: 5, idleLooks: 120 };

/** This process may be idle: it waits for Pagefind, which may be stopped. */
const OWN_PATIENCE: Patience = { ...PATIENCE, idleLooks: Number.POSITIVE_INFINITY };

/**
 * Waits for work as long as something is to be expected of the process that does it.
 *
 * @throws ContentError where nothing is; whatever the work throws
 */
async function whileGoing<Result>(
  pid: number,
  patience: Patience,
  place: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  const stands = (found: Standstill): never => {
    endStopped();
    throw standingProcess(place, found);
  };
  const watch = new StandstillWatch(pid, patience);
  try {
    return await Promise.race([work(over.signal), watch.found(over.signal).then(stands)]);
  } finally {
    over.abort();
  }
}

/**
 * Runs a task in this process.
 *
 * @throws ContentError with what an editor has to mend, also where Pagefind ends or stands still
 */
export function doHere(errand: Errand): Promise<void> {
  return whileGoing(process.pid, OWN_PATIENCE, errand.place, () => perform(errand));
}

/**
 * Runs a task in another process.
 *
 * @throws ContentError with what an editor has to mend, also where that process ends or stands still;
 *   Error with what went wrong where it is no fault of the content
 */
export async function doIn(worker: ChildProcess, errand: Errand): Promise<void> {
  const { place } = errand;
  const [answer] = await whileGoing(worker.pid ?? 0, PATIENCE, place, (signal) => {
    const ended = once(worker, "exit", { signal }).then(([code, end]) => {
      throw endedProcess(place, "Рабочий процесс сборки", end ?? code);
    });
    const answered = once(worker, "message", { signal }) as Promise<[Answer]>;
    // Where it has ended just now, its exit says so.
    worker.send(errand, () => {});
    return Promise.race([answered, ended]);
  });
  if ("fault" in answer) throw new Error(answer.fault);
  throwIfAny(answer.problems);
}

async function perform({ job, place }: Errand): Promise<void> {
  try {
    await runTask(job);
  } catch (error) {
    const ended = causesOf(error).find((cause) => cause instanceof PagefindEnded);
    if (ended === undefined) throw error;
    throw endedProcess(place, "Pagefind, который строит указатель поиска,", ended.end);
  }
}

/** Runs a task in the worker. */
export async function answerTo(errand: Errand): Promise<Answer> {
  try {
    await perform(errand);
    return { problems: [] };
  } catch (error) {
    if (error instanceof ContentError) return { problems: error.problems };
    return { fault: causesOf(error).map(told).join("\n") };
  }
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Where a process ended by itself or was ended: its signal, or its code. */
type ProcessEnd = string | number | null;

/** Of a system without memory, and of V8 where its own is used up: abort() is 134 to a shell. */
const OUT_OF_MEMORY: ReadonlySet<ProcessEnd> = new Set(["SIGKILL", "SIGABRT", "SIGTERM", 134, 137]);

const LESS_MEMORY =
  "закройте другие программы или соберите меньшим числом процессов: --workers 1; если не поможет, уменьшите volumeItems в site.yaml.";
const AGAIN =
  "соберите сайт ещё раз; если не поможет, это ошибка программы: сообщите о ней разработчикам.";

/**
 * @param place the folder that was to be built
 * @param who «Рабочий процесс сборки», or which else
 * @returns the message about a process that ended during its work
 */
function endedProcess(place: string, who: string, end: ProcessEnd): ContentError {
  const why = OUT_OF_MEMORY.has(end) ? "скорее всего, не хватило памяти" : "он сломался";
  const message = `${who} прервался (${end}): ${why}. Сайт остался прежним.`;
  const mend = OUT_OF_MEMORY.has(end) ? LESS_MEMORY : AGAIN;
  return new ContentError([{ file: place, message, mend } satisfies Problem]);
}

/** @returns the message about a process that stands still */
function standingProcess(place: string, standstill: Standstill): ContentError {
  const isStopped = standstill === "stopped";
  const what = isStopped ? "остановлен (SIGSTOP) и не продолжает работу" : "ничего не делает";
  const message = `Рабочий процесс сборки ${what}. Сайт остался прежним.`;
  const mend = isStopped ? "соберите сайт ещё раз и не останавливайте процессы сборки." : AGAIN;
  return new ContentError([{ file: place, message, mend } satisfies Problem]);
}
