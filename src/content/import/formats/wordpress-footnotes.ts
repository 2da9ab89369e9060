import type { TellNote } from "../imported-item.ts";
import { isRecord, textIn } from "./loose-record.ts";

const PLACE = /<!--\s*wp:footnotes\b[^>]*\/-->/;

/**
 * The block editor keeps notes beside the text; here they are put where WordPress shows them.
 *
 * @param meta the field «footnotes» of the post: JSON
 */
export function withBlockFootnotes(text: string, meta: string | undefined, note: TellNote): string {
  if (meta === undefined || /^\s*(?:\[\s*\])?\s*$/.test(meta)) return text;
  const found = parse(meta) ?? parse(meta.replace(/\\(["'\\/])/g, "$1"));
  if (found === undefined) {
    note({ what: "сноски записи не читаются и не перенесены", detail: meta.slice(0, 200) });
    return text;
  }
  const items = found.map(({ id, content }) => {
    return `<li id="${id}">${content} <a href="#${id}-link">↩︎</a></li>`;
  });
  const list = `\n\n<ol class="wp-block-footnotes">${items.join("")}</ol>\n\n`;
  return PLACE.test(text) ? text.replace(PLACE, () => list) : `${text}${list}`;
}

function parse(meta: string) {
  try {
    const value: unknown = JSON.parse(meta);
    if (!Array.isArray(value)) return undefined;
    return value.filter(isRecord).map((one) => ({
      id: (textIn(one, "id") ?? "").replace(/[^\w-]/g, ""),
      content: textIn(one, "content") ?? "",
    }));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
