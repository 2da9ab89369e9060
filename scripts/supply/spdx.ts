/**
 * Whether a licence expression can be satisfied: of «A OR B» one has to be allowed, of «A AND B» both.
 *
 * @param expression SPDX: names, AND, OR, parentheses; exceptions (WITH) are not known
 * @param allowed names
 * @throws SyntaxError where the expression is not one
 */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  const result = either(words, allowed);
  if (words.length > 0) throw new SyntaxError(`«${words.join(" ")}» is not understood`);
  return result;
}

function either(words: string[], allowed: ReadonlySet<string>): boolean {
  let result = both(words, allowed);
  while (words[0] === "OR") {
    words.shift();
    const next = both(words, allowed);
    result ||= next;
  }
  return result;
}

function both(words: string[], allowed: ReadonlySet<string>): boolean {
  let result = single(words, allowed);
  while (words[0] === "AND") {
    words.shift();
    const next = single(words, allowed);
    result &&= next;
  }
  return result;
}

function single(words: string[], allowed: ReadonlySet<string>): boolean {
  const word = words.shift();
  if (word === undefined || /^(?:AND|OR|WITH|\))$/.test(word)) {
    throw new SyntaxError(`a licence is missing before «${word ?? "the end"}»`);
  }
  if (word !== "(") return allowed.has(word);
  const result = either(words, allowed);
  if (words.shift() !== ")") throw new SyntaxError("a parenthesis is not closed");
  return result;
}
