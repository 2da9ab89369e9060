/**
 * Caches results by text: days, topics and words repeat, and a schema takes longer to say than a file to
 * check. A cache of an archive's texts is dropped after one reading, and holds no more than the archive.
 *
 * @param find what it throws is not kept
 * @param nameOf what tells two of what is given apart; by default itself
 */
export function remembering<Found extends NonNullable<unknown>, Given = string>(
  find: (given: Given) => Found,
  nameOf: (given: Given) => string = String,
): (given: Given) => Found {
  const known = new Map<string, Found>();
  return (given) => {
    const name = nameOf(given);
    const found = known.get(name) ?? find(given);
    known.set(name, found);
    return found;
  };
}
