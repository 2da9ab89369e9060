/**
 * Puts texts, or numbers, in an order that is the same on every machine, whatever its language: by
 * the codes of their letters. It is not the order of a dictionary.
 *
 * @returns below zero where the first one comes first, above it where the second one does
 */
export function compare<Value extends string | number>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
