import { IANAZone } from "luxon";

/** Hours of zones: of RFC 822, and of Russian and European systems. */
const ZONES: readonly (readonly [hours: number, names: string])[] = [
  [-8, "PST"],
  [-7, "MST PDT"],
  [-6, "CST MDT"],
  [-5, "EST CDT"],
  [-4, "EDT"],
  [0, "Z UT UTC GMT WET"],
  [1, "BST CET"],
  [2, "CEST EET"],
  [3, "EEST MSK МСК"],
  [4, "MSD SAMT"],
  [5, "YEKT"],
  [6, "OMST"],
  [7, "KRAT NOVT"],
  [8, "IRKT"],
  [9, "YAKT"],
  [10, "VLAT"],
  [11, "SAKT MAGT"],
  [12, "PETT"],
];

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
 * @returns the zone, if one is written
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
  const [hours] = ZONES.find(([, names]) => names.split(" ").includes(name.toUpperCase())) ?? [];
  if (hours !== undefined) return `UTC${hours < 0 ? "-" : "+"}${Math.abs(hours)}`;
  return name.includes("/") && IANAZone.isValidZone(name) ? name : undefined;
}
