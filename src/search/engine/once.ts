/**
 * Loads a part once; a failed one is fetched again by the next search.
 *
 * @param known receives what is loaded
 */
export function once<Key, Part>(
  known: Map<Key, Promise<Part>>,
  key: Key,
  load: () => Promise<Part>,
): Promise<Part> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const loading = load();
  known.set(key, loading);
  loading.catch(() => known.delete(key));
  return loading;
}
