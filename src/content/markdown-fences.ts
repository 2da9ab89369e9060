import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { addProblem, columnOf, lineOf, sourceLine } from "./markdown-problems.ts";

/** The name of a language, which colours code and is not shown. */
const LANGUAGE = /^[\w+#.-]*$/;
const CLOSING = /^[\s>]*(`{3,}|~{3,})\s*$/;

/** A markdown-it plugin: tells of code that is never closed, and of words that no page shows. */
export function markdownFences(md: MarkdownIt): void {
  md.core.ruler.after("block", "fences", (state) => {
    for (const token of state.tokens) if (token.type === "fence") tellOf(token, state);
  });
}

function tellOf(fence: Token, { src, env }: StateCore): void {
  const { markup } = fence;
  const line = lineOf(fence);
  const tell = (message: string, mend: string): void =>
    addProblem(env, { line, column: columnOf(src, line, markup), message, mend });
  if (!isClosed(fence, src)) {
    const message = `Код начат строкой «${markup}» и не закрыт: всё, что ниже, показано как код.`;
    tell(message, `поставьте после кода строку «${markup}»; если это не код, уберите «${markup}».`);
  }
  const info = fence.info.trim();
  if (!LANGUAGE.test(info)) {
    const message = `Слов в строке «${markup}» читатель не увидит: «${info}».`;
    tell(message, `оставьте в ней только имя языка латиницей, например ${markup}js, или ничего.`);
  }
}

function isClosed({ map, markup }: Token, src: string): boolean {
  const [start, end] = map ?? [0, 0];
  const [, last = ""] = end - start < 2 ? [] : (CLOSING.exec(sourceLine(src, end)) ?? []);
  return last.startsWith(markup);
}
