import type { MarkdownIt, Token } from "markdown-it";
import { plainText } from "./markdown-text.ts";

interface Cell {
  readonly open: Token;
  readonly close: Token;
  readonly text: string;
}

/** A row of cells; the first of a table are its headings. */
type Row = readonly Cell[];

/** A figure, with a sign of a unit at most. */
const NUMBER = /^[+±−–-]?\s*\d(?:[\d\s.,]*\d)?\s*[%‰₽€$°]?$/;

/** Stands for an unknown number. */
const NO_NUMBER = /^[-–—]?$/;

/**
 * A markdown-it plugin: tables whose cells know their headings, whose numbers stand under one
 * another, and that scroll alone where they are wider than the page.
 */
export function markdownTables(md: MarkdownIt): void {
  md.core.ruler.push("tables", ({ tokens }) => {
    const opens = tokens.filter(({ type }) => type === "table_open");
    for (const [index, open] of opens.entries()) {
      // Regions of one page need different names.
      open.meta = { label: opens.length === 1 ? "Таблица" : `Таблица ${index + 1}` };
      setTable(rowsOf(tokens, tokens.indexOf(open)));
    }
  });
  md.renderer.rules.table_open = (tokens, index) => {
    const label = String(tokens[index]?.meta?.label ?? "");
    return `<section class="table" aria-label="${label}" tabindex="0"><table>\n`;
  };
  md.renderer.rules.table_close = () => "</table></section>\n";
}

function rowsOf(tokens: readonly Token[], start: number): Row[] {
  const rows: Cell[][] = [];
  for (let index = start; tokens[index]?.type !== "table_close"; index++) {
    const [open, inline, close] = tokens.slice(index, index + 3);
    if (open?.type === "tr_open") rows.push([]);
    if (open?.type !== "th_open" && open?.type !== "td_open") continue;
    if (close !== undefined) rows.at(-1)?.push({ open, close, text: plainText(inline) });
  }
  return rows;
}

function setTable([head = [], ...body]: readonly Row[]): void {
  for (const cell of [head, ...body].flat()) setAlignment(cell.open);
  for (const [column, heading] of head.entries()) {
    const cells = body.flatMap((row) => row.slice(column, column + 1));
    // The first column names the rows, even where it holds years.
    if (column > 0 && isUnaligned(heading) && areNumbers(cells)) alignRight([heading, ...cells]);
    if (heading.text === "") toTag(heading, "td");
    else heading.open.attrSet("scope", "col");
  }
  // Nothing stands over it: then it holds the headings of the rows.
  if (head[0]?.text === "") for (const [first] of body) toRowHeading(first);
}

/** By classes, for the policy forbids styles in the page. */
function setAlignment(open: Token): void {
  const [, side] = /text-align:(\w+)/.exec(String(open.attrGet("style") ?? "")) ?? [];
  if (side === undefined) return;
  open.attrs = null;
  open.attrSet("class", `align-${side}`);
}

function isUnaligned({ open }: Cell): boolean {
  return open.attrGet("class") === null;
}

function areNumbers(cells: Row): boolean {
  const isNumber = ({ text }: Cell): boolean => NUMBER.test(text);
  return cells.some(isNumber) && cells.every((cell) => isNumber(cell) || NO_NUMBER.test(cell.text));
}

function alignRight(cells: Row): void {
  for (const { open } of cells) open.attrSet("class", "align-right");
}

function toTag({ open, close }: Cell, tag: "td" | "th"): void {
  [open.tag, close.tag] = [tag, tag];
}

function toRowHeading(cell: Cell | undefined): void {
  if (cell === undefined || cell.text === "") return;
  toTag(cell, "th");
  cell.open.attrSet("scope", "row");
}
