/**
 * Keeps what it has made: a schema takes longer to say than a file to check.
 *
 * @param make a schema, of values that a text names
 * @returns the same, which makes it once for each of these texts
 */
export function keptSchemas<Given, Schema>(
  nameOf: (given: Given) => string,
  make: (given: Given) => Schema,
): (given: Given) => Schema {
  const made = new Map<string, Schema>();
  return (given) => {
    const name = nameOf(given);
    const schema = made.get(name) ?? make(given);
    made.set(name, schema);
    return schema;
  };
}
