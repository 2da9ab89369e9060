import { formatDate, type PublicationDate } from "../model/dates.ts";
import { epochOf } from "../model/schedule.ts";
import type { Site } from "../model/types.ts";
import type { Finding, Place } from "./finding.ts";

/**
 * @param now milliseconds since 1970
 * @returns that what has this date waits for it, or that the day of its change has not come
 */
export function futureDate(
  field: "date" | "updated",
  date: PublicationDate | undefined,
  now: number,
  place: Place,
): Finding[] {
  if (date === undefined || date.epoch <= now) return [];
  const message =
    field === "date"
      ? `Дата в будущем: до неё (${formatDate(date, "ru")}) на сайте этого не будет.`
      : `Дата изменения в будущем: ${formatDate(date, "ru")}.`;
  const mend = "если это не отложенная публикация, исправьте дату.";
  return [{ ...place, severity: "warning", rule: "date", message, mend }];
}

/** @returns that the time of something is over */
export function pastExpiry(
  expires: string | undefined,
  now: number,
  { timeZone }: Site,
  place: Place,
): Finding[] {
  const epoch = epochOf(expires, timeZone);
  if (!(epoch <= now)) return [];
  const message = `Срок вышел: ${expires} уже прошло, и на сайте этого нет.`;
  const mend = "если новость ещё нужна, исправьте или уберите поле expires.";
  return [{ ...place, severity: "warning", rule: "date", message, mend }];
}
