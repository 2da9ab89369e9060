export { compare } from "./compare.ts";
export { comparisonKey } from "./comparison-key.ts";
export { editDistance, nearestWord } from "./edit-distance.ts";
export { fold } from "./fold.ts";
export { escapeHtml, idsOf, unescapeHtml } from "./html-text.ts";
export { asLatinLayout, asRussianLayout } from "./keyboard.ts";
export {
  type Ask,
  type AskPlace,
  decodeHomonyms,
  decodeShard,
  encodeEntry,
  encodeHomonyms,
  type HomonymPages,
  type LexiconEntry,
  SHARD_KEY_LENGTH,
  SUGGESTION_KEY_LENGTH,
  shardOf,
} from "./lexicon-shard.ts";
export { type PluralForms, withPlural } from "./plural.ts";
export { escapePattern, replaceWord } from "./replace-word.ts";
export {
  type DatesFile,
  dayNumber,
  type FacetFile,
  type LexiconManifest,
  type PagefindEntry,
  type PieceChecks,
  SHELF_FORMAT,
  type ShardList,
  type ShelfManifest,
  type ShelfVolume,
  type SynonymForms,
  shardHead,
  VOLUME_FILES,
} from "./shelf-manifest.ts";
export { russianBeginnings, skeleton } from "./skeleton.ts";
export { stem } from "./stem.ts";
export { isStopWord } from "./stop-words.ts";
export { wordParts, words } from "./tokens.ts";
export { transliterate } from "./transliterate.ts";
export { breakWords, joinWords } from "./word-breaks.ts";
