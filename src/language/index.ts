export { comparisonKey } from "./comparison-key.ts";
export { editDistance, nearestWord } from "./edit-distance.ts";
export { fold } from "./fold.ts";
export { asLatinLayout, asRussianLayout } from "./keyboard.ts";
export {
  type Ask,
  type DatesFile,
  dayNumber,
  decodeHomonyms,
  decodeShard,
  encodeEntry,
  encodeHomonyms,
  type FacetFile,
  type HomonymPages,
  type LexiconEntry,
  type LexiconManifest,
  SHARD_KEY_LENGTH,
  type ShardList,
  type ShelfManifest,
  type ShelfVolume,
  SUGGESTION_KEY_LENGTH,
  type SynonymForms,
  shardOf,
} from "./lexicon-shard.ts";
export { type PluralForms, withPlural } from "./plural.ts";
export { russianBeginnings, skeleton } from "./skeleton.ts";
export { stem } from "./stem.ts";
export { isStopWord } from "./stop-words.ts";
export { wordParts, words } from "./tokens.ts";
export { transliterate } from "./transliterate.ts";
