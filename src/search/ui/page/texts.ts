import { say, sayCount } from "../../../interface/say.ts";
import type { SearchState } from "../state.ts";

/** «21 результат», «5 результатов». */
export function resultsText(count: number): string {
  return sayCount(MESSAGES["search.count"], { count });
}

/** «Найден 21 результат», «Найдено 5 результатов». */
export function summaryOf({ query }: SearchState, count: number): string {
  const asked = query.trim();
  if (count > 0) return sayCount(MESSAGES["search.found"], { count });
  return asked === ""
    ? MESSAGES["search.nothing"]
    : say(MESSAGES["search.nothingFor"], { query: asked });
}

const DAY = new Intl.DateTimeFormat(MESSAGES_LANGUAGE, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** «с 1 ноября 2026», «по 30 ноября 2026», «1 ноября 2026 — 30 ноября 2026». */
export function rangeText({ from, to }: Pick<SearchState, "from" | "to">): string {
  if (from !== undefined && from === to) return dayText(from);
  if (from === undefined)
    return to === undefined ? "" : say(MESSAGES["search.until"], { day: dayText(to) });
  return to === undefined
    ? say(MESSAGES["search.since"], { day: dayText(from) })
    : say(MESSAGES["search.range"], { from: dayText(from), to: dayText(to) });
}

function dayText(day: string): string {
  // Russian alone writes «г.» behind a year.
  return DAY.format(new Date(`${day}T00:00:00Z`)).replace(/\s*г\.$/, "");
}
