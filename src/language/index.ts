export { comparisonKey } from "./comparison-key.ts";
export { editDistance, nearestWord } from "./edit-distance.ts";
export { type PluralForms, withPlural } from "./plural.ts";
export { transliterate } from "./transliterate.ts";
