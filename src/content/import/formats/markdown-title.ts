/** A heading at the beginning of a text, with # or underlined. */
const FIRST = /^\s*(?:#[ \t]+([^\n]+?)[ \t]*#*[ \t]*|([^\n]+)\n=+[ \t]*)(?:\n|$)/;

/** The same of the second level. */
const SECOND = /^\s*(?:##[ \t]+([^\n]+?)[ \t]*#*[ \t]*|([^\n]+)\n-{3,}[ \t]*)(?:\n|$)/;

/**
 * Takes the title of a text that has no other.
 *
 * @returns the heading that the text begins with, as plain text, and the rest
 */
export function headingTitle(text: string): { readonly title?: string; readonly rest: string } {
  const match = FIRST.exec(text) ?? SECOND.exec(text);
  const written = match?.[1] ?? match?.[2];
  if (match === null || written === undefined) return { rest: text };
  return { title: plainHeading(written), rest: text.slice(match[0].length) };
}

/** Without marks, which a title would show. */
function plainHeading(text: string): string {
  return text
    .replace(/\s*\{[:#.][^{}]*\}\s*$/, "")
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(.+?)\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/\\([\\`*_{}[\]()#+.!<>|~-])/g, "$1")
    .trim();
}
