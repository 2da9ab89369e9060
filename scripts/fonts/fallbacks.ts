/** A font that readers have, to stand in with the measures of ours. */
export interface StandIn {
  /** Names by which browsers find it, full and PostScript; also of fonts with the same widths. */
  readonly names: readonly string[];
  /** The average advance of a sign of Russian text, in parts of the em (russian-width.ts). */
  readonly width: number;
}

/**
 * The last one that a reader has is taken. Widths were measured in the fonts themselves, those of
 * Times New Roman and Arial in Tinos and Arimo, which are made to the same widths. Georgia's are
 * those of its Latin letters in Capsize's tables, times the ratio of Russian to Latin widths that
 * other serif fonts have.
 */
export const SERIF: readonly StandIn[] = [
  { names: ["DejaVu Serif", "DejaVuSerif"], width: 0.5715 },
  { names: ["Noto Serif", "NotoSerif", "NotoSerif-Regular"], width: 0.544 },
  {
    names: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"],
    width: 0.4546,
  },
  { names: ["Georgia"], width: 0.499 },
];

export const SERIF_BOLD: readonly StandIn[] = [
  { names: ["DejaVu Serif Bold", "DejaVuSerif-Bold"], width: 0.6377 },
  { names: ["Noto Serif Bold", "NotoSerif-Bold"], width: 0.565 },
  {
    names: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"],
    width: 0.4848,
  },
  { names: ["Georgia Bold", "Georgia-Bold"], width: 0.578 },
];

/** Georgia's italic is left out, for no table tells its width: who has it has Times New Roman too. */
export const SERIF_ITALIC: readonly StandIn[] = [
  { names: ["DejaVu Serif Italic", "DejaVuSerif-Italic"], width: 0.5934 },
  { names: ["Noto Serif Italic", "NotoSerif-Italic"], width: 0.5394 },
  {
    names: ["Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic"],
    width: 0.4627,
  },
];

export const SANS: readonly StandIn[] = [
  { names: ["DejaVu Sans", "DejaVuSans"], width: 0.575 },
  { names: ["Noto Sans", "NotoSans-Regular"], width: 0.5252 },
  { names: ["Arial", "ArialMT", "Liberation Sans", "Arimo"], width: 0.5009 },
  { names: ["Roboto", "Roboto-Regular"], width: 0.5092 },
];

export const SANS_BOLD: readonly StandIn[] = [
  { names: ["DejaVu Sans Bold", "DejaVuSans-Bold"], width: 0.6307 },
  { names: ["Noto Sans Bold", "NotoSans-Bold"], width: 0.5604 },
  { names: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"], width: 0.5398 },
  { names: ["Roboto Bold", "Roboto-Bold"], width: 0.5143 },
];
