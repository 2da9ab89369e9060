import { createHash } from "node:crypto";
import { typography } from "../typography/typography.ts";
import { withoutTurning } from "./control-characters.ts";
import { slugify } from "./slugs.ts";
import type { TopicName } from "./types.ts";

/** Signs that make another name, as letters do: C++, C#, R&D, 18+. */
const WORD = /(?<![\p{L}\p{N}])\.(?=[\p{L}\p{N}])|[\p{L}\p{N}\p{M}\p{S}#&@%*]+/gu;

/** Stress marks and accents of Latin letters: nobody types them every time. */
const STRESS = /[\u0300\u0301]|(?<=\p{Script=Latin}\p{M}*)\p{M}/gu;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * What all ways to write a topic have in common: capitals and small letters, ё and е, quotation marks,
 * hyphens and spaces make no other topic; every other letter and sign does.
 *
 * @returns nothing but an empty text where a name holds neither letters nor signs
 */
export function topicKey(name: string): string {
  const lower = name.normalize("NFKC").toLowerCase().normalize("NFD").replace(STRESS, "");
  const bare = lower.normalize("NFC").replaceAll("ё", "е").replace(INVISIBLE, "");
  return (bare.match(WORD) ?? []).join(" ");
}

/** Signs behind a letter or a digit, and a full stop before a word, as they are read aloud. */
const SPOKEN = [
  [/(?<=[\p{L}\p{N}+])\+/gu, " plus "],
  [/(?<=[\p{L}\p{N}])#/gu, " sharp "],
  [/^\.(?= )/u, "dot "],
] as const;

/**
 * The address that a name alone makes. Names of different topics may have the same: settleTopics
 * parts them.
 *
 * @returns a slug; empty where topicKey is
 */
export function topicSlug(name: string): string {
  const key = topicKey(name);
  if (key === "") return "";
  const spoken = SPOKEN.reduce((text, [sign, word]) => text.replace(sign, word), key);
  return slugify(spoken) || `tema-${topicHash(key)}`;
}

/** @returns hexadecimal digits that are the same for all ways to write a topic */
export function topicHash(key: string, length = 6): string {
  return createHash("sha256").update(key).digest("hex").slice(0, length);
}

/** @returns the topic that a name, as it is typed, means as long as nothing else is known */
export function topicNamed(raw: string): TopicName {
  // A name is also a filter's value and part of an address: spaces in it are plain ones.
  const name = typography(withoutTurning(raw).trim().replace(/\s+/g, " ")).replaceAll(
    "\u00a0",
    " ",
  );
  return { name, slug: topicSlug(name) };
}
