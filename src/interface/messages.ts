import type { russian } from "./russian.ts";

/** The forms of a text that a count chooses among, by the categories of Intl.PluralRules. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

type Russian = typeof russian;

/** «search.found»: where a string is shown, and which one it is. */
export type MessageKey = keyof Russian;

/** The keys of strings that a count chooses among. */
export type PluralKey = {
  [Key in MessageKey]: Russian[Key] extends string ? never : Key;
}[MessageKey];

/** All strings of a language. */
export type Messages = {
  readonly [Key in MessageKey]: Key extends PluralKey ? Plural : string;
};

/** Those that a newspaper replaces. */
export type OwnMessages = { readonly [Key in MessageKey]?: Messages[Key] };

/** What stands in braces in a text. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type FormsOf<Message> = Message extends string ? Message : Message[keyof Message];

/** The names of what is put into a string. */
type Placeholder<Key extends MessageKey> =
  | NamesIn<FormsOf<Russian[Key]>>
  | (Key extends PluralKey ? "count" : never);

/** What is put into a string, by the names that stand in its braces. */
export type Values<Key extends MessageKey, Value = string | number> = {
  readonly [Name in Placeholder<Key>]: Name extends "count" ? number : Value;
};

/** Nothing where a string has no braces. */
export type ValuesOf<Key extends MessageKey, Value = string | number> = [Placeholder<Key>] extends [
  never,
]
  ? []
  : [values: Values<Key, Value>];
