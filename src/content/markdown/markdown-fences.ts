import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { addProblem, addRemark, columnOf, lineOf, sourceLine } from "./markdown-problems.ts";

/** The name of a language, which colours code and is not shown. */
const LANGUAGE = /^[\w+#.-]*$/;
/** Settings of other programs, behind the language: {linenos=table}, title="a.js". */
const SETTINGS = /^[\w+#.-]*[ \t]*(?:\{[^{}]*\}|[\w-]+=(?:"[^"]*"|\S+))$/;
const CLOSING = /^[\s>]*(`{3,}|~{3,})\s*$/;

/**
 * A markdown-it plugin: tells of code that is never closed, and of words beside its marks. Lines that are
 * too long for the page scroll, by the keyboard too.
 */
export function markdownFences(md: MarkdownIt): void {
  for (const kind of ["fence", "code_block"]) {
    const ours = md.renderer.rules[kind];
    md.renderer.rules[kind] = (...parts) =>
      ours?.(...parts).replace(/^<pre/, '<pre tabindex="0"') ?? "";
  }
  md.core.ruler.after("block", "fences", (state) => {
    for (const token of state.tokens) if (token.type === "fence") tellOf(token, state);
  });
}

function tellOf(fence: Token, { src, env }: StateCore): void {
  const { markup } = fence;
  const line = lineOf(fence);
  const place = { line, column: columnOf(src, line, markup) };
  if (!isClosed(fence, src)) {
    const message = `Код начат строкой «${markup}» и не закрыт: всё, что ниже, показано как код.`;
    const mend = `поставьте после кода строку «${markup}»; если это не код, уберите «${markup}».`;
    addProblem(env, { ...place, message, mend });
  }
  const info = fence.info.trim();
  if (LANGUAGE.test(info)) return;
  const message = `Что стоит в строке «${markup}», читатель не увидит: «${info}».`;
  const mend = `оставьте в ней только имя языка латиницей, например ${markup}js, или ничего.`;
  const tell = SETTINGS.test(info) ? addRemark : addProblem;
  tell(env, { ...place, message, mend });
}

function isClosed({ map, markup }: Token, src: string): boolean {
  const [start, end] = map ?? [0, 0];
  const [, last = ""] = end - start < 2 ? [] : (CLOSING.exec(sourceLine(src, end)) ?? []);
  return last.startsWith(markup);
}
