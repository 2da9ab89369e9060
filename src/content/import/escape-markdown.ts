/** Signs of Markdown that work anywhere in a line. */
const INLINE = /[\\`*_[\]<>~|]|&(?=#?\w+;)|!(?=\[)|\{(?=#)|(?<=\/\/)@/g;

/** Signs that work at the start of a line: headings, lists, quotes, rules, callouts. */
const LINE_START = /^(\s*)([#+=-]|:(?=::)|\d{1,9}[.)](?=\s|$))/;

/**
 * Writes a plain paragraph so that Markdown shows it as it is.
 *
 * @param paragraph one line of plain text
 * @returns Markdown that renders to the same text
 */
export function escapeMarkdown(paragraph: string): string {
  const inline = paragraph.replace(INLINE, "\\$&");
  return inline.replace(LINE_START, (_, space: string, sign: string) => {
    return sign.length === 1 ? `${space}\\${sign}` : `${space}${sign.slice(0, -1)}\\${sign.at(-1)}`;
  });
}
