import { type PluralForms, withPlural } from "../../../language/index.ts";
import type { SearchState } from "../state.ts";

const RESULTS: PluralForms = ["результат", "результата", "результатов"];

/** «21 результат», «5 результатов». */
export function resultsText(count: number): string {
  return withPlural(count, RESULTS);
}

/** «Найден 21 результат», «Найдено 5 результатов». */
export function summaryOf({ query }: SearchState, count: number): string {
  const asked = query.trim();
  if (count === 0) {
    return asked === "" ? "Ничего не найдено" : `По запросу «${asked}» ничего не найдено`;
  }
  const found = resultsText(count);
  return `${found.endsWith(RESULTS[0]) ? "Найден" : "Найдено"} ${found}`;
}

const DAY = new Intl.DateTimeFormat("ru", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** «с 1 ноября 2026», «по 30 ноября 2026», «1 ноября 2026 — 30 ноября 2026». */
export function rangeText({ from, to }: Pick<SearchState, "from" | "to">): string {
  if (from !== undefined && from === to) return dayText(from);
  if (from === undefined) return to === undefined ? "" : `по ${dayText(to)}`;
  return to === undefined ? `с ${dayText(from)}` : `${dayText(from)} — ${dayText(to)}`;
}

function dayText(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`)).replace(/\s*г\.$/, "");
}
