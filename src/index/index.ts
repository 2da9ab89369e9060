export { jsonFile, PUBLISHED } from "./artifact-files.ts";
export { LEAF_COUNTS, writeLeaf, writeLeafOf } from "./leaf/write-leaf.ts";
export { formsOfWord } from "./lexicon/dictionary.ts";
export { toFilterFile, WORD_FILTER } from "./lexicon/dictionary-words.ts";
export { OpenCorpora } from "./lexicon/opencorpora.ts";
export {
  languagesOf,
  PAGEFIND_VERSION,
  PagefindVersionError,
  readPages,
} from "./pagefind/read-index.ts";
export { PagefindEnded, writePagefind } from "./pagefind/write-index.ts";
export { type IndexRecord, type RecordKinds, recordKinds, toRecords } from "./records.ts";
export { relatedArticles } from "./related.ts";
export { averageOf, type SegmentSource, writeSegment } from "./segment/write-segment.ts";
export { writeManifest } from "./write-manifest.ts";
export { publishInLeaves, writeRecords } from "./write-records.ts";
