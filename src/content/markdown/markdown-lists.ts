import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** «[ ]» and «[x]» before the words of an item; the Russian х looks the same. */
const TASK = /^\[([ xXхХ])\][ \t]+(?=\S)/;

/** Years do not fit where numbers of items stand on a telephone. */
const WIDE = 100;

/** Drawn as text, not as a coloured picture. */
const MARKS = {
  done: { sign: "\u2611\ufe0e", name: "Сделано" },
  open: { sign: "\u2610\ufe0e", name: "Не сделано" },
} as const;

/**
 * A markdown-it plugin: items that begin with `[ ]` or `[x]` are tasks, and items of a list have the
 * numbers that were typed. CommonMark counts on from the first one: a list of the years 1986, 1991
 * would say 1986, 1987.
 */
export function markdownLists(md: MarkdownIt): void {
  md.core.ruler.after("block", "lists", (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "ordered_list_open") keepNumbers(state, index);
      if (token.type === "list_item_open") markTask(token, state.tokens[index + 2]);
    }
  });
  md.renderer.rules.list_item_open = (tokens, index, options, _env, renderer) =>
    renderer.renderToken(tokens, index, options) + taskMark(tokens[index]);
}

/** One number for all of them means that they are to be counted. */
function keepNumbers({ tokens }: StateCore, start: number): void {
  const items = itemsOf(tokens, start);
  const numbers = items.map(({ info }) => Number(info));
  if (numbers.some((number) => number >= WIDE)) tokens[start]?.attrSet("class", "wide-numbers");
  if (items.length > 1 && numbers.every((number) => number === numbers[0])) return;
  for (const [index, item] of items.entries()) {
    const number = numbers[index] ?? 0;
    const counted = (numbers[index - 1] ?? number - 1) + 1;
    if (number !== counted) item.attrSet("value", String(number));
  }
}

function itemsOf(tokens: readonly Token[], start: number): Token[] {
  const level = tokens[start]?.level ?? 0;
  const items: Token[] = [];
  for (let index = start + 1; (tokens[index]?.level ?? level) > level; index++) {
    const token = tokens[index];
    if (token?.type === "list_item_open" && token.level === level + 1) items.push(token);
  }
  return items;
}

function markTask(item: Token, inline: Token | undefined): void {
  const [mark, sign] = TASK.exec(inline?.content ?? "") ?? [];
  if (inline?.type !== "inline" || mark === undefined) return;
  inline.content = inline.content.slice(mark.length);
  item.attrSet("class", "task");
  item.meta = { task: sign === " " ? MARKS.open : MARKS.done };
}

function taskMark(item: Token | undefined): string {
  const task = item?.meta?.task as (typeof MARKS)[keyof typeof MARKS] | undefined;
  if (task === undefined) return "";
  return `<span class="task-mark" role="img" aria-label="${task.name}">${task.sign}</span> `;
}
