/** A tag as it is where nothing is escaped. */
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/i;

/** The same where it was escaped: one of those that texts are made of. */
const ESCAPED_TAG =
  /&lt;\/?(?:p|br|div|a|b|i|em|strong|u|img|ul|ol|li|h[1-6]|blockquote|span|table|figure)\b(?:[^<>]*?)\/?&gt;/i;

const SIGNS: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  amp: "&",
};

/**
 * Feeds that escape their HTML twice would show its tags to readers.
 *
 * @param html a text of a feed
 * @returns the same without the escaping that is too much
 */
export function unescapedOnce(html: string): string {
  if (TAG.test(html) || !ESCAPED_TAG.test(html)) return html;
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (all, name: string) => SIGNS[name] ?? all);
}
