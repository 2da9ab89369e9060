import type { Token } from "markdown-it";
import { lineOf, sourceLine } from "../markdown/markdown-problems.ts";
import { isBreak } from "../markdown/markdown-text.ts";
import { shortened } from "../model/field-names.ts";

interface BlockRemark {
  readonly message: string;
  readonly mend: string;
}

/** @param next the token behind it; @param src the whole text */
type BlockRule = (block: Token, next: Token | undefined, src: string) => BlockRemark | undefined;

const RUSSIAN = /\p{Script=Cyrillic}/u;
/** Lists do not begin with it, sentences do: «2020. Год начала.» */
const LONGEST_LIST = 100;

/** What begins items and speeches in other programs; here such lines run on as one paragraph. */
const ITEM_STARTS: readonly RegExp[] = [
  /^[•‣∙·→➤\p{So}]/u,
  /^(?:---?|[—–])[ \u00a0]?[\p{Lu}«"…]/u,
  /^-\p{L}/u,
  /^\d{1,2}[.)][ \u00a0]?\p{L}/u,
  /^(?:\p{Ll}\)|\(\d{1,2}\)|\p{Lu}\.|[IVX]+\.)[ \u00a0]/u,
];

/** @returns the start of two lines of a paragraph that follow one another as items do */
function itemsStart(children: readonly Token[]): string | undefined {
  const lineStarts = children.filter(({ type }, index) => {
    const [last, lastButOne] = [children[index - 1], children[index - 2]];
    const isBroken = lastButOne !== undefined && isBreak(lastButOne);
    return type === "text" && (index === 0 || (last?.type === "softbreak" && !isBroken));
  });
  const starts = lineStarts.map(({ content }) => content);
  const kinds = starts.map((start) => ITEM_STARTS.findIndex((pattern) => pattern.test(start)));
  const second = kinds.findIndex((kind, at) => kind !== -1 && kind === kinds[at - 1]);
  return starts[second - 1]?.match(/^(?:--+|\(?[\d\p{L}]+[.)]|.)/u)?.[0];
}

/** Behind an item Markdown takes a line for its own, be it with an indent or without one. */
function lineBelow({ map, level }: Token, src: string): string | undefined {
  const [first, end] = map ?? [0, 0];
  // Items hold their paragraphs at this level; callouts and quotations higher ones.
  for (let line = first + 2; level >= 2 && line <= end; line++) {
    const text = sourceLine(src, line);
    if (/^[*_«"]*\p{Lu}/u.test(text)) return text;
  }
  return undefined;
}

const RULES: Readonly<Record<string, BlockRule>> = {
  heading_open: ({ markup }, next) => {
    if (next?.content === "") {
      const mend = "напишите слова после «#» или уберите строку.";
      return { message: "Подзаголовок без слов.", mend };
    }
    if (markup.startsWith("#")) return undefined;
    const message = `Текст над строкой «${markup.repeat(3)}» стал подзаголовком.`;
    const mend = "если это черта, поставьте над ней пустую строку; подзаголовок — это «## Слова».";
    return { message, mend };
  },
  paragraph_open: (paragraph, next, src) => {
    const below = lineBelow(paragraph, src);
    if (below !== undefined) {
      const message = `Строка сразу под пунктом стала его частью: «${shortened(below)}».`;
      const mend = "поставьте перед ней пустую строку; если она из пункта, отступите два пробела.";
      return { message, mend };
    }
    const start = itemsStart(next?.children ?? []);
    if (start === undefined) return undefined;
    const message = `Строки, которые начинаются с «${start}», читатель увидит одним абзацем.`;
    const mend = "пункт списка начинается с «- » или «1. », реплика — с пустой строки над ней.";
    return { message, mend };
  },
  code_block: ({ content }) => {
    if (!RUSSIAN.test(content)) return undefined;
    const message = "Абзац с отступом в четыре пробела стал кодом.";
    return {
      message,
      mend: "уберите отступ; если это код, поставьте строки ``` над ним и под ним.",
    };
  },
  ordered_list_open: (list) => {
    const number = Number(list.attrGet("start") ?? 1);
    if (number < LONGEST_LIST) return undefined;
    const message = `«${number}.» в начале абзаца стало номером пункта.`;
    return { message, mend: `если это не список, поставьте перед точкой «\\»: ${number}\\.` };
  },
  bullet_list_open: ({ markup }) => {
    if (markup !== "+") return undefined;
    const message = "«+» в начале строки стал знаком пункта, и читатель его не увидит.";
    const mend = "если это не список, поставьте перед ним «\\»; пункт списка начинается с «- ».";
    return { message, mend };
  },
  blockquote_open: (quote, _next, src) => {
    if (!/^\s*>\d/.test(sourceLine(src, lineOf(quote)))) return undefined;
    const message = "«>» перед числом сделал абзац цитатой, и читатель его не увидит.";
    return { message, mend: "если это не цитата, поставьте перед ним «\\»." };
  },
};

/** What Markdown has made of a block that was hardly meant so. */
export const blockRemark: BlockRule = (block, next, src) => RULES[block.type]?.(block, next, src);
