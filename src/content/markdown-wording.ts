import type { Wording } from "../interface/index.ts";

/** What a text is rendered in that is only looked at: nobody reads it. */
export const RUSSIAN: Wording = { language: "ru" };

/** @param env of markdown-it, which carries the words that a text gets besides its own */
export function wordingOf(env: object | undefined): Wording {
  return (env as { readonly wording?: Wording } | undefined)?.wording ?? RUSSIAN;
}
