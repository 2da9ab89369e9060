import { fill, pieces } from "./fill.ts";
import type { MessageKey, PluralKey, Values } from "./messages.ts";
import { pluralForm } from "./plural.ts";

/**
 * What scripts of pages say. The build puts each string in the place where a script names it
 * (src/build/browser-messages.ts): a script holds the strings that it uses, and no others, of one
 * language, and asks for none.
 */
declare global {
  /** As they are for the site; a plural as the JSON of its forms and their language. */
  const MESSAGES: { readonly [Key in MessageKey]: Spoken<Key> };
  /** The site's, as Intl knows it. */
  const MESSAGES_LANGUAGE: string;
}

/** A string that remembers which it is, so that what is put into it can be checked. */
export type Spoken<Key extends MessageKey> = string & { readonly key?: Key };

/** @returns the text with values in its braces */
export function say<Key extends Exclude<MessageKey, PluralKey>>(
  message: Spoken<Key>,
  values: Values<Key>,
): string {
  return fill(message, values);
}

/** @returns the form that belongs to a count, with values in its braces */
export function sayCount<Key extends PluralKey>(message: Spoken<Key>, values: Values<Key>): string {
  const { language, ...forms } = JSON.parse(message);
  return fill(pluralForm(forms, (values as { count: number }).count, language), values);
}

/** @returns the text in pieces, with nodes in the places of its braces */
export function sayWith<Key extends Exclude<MessageKey, PluralKey>>(
  message: Spoken<Key>,
  nodes: Values<Key, Node>,
): (string | Node)[] {
  return pieces(message, nodes as Readonly<Record<string, Node>>);
}
