import { IANAZone } from "luxon";

/** Hours of zones: of RFC 822, and of Russian and European systems. */
const HOURS: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  WET: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  MSD: 4,
  МСК: 3,
  SAMT: 4,
  YEKT: 5,
  OMST: 6,
  KRAT: 7,
  NOVT: 7,
  IRKT: 8,
  YAKT: 9,
  VLAT: 10,
  SAKT: 11,
  MAGT: 11,
  PETT: 12,
};

/** «+0300», «+03:00», «+3», «GMT+0300», «UTC +3». */
const OFFSET =
  /^\s*(?:UTC|GMT|UT|Z)?\s*([+\-−])(\d{1,2})(?::?(\d{2}))?(?!\d)(?:\s+[A-ZА-Я]{2,5}\b)?/u;
const NAME = /^\s*(\p{L}[\p{L}_]*(?:\/[\p{L}_/]+)?)/u;

/** The zone behind a time. */
export interface ZoneFound {
  /** As Luxon takes it; nothing where the name is unknown. */
  readonly zone: string | undefined;
  /** In characters. */
  readonly length: number;
}

/**
 * @param text what follows a time
 * @param isOther whether a word is something else, such as a month
 * @returns nothing where no zone is written
 */
export function zoneAt(text: string, isOther: (word: string) => boolean): ZoneFound | undefined {
  const offset = OFFSET.exec(text);
  if (offset !== null) {
    const [all, sign = "+", hours = "", minutes = "00"] = offset;
    return { zone: `UTC${sign === "+" ? "+" : "-"}${hours}:${minutes}`, length: all.length };
  }
  const [all = "", name] = NAME.exec(text) ?? [];
  if (name === undefined || isOther(name)) return undefined;
  return { zone: zoneNamed(name), length: all.length };
}

function zoneNamed(name: string): string | undefined {
  const hours = HOURS[name.toUpperCase()];
  if (hours !== undefined) return `UTC${hours < 0 ? "-" : "+"}${Math.abs(hours)}`;
  return name.includes("/") && IANAZone.isValidZone(name) ? name : undefined;
}
