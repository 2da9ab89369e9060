const between = (first: string, last: string): string => {
  const start = first.codePointAt(0) ?? 0;
  const count = (last.codePointAt(0) ?? 0) - start + 1;
  return String.fromCodePoint(...Array.from({ length: count }, (_, index) => start + index));
};

const RUSSIAN = `${between("А", "я")}Ёё`;
const BELARUSIAN_AND_UKRAINIAN = "ІіЎўЄєЇїҐґ";
const BASIC_LATIN = between(" ", "~");
const SIGNS = "«»„“”‘’—–‐…№§°×−±·•©₽€←→↑";
/**
 * The narrow one and the hyphen that does not break are in neither font; browsers make them of the
 * space and the hyphen (https://github.com/harfbuzz/harfbuzz, hb-ot-shape-normalize.cc).
 */
const UNBROKEN_SPACE = "\u00a0";
/** The stress over a vowel: за́мок. */
const STRESS = "\u0301";

/** What the fonts of the site can set; other characters come from the reader's fonts. */
export const FONT_CHARACTERS =
  RUSSIAN + BELARUSIAN_AND_UKRAINIAN + BASIC_LATIN + SIGNS + UNBROKEN_SPACE + STRESS;

/** Letters of other languages in Latin letters: Müller, Šķēle. */
const LATIN_WITH_MARKS = between("À", "ž");
const FRACTIONS_AND_POWERS = "½¼¾²³";

/** What social cards can set; nobody loads their glyphs, so that they can be more. */
export const CARD_CHARACTERS = FONT_CHARACTERS + LATIN_WITH_MARKS + FRACTIONS_AND_POWERS;
