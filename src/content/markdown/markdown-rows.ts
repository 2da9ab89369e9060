import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { addRemark, columnOf, lineOf, sourceLine } from "./markdown-problems.ts";

/** A row of a table by the places of its tokens. */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: number;
}

/** One row of very many cells does not lengthen very many others. */
const MOST_FILLED = 10_000;

/** Tokens to insert, by the index of the token behind them. */
type Inserts = Map<number, Token[]>;

/**
 * A markdown-it plugin: the cells of a row that has more of them than the head. Markdown leaves them
 * out; here they are shown under empty headings, and told of.
 */
export function markdownRows(md: MarkdownIt): void {
  md.core.ruler.after("block", "long_rows", (state) => {
    const inserts: Inserts = new Map();
    for (const rows of tablesOf(state.tokens)) lengthen(rows, state, inserts);
    if (inserts.size === 0) return;
    state.tokens = state.tokens.flatMap((token, index) => [...(inserts.get(index) ?? []), token]);
  });
}

/** @returns the rows of each table, its head first */
function tablesOf(tokens: readonly Token[]): Row[][] {
  const tables: Row[][] = [];
  let [start, cells] = [0, 0];
  for (const [index, { type }] of tokens.entries()) {
    if (type === "table_open") tables.push([]);
    if (type === "tr_open") [start, cells] = [index, 0];
    if (type === "th_open" || type === "td_open") cells++;
    if (type === "tr_close") tables.at(-1)?.push({ start, end: index, cells });
  }
  return tables;
}

function lengthen(rows: readonly Row[], state: StateCore, inserts: Inserts): void {
  const extras = rows.map((row, index) => (index === 0 ? [] : extraCells(row, state)));
  const most = extras.reduce((longest, { length }) => Math.max(longest, length), 0);
  if (most === 0) return;
  // Screen readers announce every column, so empty cells are filled in.
  const isFilled = rows.length * most <= MOST_FILLED;
  for (const [index, row] of rows.entries()) {
    const extra = extras[index] ?? [];
    const empty = index === 0 || isFilled ? most - extra.length : 0;
    const cells = [...extra, ...Array.from({ length: empty }, () => "")];
    const tokens = cells.flatMap((cell) => cellOf(state, cell, row));
    inserts.set(row.end, tokens);
  }
}

function extraCells({ start, cells }: Row, { tokens, src, env }: StateCore): string[] {
  const line = lineOf(tokens[start] as Token);
  const source = sourceLine(src, line);
  const tell = (words: string, message: string, mend: string): void =>
    addRemark(env, { line, column: columnOf(src, line, words), message, mend });
  if (cells > 1 && !source.includes("|")) {
    const mend = "поставьте перед ней пустую строку; если это ячейка, начните строку с «|».";
    tell(source.trim(), "Строка сразу под таблицей стала её ячейкой.", mend);
  }
  const extra = cellsOf(source).slice(cells);
  while (extra.at(-1) === "") extra.pop();
  const words = extra.find((cell) => cell !== "") ?? "";
  if (words === "") return [];
  const message = `В строке таблицы больше ячеек, чем столбцов: «${words}» стоит без заголовка.`;
  const mend =
    "добавьте столбец в первую строку и в строку |---|; «|» внутри ячейки пишется «\\|».";
  tell(words, message, mend);
  return extra;
}

/** Cuts a row as Markdown does, without the marks of a quotation or a list before it. */
function cellsOf(line: string): string[] {
  const cells = line
    .replace(/^[\s>]*/, "")
    .trimEnd()
    .split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells.map((cell) => cell.replaceAll("\\|", "|").trim());
}

function cellOf(state: StateCore, content: string, { start }: Row): Token[] {
  const level = (state.tokens[start]?.level ?? 0) + 1;
  const open = new state.Token("td_open", "td", 1);
  const inline = new state.Token("inline", "", 0);
  const close = new state.Token("td_close", "td", -1);
  Object.assign(inline, { content, children: [], level: level + 1 });
  for (const token of [open, close]) Object.assign(token, { block: true, level });
  return [open, inline, close];
}
