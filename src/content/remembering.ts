/**
 * Keeps what was found for a text: days and topics come again and again. It lives as long as what
 * it is in, for one reading, and holds no more than the archive does.
 *
 * @param find what it throws is not kept
 */
export function remembering<Found extends object>(
  find: (raw: string) => Found,
): (raw: string) => Found {
  const known = new Map<string, Found>();
  return (raw) => {
    const found = known.get(raw) ?? find(raw);
    known.set(raw, found);
    return found;
  };
}
