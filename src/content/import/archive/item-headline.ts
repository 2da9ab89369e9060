import type { ImportedItem, Note } from "../imported-item.ts";
import type { HeadlineEntry } from "./headline-list.ts";
import type { ItemFields } from "./item-fields.ts";

/**
 * @returns the headline that an item without a text becomes
 * @throws EmptyItem where it has no title either
 */
export function headlineOf(
  item: ImportedItem,
  fields: ItemFields,
  note: (note: Note) => void,
): HeadlineEntry {
  if (item.title === undefined) throw new EmptyItem();
  if (item.image !== undefined)
    note({ what: "у заголовка нет места для картинки", detail: item.image.src });
  if (item.summary !== undefined) note({ what: "у заголовка нет места для краткого содержания" });
  if (fields.aliases.length > 0)
    note({ what: "старый адрес заголовка не сохраняется", detail: fields.aliases[0] });
  const { date, expires, topics, source, link } = fields;
  return { text: item.title, date, expires, link: link ?? source?.url, topics, source };
}

/** An item says nothing: there is nothing to be imported, and nothing is wrong. */
export class EmptyItem extends Error {}
