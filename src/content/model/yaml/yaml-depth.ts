/**
 * The YAML library is recursive, and deep nesting overflows the stack of the process. Fields of news are
 * three deep.
 */

/** One in the other, on one line: «- - - a». */
const INDICATORS = /^[ \t]*(?:(?:[-?:]|[&!*]\S*)[ \t]+){50}/m;
/** Each level of a block stands further to the right. */
const INDENT = /^ {200}/m;
const MOST_BRACKETS = 100;

/** What holds brackets that open nothing. */
const QUOTED = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g;

/**
 * @param text YAML
 * @returns where it becomes too deep, as an index; nothing where it does not
 */
export function tooDeepAt(text: string): number | undefined {
  const block = INDICATORS.exec(text) ?? INDENT.exec(text);
  return block === null ? tooManyBracketsAt(text) : block.index;
}

function tooManyBracketsAt(text: string): number | undefined {
  if (!/[[{]/.test(text)) return undefined;
  const bare = text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
  let depth = 0;
  for (const { 0: sign, index } of bare.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_BRACKETS) return index;
  }
  return undefined;
}
