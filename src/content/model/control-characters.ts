/**
 * Signs that nobody types. Bidirectional controls make «gpj.exe» of «exe.jpg»; control characters make
 * invalid feeds.
 */

/** Embeddings, overrides and isolates of Unicode's bidirectional algorithm. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** NUL, commands of old terminals, halves of surrogate pairs, what Unicode keeps for programs. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u;
const EVERY_NO_TEXT = new RegExp(NO_TEXT, "gu");

const OLD_BREAKS = /[\v\f\u0085]/g;

/** Leftovers of other programs: spaces without width, replacement characters. */
const LEFTOVERS = /[\u200b\ufeff\ufffc\ufffd]/g;

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/** Signs that a terminal would obey, or that put a log in disorder. */
const OBEYED = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** @returns the text in the order in which its signs stand: its letters keep their own direction */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, "");
}

/** @returns the text with spaces for the ends of lines that old programs write and neither HTML nor XML has */
export function withoutOldBreaks(text: string): string {
  return text.replace(OLD_BREAKS, " ");
}

/** A sign by its code, and where it stands. */
export interface NamedSign {
  readonly index: number;
  readonly name: string;
}

/** @returns the signs that are left out of what is shown */
export function turningSigns(text: string): NamedSign[] {
  return named(text, TURNING);
}

/** @returns the signs that are shown and say nothing: nobody has typed them */
export function leftoverSigns(text: string): NamedSign[] {
  return named(text, LEFTOVERS);
}

function named(text: string, signs: RegExp): NamedSign[] {
  return [...text.matchAll(signs)].map(({ 0: sign, index }) => ({ index, name: nameOf(sign) }));
}

/** @returns the first sign that is no text; nothing where there is none */
export function findNoText(text: string): NamedSign | undefined {
  const found = NO_TEXT.exec(text);
  return found === null ? undefined : { index: found.index, name: nameOf(found[0]) };
}

/** @returns the text with what is text only */
export function textOnly(text: string): string {
  return withoutOldBreaks(withoutTurning(text)).replace(EVERY_NO_TEXT, "");
}

/** @returns whether a reader sees anything of it */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** @returns the text in one line, with names in place of what would be obeyed */
export function harmless(text: string): string {
  return text.replace(OBEYED, (sign) =>
    sign === "\n" || sign === "\t" ? " " : `<${nameOf(sign)}>`,
  );
}

function nameOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Cleans every text of a plain value.
 *
 * @param value plain objects, lists and texts; anything else is left as it is
 */
export function onlyTextIn<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return textOnly(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, cleaned(own)]));
}
