import type { Hit } from "./fuse.ts";
import { narrow } from "./narrow.ts";
import type { FilterCounts, SearchOptions } from "./pagefind.ts";
import type { SearchIndex } from "./search-index.ts";

/**
 * The values of filters, where they are counted.
 *
 * @param found what the query found, before any filter
 * @param left what all filters let through
 */
export async function countsOf(
  found: readonly Hit[],
  left: readonly Hit[],
  options: SearchOptions,
  index: SearchIndex,
) {
  const totalFilters = await index.counts(found);
  const filters = left.length === found.length ? totalFilters : await index.counts(left);
  return { totalFilters, filters, choices: await choicesOf(found, options, index, filters) };
}

/**
 * The counts of each filter's values without that filter and with all others: how many results choosing
 * «2025» beside «2026» would add.
 *
 * @param hits what the query found, before any filter
 * @param filters the counts of what all filters let through
 */
async function choicesOf(
  hits: readonly Hit[],
  options: SearchOptions,
  index: SearchIndex,
  filters: FilterCounts,
): Promise<FilterCounts> {
  const names = Object.keys(options.filters ?? {}).filter((name) => name in filters);
  const open = names.map(async (name) => {
    const { [name]: _, ...others } = { ...options.filters } as Record<string, unknown>;
    const rest = { filters: others, published: options.published };
    const kept = await narrow(hits, rest, index.segments);
    return [name, (await index.counts(kept))[name] ?? {}] as const;
  });
  return { ...filters, ...Object.fromEntries(await Promise.all(open)) };
}
