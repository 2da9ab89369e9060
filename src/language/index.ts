export { inLatinLookalikes, inOneAlphabet } from "./alphabets.ts";
export { compare } from "./compare.ts";
export { comparisonKey } from "./comparison-key.ts";
export { editDistance, nearestWord } from "./edit-distance.ts";
export { fold } from "./fold.ts";
export { escapeHtml, idsOf, unescapeHtml } from "./html-text.ts";
export { asLatinLayout, asRussianLayout } from "./keyboard.ts";
export { asItStands, markOf } from "./marked-words.ts";
export { numberOf, otherDigitsOf } from "./numerals.ts";
export { fromPinyin } from "./pinyin.ts";
export { type PluralForms, withPlural } from "./plural.ts";
export {
  kindOf,
  type RelativeKind,
  relativesOf,
} from "./relatives.ts";
export { escapePattern, replaceWord } from "./replace-word.ts";
export { isRussian } from "./russian.ts";
export { skeleton } from "./skeleton.ts";
export { slipCost } from "./slip-cost.ts";
export { soundDistance, soundKey } from "./sound-key.ts";
export { stem } from "./stem.ts";
export { isStopWord } from "./stop-words.ts";
export {
  foundWords,
  lettersAndDigits,
  plainSpelling,
  searchedWords,
  wordParts,
  words,
} from "./tokens.ts";
export { transliterate } from "./transliterate.ts";
export { breakWords, joinWords } from "./word-breaks.ts";
