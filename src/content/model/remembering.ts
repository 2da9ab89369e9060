/**
 * Caches results by text: days and topics repeat. It is dropped after one reading, and holds no more than the
 * archive.
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
