/** The three forms of a Russian noun after a number: 1 статья, 2 статьи, 5 статей. */
export type PluralForms = readonly [one: string, few: string, many: string];

/**
 * A whole number with the form of the noun that Russian grammar asks for.
 *
 * @param count a whole number, 0 or more
 * @param forms the noun after 1, after 2 and after 5
 * @returns for example «21 статья», «3 статьи», «11 статей»
 * @see Unicode CLDR plural rules for Russian: one, few, many
 */
export function withPlural(count: number, forms: PluralForms): string {
  return `${count} ${pluralForm(count, forms)}`;
}

function pluralForm(count: number, [one, few, many]: PluralForms): string {
  const lastTwo = count % 100;
  const last = count % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}
