import type { Position } from "../position.ts";

/** Is asked only where there is something to tell: to count lines takes a while. */
export type Where = () => Position;

/** Why a drawing is not published, in Russian: «элемент <script>: …». */
export class DrawingFault extends Error {
  readonly place: Position;
  readonly mend: string;

  constructor(message: string, mend: string, where: Where) {
    super(message);
    this.place = where();
    this.mend = mend;
  }
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
