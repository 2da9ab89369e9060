/**
 * A name for where there is little room: whole words as long as they fit.
 *
 * @param most in UTF-16 code units
 */
export function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most + 1);
  const words = cut.slice(0, cut.search(/\s\S*$/)).trimEnd();
  // A first word that is too long is cut, but never between the halves of a character.
  const text = /\s/.test(cut) ? words : name.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  return text.replace(/[\s,.:;—–-]+$/, "");
}
