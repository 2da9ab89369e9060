/**
 * What typography leaves alone in a text is stood in for by one sign each, so that the rules see what
 * stands on both sides of it as neighbours.
 */

/** Stands for code, a picture, an address, a passage in another language: to the rules, a letter. */
export const OBJECT = "\uE000";
/** Stands for where emphasis, a link or a tag begins or ends: the rules look through it. */
export const BOUNDARY = "\uE001";

/** A text with a stand-in sign of its own keeps that sign: it gets a stand-in too. */
const MAY_HOLD_KEPT = /[<@\uE000\uE001]|:\/\/|www\./;
const STAND_INS = /[\uE000\uE001]/g;

/** Listings with what they hold, tags, addresses, stand-ins. No part of it looks ahead for long. */
const KEPT =
  /<(script|style|code|pre)\b[^<>]*>[^<]*<\/\1>|<\/?[a-z!][^<>]*>|\b[a-z][a-z+.-]{1,20}:\/\/[^\s<>"«»„“”]+|\bwww\.[^\s<>"«»„“”]+|[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}.-]+|[\uE000\uE001]/giu;

/**
 * Sets a text but for what is kept in it as typed.
 *
 * @param set must leave the stand-ins, and their order
 */
export function settingAround(text: string, set: (text: string) => string): string {
  if (!MAY_HOLD_KEPT.test(text)) return set(text);
  const kept = [...text.matchAll(KEPT)].map(([one]) => one);
  let next = 0;
  return set(text.replace(KEPT, standIn)).replace(STAND_INS, () => kept[next++] ?? "");
}

/** @returns a text of the same length, with stand-ins all over what is kept */
export function withoutKept(text: string): string {
  if (!MAY_HOLD_KEPT.test(text)) return text;
  return text.replace(KEPT, (kept) => standIn(kept).repeat(kept.length));
}

function standIn(kept: string): string {
  return kept === BOUNDARY || /^<[^<>]*>$/.test(kept) ? BOUNDARY : OBJECT;
}
