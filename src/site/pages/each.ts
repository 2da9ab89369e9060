import type { SiteData } from "../types.ts";

/** What a template gets that makes a page of each item: the item, by its alias. */
export type Each<Alias extends string, Item, Data extends SiteData> = Data &
  Readonly<Record<Alias, Item>>;

/**
 * The data of a template that makes a page of each item of a list.
 *
 * @param data the name of the list
 * @param alias by which the template finds the item
 * @param pathOf where the page of an item is, without the path prefix
 * @param before makes the items of what the list holds; its own by default
 */
export function each<Alias extends string, Item, Listed = Item>(
  data: string,
  alias: Alias,
  pathOf: (item: Item) => string,
  before?: (listed: readonly Listed[]) => readonly Item[],
) {
  return {
    pagination: { data, size: 1, alias, ...(before && { before }) },
    permalink: (given: Readonly<Record<Alias, Item>>) => `${pathOf(given[alias])}index.html`,
  };
}
