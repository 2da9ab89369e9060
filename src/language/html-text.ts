/** Text in HTML, without a parser: the same on a server, in a browser and in a worker. */

const REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;

/** What escapeHtml, Pagefind and our templates write. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

/** @returns the text as HTML, for what stands between tags or in an attribute in double quotes */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => REFERENCES[sign as keyof typeof REFERENCES]);
}

/**
 * @param html without tags
 * @returns the text that it says; a reference that is none of the usual ones stays as it is
 */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return SIGNS.get(name) ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** @returns the anchors of a page */
export function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => unescapeHtml(id)));
}
