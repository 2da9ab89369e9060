import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { escapePattern } from "../../language/index.ts";
import { typography } from "../typography/typography.ts";
import { addProblem, addRemark } from "./markdown-problems.ts";
import { proseTokens } from "./markdown-typography.ts";

/** What an abbreviation stands for, and where that is written. */
interface LongForm {
  readonly long: string;
  readonly line: number;
  readonly column: number;
}

/** By the abbreviation. */
type LongForms = Map<string, LongForm>;

const DEFINITION = /^\*\[([^[\]]+)\]:[ \t]*(.*)$/;

const FORMS = "abbreviations";

/**
 * A markdown-it plugin: `*[ВОЗ]: Всемирная организация здравоохранения` on a line of its own says
 * what «ВОЗ» means wherever it stands as a word. Not in headings, which name places of the text, nor
 * in passages in other languages.
 */
export function markdownAbbreviations(md: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("reference", "abbreviation", readDefinition, { alt });
  // Before typography, which binds words with other signs than are typed.
  md.core.ruler.push("abbreviations", markAll);
}

function readDefinition(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  const begin = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0);
  if (state.src[begin] !== "*") return false;
  const [, short, long = ""] = DEFINITION.exec(state.src.slice(begin, state.eMarks[start])) ?? [];
  if (short === undefined) return false;
  if (silent) return true;
  addDefinition(state, { short: short.trim(), long: typography(long.trim()), line: start + 1 });
  state.line = start + 1;
  return true;
}

function addDefinition(
  state: StateBlock,
  { short, long, line }: { short: string; long: string; line: number },
): void {
  const column = (state.tShift[line - 1] ?? 0) + 1;
  const tell = (message: string, mend: string): void =>
    addProblem(state.env, { line, column, message, mend });
  const forms = formsOf(state);
  const known = forms.get(short);
  if (short === "" || long === "") {
    tell(
      `«*[${short}]:» — нет сокращения или того, что оно значит.`,
      "запишите так: *[ВОЗ]: Всемирная организация здравоохранения.",
    );
  } else if (known !== undefined && known.long !== long) {
    tell(`Сокращение «${short}» объяснено второй раз иначе.`, "оставьте одно объяснение.");
  } else forms.set(short, { long, line, column });
}

function formsOf({ env }: StateBlock | StateCore): LongForms {
  const known = env[FORMS] as LongForms | undefined;
  const forms = known ?? new Map();
  env[FORMS] = forms;
  return forms;
}

function markAll(state: StateCore): void {
  if (state.env[FORMS] === undefined) return;
  const forms = formsOf(state);
  if (forms.size === 0) return;
  const words = wordsPattern([...forms.keys()]);
  const seen = new Set<string>();
  for (const [index, block] of state.tokens.entries()) {
    const isHeading = state.tokens[index - 1]?.type === "heading_open";
    if (block.children === null || isHeading) continue;
    const prose = proseTokens(block.children);
    block.children = block.children.flatMap((token) =>
      prose.has(token) ? marked(state, token, words, seen) : [token],
    );
  }
  for (const [short, { line, column }] of forms) {
    if (seen.has(short)) continue;
    const message = `Сокращения «${short}» в тексте нет: объяснения на странице не будет.`;
    const mend =
      "уберите строку; в подзаголовках и в других формах («ВОЗом») сокращения не узнаются.";
    addRemark(state.env, { line, column, message, mend });
  }
}

/** Whole words: \b knows Latin letters only. The longer first, for one may begin another. */
function wordsPattern(shorts: readonly string[]): RegExp {
  const longestFirst = shorts.toSorted((a, b) => b.length - a.length);
  const escaped = longestFirst.map(escapePattern);
  return new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}_])(${escaped.join("|")})(?![\\p{L}\\p{N}\\p{M}_])`,
    "u",
  );
}

function marked(state: StateCore, text: Token, words: RegExp, seen: Set<string>): Token[] {
  const parts = text.content.split(words);
  if (parts.length === 1) return [text];
  return parts.flatMap((part, index) => {
    const token = new state.Token("text", "", 0);
    token.content = part;
    // Every second one is what the pattern caught.
    if (index % 2 === 0) return part === "" ? [] : [token];
    const open = new state.Token("abbr_open", "abbr", 1);
    open.attrSet("title", formsOf(state).get(part)?.long ?? "");
    if (!seen.has(part)) open.attrSet("class", "first");
    seen.add(part);
    return [open, token, new state.Token("abbr_close", "abbr", -1)];
  });
}
