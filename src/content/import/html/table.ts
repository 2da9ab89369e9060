import { attribute, childNodesOf, create, type DomElement, elementsIn, firstIn } from "./dom.ts";
import type { HtmlReferences } from "./references.ts";

/** Columns or rows of one cell; a larger number is an attack on the memory. */
const MOST_SPAN = 100;

/** Elements that no cell of a Markdown table can hold. */
const NO_CELL = "table ul ol pre blockquote h1 h2 h3 h4 h5 h6";

/** Tables that lay out a page become plain blocks. */
export function unfoldTables(root: DomElement, references: HtmlReferences): void {
  for (const table of elementsIn(root, "table").reverse()) {
    if (!isLayout(table)) continue;
    const parts = elementsIn(table, "caption td th").map((cell) =>
      create(table, "div", {}, ...childNodesOf(cell)),
    );
    const block = create(table, "div", {}, ...parts);
    table.replaceWith(block);
    // A source has tags between the words of a row, so that only those of a cell can be found in it.
    const [written] = childNodesOf(block).map(({ textContent }) => textContent?.trim());
    const detail = textOf(block).slice(0, 60);
    references.note({ what: "таблица развёрнута в абзацы", detail, written });
  }
}

function isLayout(table: DomElement): boolean {
  const rows = elementsIn(table, "tr");
  const isNarrow = rows.every((row) => elementsIn(row, "td th").length <= 1);
  return isNarrow || elementsIn(table, NO_CELL).length > 0;
}

/**
 * @param table that is no layout
 * @param toMarkdown of one cell
 * @returns the table in Markdown, its caption before it
 */
export function tableMarkdown(table: DomElement, toMarkdown: (cell: DomElement) => string): string {
  const rows = gridOf(table, (cell) => inOneLine(toMarkdown(cell)));
  const width = Math.max(...rows.map((row) => row.length));
  const [first] = elementsIn(table, "tr");
  const hasHead = first !== undefined && elementsIn(first, "td").every(isBlank);
  const lines = rows.map((row) => lineOf(row, width));
  const caption = firstIn(table, "caption");
  const head = hasHead ? (lines.shift() ?? "") : lineOf([], width);
  const title = caption === undefined ? "" : `${inOneLine(toMarkdown(caption))}\n\n`;
  return `${title}${[head, `|${" --- |".repeat(width)}`, ...lines].join("\n")}`;
}

/** A cell over several columns or rows is put into the first; the others are empty. */
function gridOf(table: DomElement, toText: (cell: DomElement) => string): string[][] {
  const rows = elementsIn(table, "tr");
  const grid: string[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    for (const cell of elementsIn(row, "td th")) placeCell(grid.slice(y), cell, toText(cell));
  }
  return grid.filter((row) => row.length > 0);
}

function placeCell(lines: string[][], cell: DomElement, text: string): void {
  const [line] = lines;
  if (line === undefined) return;
  const hole = line.findIndex(isFree);
  const x = hole === -1 ? line.length : hole;
  const width = spanOf(cell, "colspan");
  for (const covered of lines.slice(0, spanOf(cell, "rowspan"))) {
    for (let dx = 0; dx < width; dx++) covered[x + dx] = "";
  }
  line[x] = text;
}

function isFree(cell: string | undefined): boolean {
  return cell === undefined;
}

function spanOf(cell: DomElement, name: string): number {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1;
}

function lineOf(row: readonly string[], width: number): string {
  const cells = Array.from({ length: width }, (_, index) => row[index] ?? "");
  return `|${cells.map((cell) => ` ${cell} |`).join("")}`;
}

/** A line of a cell that was broken stays so. */
function inOneLine(markdown: string): string {
  return markdown
    .trim()
    .replace(/\\\n\s*|\s*\n\s*\n\s*/g, "<br>")
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|");
}

function isBlank({ textContent }: DomElement): boolean {
  return textContent.trim() === "";
}

function textOf(element: DomElement): string {
  return element.textContent.replace(/\s+/g, " ").trim();
}
