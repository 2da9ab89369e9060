import { inOneAlphabet } from "../../language/index.ts";
import type { Lines } from "./edits.ts";
import type { Finding } from "./finding.ts";

/** A word, or a letter that a text in quotation marks writes by its number: «\u202e» is no word. */
const WORD = /\\(?:u[\da-f]{4}|x[\da-f]{2}|[a-z])|\p{L}+/giu;

/** «XXв», «IIго»: a number and Russian letters, which belong together. */
const NUMBERED = /^[IVXLC]+(?:вв?|й|го|я|е|х)$/u;

/**
 * @param source of a file; @param lines of it
 * @returns words with letters of another alphabet that look like their own: nobody sees them
 */
export function letterFindings(file: string, source: string, lines: Lines): Finding[] {
  return [...source.matchAll(WORD)].flatMap(({ 0: word, index }): Finding[] => {
    const meant = inOneAlphabet(word);
    if (meant === word || NUMBERED.test(word)) return [];
    const letters = [...word].filter((letter, at) => letter !== [...meant][at]);
    const [own, other] = /\p{Script=Cyrillic}/u.test(meant)
      ? ["русского", "латинские"]
      : ["латинского", "русские"];
    const named = [...new Set(letters)].map((letter) => `«${letter}»`).join(", ");
    return [
      {
        file,
        ...lines.positionOf(index),
        severity: "warning",
        rule: "letters",
        message: `В слове «${word}» ${other} буквы ${named} среди букв ${own} алфавита.`,
        mend: `наберите слово заново: «${meant}».`,
      },
    ];
  });
}
