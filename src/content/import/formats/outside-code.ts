/** A fenced block up to its end or that of the text, and code in a line. */
const CODE =
  /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S]){0,2000}?(?<!`)\3(?!`)/gm;

/**
 * Changes a text of Markdown, but for what is shown as code in it.
 *
 * @param write changes what stands between two pieces of code
 */
export function outsideCode(text: string, write: (part: string) => string): string {
  let [result, from] = ["", 0];
  for (const match of text.matchAll(CODE)) {
    result += `${write(text.slice(from, match.index))}${match[0]}`;
    from = match.index + match[0].length;
  }
  return `${result}${write(text.slice(from))}`;
}
