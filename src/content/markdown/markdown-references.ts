import type { Env, MarkdownIt, StateCore, Token } from "markdown-it";
import { addProblem, addRemark, columnOf, lineOf, sourceLine } from "./markdown-problems.ts";

/** `[имя]: адрес` in a text. */
interface Definition {
  /** As Markdown compares them. */
  readonly label: string;
  readonly line: number;
  readonly column: number;
  /** The whole line. */
  readonly source: string;
}

const DEFINITIONS = "definitions";

/** Looks like an address: a scheme, a path, an anchor, or the name of a file or a site. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|[/#?.])|\.[a-z][a-z0-9]{1,9}(?:[/?#].*)?$/i;

/**
 * A markdown-it plugin: tells of `[имя]: адрес` lines that leave nothing on the page. A line like
 * «[Важно]: завтра» is one of these too, and would vanish.
 */
export function markdownReferences(md: MarkdownIt): void {
  md.core.ruler.after("block", "definitions", (state) => {
    state.env[DEFINITIONS] = definitionsOf(state);
  });
  md.core.ruler.after("inline", "unused_definitions", tellUnused);
}

function definitionsOf(state: StateCore): Definition[] {
  const known = new Map<string, Definition>();
  for (const token of state.tokens) {
    if (token.type !== "reference_definition") continue;
    const definition = definitionAt(token, state.src);
    const first = known.get(definition.label);
    if (first === undefined) known.set(definition.label, definition);
    else if (first.source !== definition.source) tellRepeated(definition, state.env);
  }
  return [...known.values()];
}

function definitionAt(token: Token, src: string): Definition {
  const line = lineOf(token);
  const source = sourceLine(src, line).trim();
  return { label: String(token.meta?.label), line, column: columnOf(src, line, "["), source };
}

function tellRepeated({ line, column, source }: Definition, env: Env): void {
  const message = `${nameOf(source)}: адрес с таким именем уже дан, и эта строка ничего не значит.`;
  addProblem(env, { line, column, message, mend: "дайте другое имя или уберите её." });
}

function nameOf(source: string): string {
  return /^[^\]]*\]/.exec(source.slice(source.indexOf("[")))?.[0] ?? source;
}

function tellUnused(state: StateCore): void {
  const used = new Set(state.tokens.flatMap(({ children }) => labelsIn(children ?? [])));
  for (const definition of state.env[DEFINITIONS] as Definition[]) {
    if (!used.has(definition.label)) tellOf(definition, state.env);
  }
}

function labelsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ meta, children }) => {
    const label = meta?.label;
    return [...(typeof label === "string" ? [label] : []), ...labelsIn(children ?? [])];
  });
}

/** An unused address is a remark; words that would vanish stop a build. */
function tellOf({ label, line, column, source }: Definition, env: Env): void {
  const name = nameOf(source);
  if (ADDRESS.test(env.references?.[label]?.href ?? "")) {
    const message = `На адрес ${name} ничто не ссылается: на странице его не будет.`;
    addRemark(env, {
      line,
      column,
      message,
      mend: `поставьте в тексте [слова]${name} или уберите его.`,
    });
    return;
  }
  const message = `Строка «${name}: …» читается как адрес ссылки, и на странице её не будет.`;
  const mend = `если это текст, поставьте перед скобкой «\\»; если адрес — дайте на него ссылку: [слова]${name}.`;
  addProblem(env, { line, column, message, mend });
}
