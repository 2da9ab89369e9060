/** A stretch of days, as YYYY-MM-DD, both included. */
export interface Period {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The periods that are asked for most.
 *
 * @param today as YYYY-MM-DD
 */
export function periodsOf(today: string): Period[] {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  return [
    { name: MESSAGES["search.lastWeek"], from: dayOf(year, month, day - 6), to: today },
    {
      name: MESSAGES["search.thisMonth"],
      from: dayOf(year, month, 1),
      to: dayOf(year, month + 1, 0),
    },
    {
      name: MESSAGES["search.lastMonth"],
      from: dayOf(year, month - 1, 1),
      to: dayOf(year, month, 0),
    },
    { name: MESSAGES["search.thisYear"], from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) },
    { name: MESSAGES["search.lastYear"], from: dayOf(year - 1, 1, 1), to: dayOf(year - 1, 12, 31) },
  ];
}

/** Days and months beyond their bounds run over into the next ones. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** @returns the day it is where the site is published */
export function todayIn(zone: string | undefined): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone } as const;
  // Sweden writes days as ISO 8601 does.
  return new Intl.DateTimeFormat("sv", parts).format(new Date());
}
