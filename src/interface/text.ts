import { english } from "./english.ts";
import type { MessageKey, Messages, OwnMessages, Plural, ValuesOf } from "./messages.ts";
import { russian } from "./russian.ts";
import { fill, pieces, pluralForm } from "./say.ts";

/** Of what a site's strings are: its settings say both. */
export interface Wording {
  /** A BCP 47 tag. */
  readonly language: string;
  /** What the newspaper says otherwise. */
  readonly messages?: OwnMessages | undefined;
}

/** Strings, and the language that they are in. */
interface Base {
  readonly language: "ru" | "en";
  readonly messages: Messages;
}

const RUSSIAN: Base = { language: "ru", messages: russian };
const ENGLISH: Base = { language: "en", messages: english };

/**
 * The strings of a language until a newspaper says them otherwise. For one that has none here they are
 * the English ones: more readers of any language understand a word of English on the web than one of
 * Russian, and letters of another alphabet would look like a fault.
 */
export function baseOf(language: string): Base {
  return /^ru\b/i.test(language) ? RUSSIAN : ENGLISH;
}

/** @returns whether all strings of a language are here */
export function isSpoken(language: string): boolean {
  return /^(?:ru|en)\b/i.test(language);
}

/** @returns a language as Intl takes it: without what stands behind the language where that is malformed */
export function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    return language.split("-")[0] ?? language;
  }
}

/** A string with the language by whose rules it is counted. */
export interface SpokenMessage {
  readonly message: string | Plural;
  readonly language: string;
}

/** @returns the newspaper's own string, or else that of its language */
export function messageOf({ language, messages }: Wording, key: MessageKey): SpokenMessage {
  const own = messages?.[key];
  if (own !== undefined) return { message: own, language: localeOf(language) };
  const base = baseOf(language);
  return { message: base.messages[key], language: base.language };
}

/**
 * What a reader is told.
 *
 * @param wording the site
 * @param key of the string
 * @param values what is put into its braces; a count chooses the form of a plural
 */
export function text<Key extends MessageKey>(
  wording: Wording,
  key: Key,
  ...[values]: ValuesOf<Key>
): string {
  return fill(formOf(wording, key, values), values);
}

/**
 * The same in pieces, where something else than text is put into the braces.
 *
 * @param values links and other elements; a count chooses the form of a plural
 */
export function textWith<Key extends MessageKey, Value>(
  wording: Wording,
  key: Key,
  ...[values]: ValuesOf<Key, Value | string | number>
): (Value | string | number)[] {
  const own = (values ?? {}) as Readonly<Record<string, Value | string | number>>;
  return pieces(formOf(wording, key, own), own);
}

function formOf(wording: Wording, key: MessageKey, values: object | undefined): string {
  const { message, language } = messageOf(wording, key);
  if (typeof message === "string") return message;
  const { count = 0 } = (values ?? {}) as { readonly count?: number };
  return pluralForm(message, count, language);
}
