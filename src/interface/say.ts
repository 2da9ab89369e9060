import type { MessageKey, Plural, PluralKey, Values } from "./messages.ts";

/**
 * Puts values into strings, for builds and for scripts of pages. It imports nothing, so that each script
 * has a copy of it and none asks for a file that is smaller than a request (src/build/tasks/assets.ts).
 */
declare global {
  /**
   * What scripts of pages say. The build puts each string in the place where a script names it
   * (src/build/assets/browser-messages.ts): a script holds the strings that it uses, of one language; a plural
   * is the JSON of its forms and of their language.
   */
  const MESSAGES: { readonly [Key in MessageKey]: Spoken<Key> };
  /** The site's, as Intl knows it. */
  const MESSAGES_LANGUAGE: string;
}

/** A string that remembers which it is, so that what is put into it can be checked. */
export type Spoken<Key extends MessageKey> = string & { readonly key?: Key };

/** {name} */
const PLACEHOLDER = /\{(\w+)\}/;

/** @param values by the names that stand in braces; what has no value stays as it is */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return pieces(message, values).join("");
}

/**
 * The same where values are no texts, such as links and elements.
 *
 * @returns the text with the values in their places; no piece is empty
 */
export function pieces<Value>(
  message: string,
  values: Readonly<Record<string, Value>>,
): (string | Value)[] {
  // A split by a group has its matches at the odd places.
  return message
    .split(PLACEHOLDER)
    .map((piece, index) => (index % 2 === 0 ? piece : (values[piece] ?? `{${piece}}`)))
    .filter((piece) => piece !== "");
}

/** @returns the names that stand in braces in a text */
export function placeholdersIn(message: string): string[] {
  return message.split(PLACEHOLDER).filter((_, index) => index % 2 === 1);
}

/** To make rules takes longer than to ask them, and a list asks for every line. */
const known = new Map<string, Intl.PluralRules>();

/**
 * @param language that Intl knows
 * @returns the form for a count; where a language has no form for it, the one for all others
 */
export function pluralForm(forms: Plural, count: number, language: string): string {
  const rules = known.get(language) ?? new Intl.PluralRules(language);
  known.set(language, rules);
  return forms[rules.select(count)] ?? forms.other ?? forms.many ?? "";
}

/** @returns a string of MESSAGES with values in its braces */
export function say<Key extends Exclude<MessageKey, PluralKey>>(
  message: Spoken<Key>,
  values: Values<Key>,
): string {
  return fill(message, values);
}

/** @returns the form of a plural of MESSAGES that belongs to a count, with values in its braces */
export function sayCount<Key extends PluralKey>(message: Spoken<Key>, values: Values<Key>): string {
  const { language, ...forms } = JSON.parse(message);
  return fill(pluralForm(forms, (values as { count: number }).count, language), values);
}

/** @returns a string of MESSAGES in pieces, with nodes in the places of its braces */
export function sayWith<Key extends Exclude<MessageKey, PluralKey>>(
  message: Spoken<Key>,
  nodes: Values<Key, Node>,
): (string | Node)[] {
  return pieces(message, nodes as Readonly<Record<string, Node>>);
}
