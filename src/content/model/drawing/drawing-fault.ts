/** A place in the text of a drawing, counted from 1. */
export interface DrawingPlace {
  readonly line: number;
  readonly column: number;
}

/** Is asked only where there is something to tell: to count lines takes a while. */
export type Where = () => DrawingPlace;

/** Why a drawing is not published, in Russian: «элемент <script>: …». */
export class DrawingFault extends Error {
  readonly place: DrawingPlace;
  readonly mend: string;

  constructor(message: string, mend: string, where: Where) {
    super(message);
    this.place = where();
    this.mend = mend;
  }
}

/** @returns where a sign of a text stands */
export function placeIn(text: string, index: number): DrawingPlace {
  const before = text.slice(0, Math.max(0, index));
  const line = before.split("\n").length;
  return { line, column: before.length - before.lastIndexOf("\n") };
}

const SAVE_PLAIN = "сохраните рисунок как простой SVG (в Inkscape — «Простой SVG»)";

/** What to do about it. */
export const MENDS = {
  xml: "откройте рисунок в редакторе картинок и сохраните заново.",
  utf8: "сохраните файл в UTF-8.",
  plain: `${SAVE_PLAIN} или удалите это из файла.`,
  style: `${SAVE_PLAIN} с оформлением в атрибутах; шрифты переведите в контуры.`,
  link: "удалите ссылку: картинка на странице по ссылкам не ведёт; поставьте ссылку в тексте.",
  outside: "вставьте картинку внутрь рисунка (в Inkscape — «Внедрить») или переведите в контуры.",
  html: "переведите надписи в текст SVG (в draw.io снимите «Форматированный текст») или сохраните как PNG.",
  doctype: "удалите <!DOCTYPE …> из файла: браузеру он не нужен.",
} as const;
