import type { Plural } from "./messages.ts";

/** To make rules takes longer than to ask them, and a list asks for every line. */
const known = new Map<string, Intl.PluralRules>();

/**
 * @param language that Intl knows
 * @returns the form for a count; where a language has no form for it, the one for all others
 */
export function pluralForm(forms: Plural, count: number, language: string): string {
  let rules = known.get(language);
  if (rules === undefined) {
    rules = new Intl.PluralRules(language);
    known.set(language, rules);
  }
  return forms[rules.select(count)] ?? forms.other ?? forms.many ?? "";
}
