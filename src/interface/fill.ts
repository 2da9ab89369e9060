/** {name} */
const PLACEHOLDER = /\{(\w+)\}/;

/**
 * Puts values into a text.
 *
 * @param values by the names that stand in braces; what has no value stays as it is
 */
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
