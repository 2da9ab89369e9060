import { ContentError, type Problem } from "../../content/index.ts";
import type { Standstill } from "./standstill.ts";

/** Where a process ended by itself or was ended: its signal, or its code. */
export type ProcessEnd = string | number | null;

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
export function endedProcess(place: string, who: string, end: ProcessEnd): ContentError {
  const why = OUT_OF_MEMORY.has(end) ? "скорее всего, не хватило памяти" : "он сломался";
  const message = `${who} прервался (${end}): ${why}. Сайт остался прежним.`;
  const mend = OUT_OF_MEMORY.has(end) ? LESS_MEMORY : AGAIN;
  return new ContentError([{ file: place, message, mend } satisfies Problem]);
}

/** @returns the message about a process that stands still */
export function standingProcess(place: string, standstill: Standstill): ContentError {
  const isStopped = standstill === "stopped";
  const what = isStopped ? "остановлен (SIGSTOP) и не продолжает работу" : "ничего не делает";
  const message = `Рабочий процесс сборки ${what}. Сайт остался прежним.`;
  const mend = isStopped ? "соберите сайт ещё раз и не останавливайте процессы сборки." : AGAIN;
  return new ContentError([{ file: place, message, mend } satisfies Problem]);
}
