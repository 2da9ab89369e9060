/** Beside the index of the room: browsers, which load that, have no use for these. */

/**
 * @param items in any order
 * @param key what those that belong together have in common
 * @returns the items of each key, keys and items in the order in which they came
 */
export function groupBy<Item>(
  items: Iterable<Item>,
  key: (item: Item) => string,
): Map<string, [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** @returns the value of a key, which is made where there is none yet */
export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Adds to the number that a key has, 0 at first. */
export function addTo<Key>(counts: Map<Key, number>, key: Key, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
