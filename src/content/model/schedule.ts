import { DateError, parseDate } from "./dates.ts";

/** When an article is to appear and to go, as its front matter says it; nothing where it does not. */
export interface Schedule {
  /** The text of its date field. */
  readonly date?: string | undefined;
  /** The text of its expires field. */
  readonly expires?: string | undefined;
}

/** Whether something is published: not yet, now, or no more. */
export type Timing = "waiting" | "due" | "expired";

/** Both fields as people write them: on a line of their own, in quotation marks or not. */
const FIELDS = {
  date: /^date:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'][^#\n]*))/m,
  expires: /^expires:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'][^#\n]*))/m,
} as const;

/**
 * Finds the dates of an article without parsing its YAML: an archive has a hundred thousand files, and few of
 * them are scheduled.
 *
 * @param frontMatter the lines between the fences
 */
export function scanSchedule(frontMatter: string): Schedule {
  return { date: fieldIn(frontMatter, "date"), expires: fieldIn(frontMatter, "expires") };
}

function fieldIn(text: string, name: keyof Schedule): string | undefined {
  const [, ...forms] = FIELDS[name].exec(text) ?? [];
  return forms.find((form) => form !== undefined)?.trim();
}

/**
 * @param now milliseconds since 1970
 * @param zone the site's zone, in which a time without an offset is meant
 * @returns «due» for what has no time, and for what is no date: the reader of the article tells of it
 */
export function timingOf({ date, expires }: Schedule, now: number, zone: string): Timing {
  return timingBetween(epochOf(date, zone), epochOf(expires, zone), now);
}

/**
 * @param appears when it is to appear, in milliseconds since 1970; not a number for no such time
 * @param goes when it is to go, likewise
 */
export function timingBetween(appears: number, goes: number, now: number): Timing {
  if (goes <= now) return "expired";
  return appears > now ? "waiting" : "due";
}

/** @returns when a date is, in milliseconds since 1970; not a number for what is no date */
export function epochOf(date: string | undefined, zone: string): number {
  if (date === undefined) return Number.NaN;
  try {
    return parseDate(date, zone).epoch;
  } catch (error) {
    if (error instanceof DateError) return Number.NaN;
    throw error;
  }
}

/** No zone is further from another than that, in milliseconds. */
const ZONES_MS = 2 * 24 * 60 * 60 * 1000;

/** The published part of an archive, and the rest. */
export interface Scheduled<Source> {
  readonly due: readonly Source[];
  readonly waiting: readonly Source[];
  readonly expired: readonly Source[];
}

/**
 * Parts articles by their time.
 *
 * @param sources with the day of their date, where a scan saw one
 * @param now milliseconds since 1970
 */
export function partByTime<Source extends Schedule & { readonly day?: string | undefined }>(
  sources: readonly Source[],
  now: number,
  zone: string,
): Scheduled<Source> {
  const parts = { due: [] as Source[], waiting: [] as Source[], expired: [] as Source[] };
  // For most articles the day decides, and no date need be parsed.
  const past = new Date(now - ZONES_MS).toISOString().slice(0, 10);
  for (const source of sources) {
    const isPast = source.expires === undefined && (source.day ?? "9999") < past;
    parts[isPast ? "due" : timingOf(source, now, zone)].push(source);
  }
  return parts;
}
