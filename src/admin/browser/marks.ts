/** A text with a selection. */
export interface Selection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A button over the text. */
export interface Mark {
  readonly label: string;
  /** The label of the button. */
  readonly sign: string;
  apply(selection: Selection): Selection;
}

/** Signs on both sides of the selected words; once more takes them away. */
function around(sign: string, words: string): Mark["apply"] {
  return ({ text, start, end }) => {
    const isSet = text.slice(start - sign.length, start) === sign && text.startsWith(sign, end);
    if (isSet) {
      const bare = text.slice(0, start - sign.length) + text.slice(start, end);
      const rest = text.slice(end + sign.length);
      return { text: bare + rest, start: start - sign.length, end: end - sign.length };
    }
    const inner = text.slice(start, end) || words;
    return replaced({ text, start, end }, `${sign}${inner}${sign}`, sign.length, inner.length);
  };
}

/** A sign before each selected line; once more takes it away. */
function before(sign: (index: number) => string, form: RegExp): Mark["apply"] {
  return ({ text, start, end }) => {
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const found = text.indexOf("\n", end);
    const to = found === -1 ? text.length : found;
    const lines = text.slice(from, to).split("\n");
    const isSet = lines.every((line) => form.test(line));
    const next = lines.map((line, index) => {
      const bare = line.replace(form, "");
      return isSet ? bare : sign(index) + bare;
    });
    const block = apart(text, from, next.join("\n"));
    return replaced({ text, start: from, end: to }, block, block.length, 0);
  };
}

/** A block has an empty line above it. */
function apart(text: string, from: number, block: string): string {
  const above = text.slice(0, from);
  if (above === "" || above.endsWith("\n\n")) return block;
  return above.endsWith("\n") ? `\n${block}` : `\n\n${block}`;
}

/** A block of its own with the selected words in it. */
function block(open: string, words: string, close: string): Mark["apply"] {
  return (selection) => {
    const { text, start, end } = selection;
    const inner = text.slice(start, end) || words;
    const opening = apart(text, start, open);
    const ending = text.startsWith("\n", end) || end === text.length ? "" : "\n\n";
    const whole = `${opening}${inner}${close}${ending}`;
    return replaced(selection, whole, opening.length, inner.length);
  };
}

function link(selection: Selection): Selection {
  const words = selection.text.slice(selection.start, selection.end) || "слова";
  const address = "https://";
  return replaced(selection, `[${words}](${address})`, words.length + 3, address.length);
}

/** The next number that no footnote has; its text goes to the end. */
function footnote({ text, end }: Selection): Selection {
  const numbers = [...text.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
  const name = `[^${Math.max(0, ...numbers) + 1}]`;
  const words = "Текст сноски.";
  const noted = `${text.slice(0, end)}${name}${text.slice(end).trimEnd()}\n\n${name}: `;
  return { text: `${noted}${words}\n`, start: noted.length, end: noted.length + words.length };
}

/** Puts a picture into the text, alone in its paragraph: then it is as wide as the text. */
export function withPicture(
  selection: Selection,
  { file, alt, caption }: { file: string; alt: string; caption: string },
): Selection {
  const title = caption === "" ? "" : ` "${caption.replace(/["\\]/g, "\\$&")}"`;
  const place = /[\s()<>]/.test(file) ? `<${file}>` : file;
  const picture = `![${alt.replace(/[[\]\\]/g, "\\$&")}](${place}${title})`;
  return block("", picture, "")({ ...selection, start: selection.end });
}

function replaced(
  { text, start, end }: Selection,
  part: string,
  offset: number,
  length: number,
): Selection {
  const from = start + offset;
  return { text: text.slice(0, start) + part + text.slice(end), start: from, end: from + length };
}

const numbered = before((index) => `${index + 1}. `, /^\d+\. /);

/** Just what our Markdown has (docs/editors.md), in the order of need. */
export const MARKS: readonly Mark[] = [
  { label: "Жирный", sign: "Ж", apply: around("**", "слова") },
  { label: "Курсив", sign: "К", apply: around("*", "слова") },
  { label: "Ссылка", sign: "Ссылка", apply: link },
  { label: "Подзаголовок", sign: "Подзаголовок", apply: before(() => "## ", /^## /) },
  { label: "Список", sign: "• Список", apply: before(() => "- ", /^- /) },
  { label: "Нумерованный список", sign: "1. Список", apply: numbered },
  { label: "Цитата", sign: "Цитата", apply: before(() => "> ", /^> ?/) },
  { label: "Врезка «Важно»", sign: "Важно", apply: block("::: важно\n", "Текст врезки.", "\n:::") },
  {
    label: "Врезка «Исправлено»",
    sign: "Исправлено",
    apply: block("::: исправлено\n", "Что было неверно.", "\n:::"),
  },
  { label: "Сноска", sign: "Сноска", apply: footnote },
  {
    label: "Таблица",
    sign: "Таблица",
    apply: block("|   | ", "2025", " | 2026 |\n| - | - | - |\n| Строка | 1 | 2 |"),
  },
  {
    label: "Видео или запись: карточка",
    sign: "Видео",
    apply: block("[Заголовок](", "https://", ")"),
  },
];
