import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** A name in the cases that templates ask for. */
export interface Declined {
  readonly name: string;
  readonly of: string;
  /** With its preposition: в Заречном. */
  readonly in?: string;
}

export interface TopicTexts {
  readonly name: string;
  readonly titles: readonly string[];
  readonly leads: readonly string[];
  readonly details: readonly string[];
}

/** What the articles of a made archive are put together from: lists of templates. */
export interface Texts {
  readonly towns: readonly Declined[];
  readonly people: readonly Declined[];
  readonly authors: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url?: string }[];
  readonly topics: readonly TopicTexts[];
  readonly general: Readonly<
    Record<
      "details" | "quotes" | "headings" | "items" | "rows" | "corrections" | "captions" | "alts",
      readonly string[]
    >
  >;
}

/** Reads texts.yaml, which is ours and therefore not checked. */
export function readTexts(): Texts {
  const file = fileURLToPath(new URL("texts.yaml", import.meta.url));
  return parse(readFileSync(file, "utf8")) as Texts;
}
