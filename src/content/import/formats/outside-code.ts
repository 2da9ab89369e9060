/** A fenced block up to its end or the end of the text, and code in a line. */
const CODE =
  /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S]){0,2000}?(?<!`)\3(?!`)/gm;

/**
 * Changes a text of Markdown outside of its code.
 *
 * @param write changes a part between two pieces of code
 */
export function outsideCode(text: string, write: (part: string) => string): string {
  let [result, from] = ["", 0];
  for (const match of text.matchAll(CODE)) {
    result += `${write(text.slice(from, match.index))}${match[0]}`;
    from = match.index + match[0].length;
  }
  return `${result}${write(text.slice(from))}`;
}
