import type { Wording } from "../../interface/index.ts";

/** The language of texts that are rendered for checks only. */
export const RUSSIAN: Wording = { language: "ru" };

/** @param env of markdown-it, which carries the words that a text gets besides its own */
export function wordingOf(env: object | undefined): Wording {
  return (env as { readonly wording?: Wording } | undefined)?.wording ?? RUSSIAN;
}
