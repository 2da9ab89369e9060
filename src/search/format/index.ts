/**
 * The files of the search: what the build writes and the browser reads, in one place.
 *
 * All lie side by side in PACK_FOLDER. `manifest.json` (SearchManifest) is the only one with a name
 * that stays: it is asked about at each visit and says in which format everything is (PACK_FORMAT).
 * Every other file is packFile(NAME), gzip'd by us; NAME holds a hash of what is in it, so that it can
 * be kept for ever. Unpacked, its first line is fileHead(kind, NAME); fileBody checks it and takes it
 * off. What follows is UTF-8 text or bytes:
 *
 * | kind          | holds                                              | reads it          |
 * | ------------- | -------------------------------------------------- | ----------------- |
 * | `words`       | text: forms → where their postings lie             | decodeShard       |
 * | `postings`    | bytes: the pages of lemmas, with impacts           | decodePostings    |
 * | `positions`   | bytes: where they stand; the twin of a `postings`  | decodePositions   |
 * | `block`       | bytes: the fragments files of neighbouring pages   | decodeBlock       |
 * | `fragments`   | text: what results show of a page, or of several   | decodeFragments   |
 * | `directory`   | JSON: the names of the three below (Directory)     |                   |
 * | `ends`        | lines: reversed stem, tab, rest of a word          |                   |
 * | `sounds`      | lines: how a stem sounds, tab, stem, tab, the rest |                   |
 * | `suggestions` | lines: first letters, tab, word, tab, pages        |                   |
 * | `facet`       | bytes: the pages of each value of a filter         | decodeFacet       |
 * | `dates`       | bytes: the day of each page that has one           | decodeDates       |
 * | `order`       | bytes: all pages in an order                       | decodeOrder       |
 * | `pages`       | bytes: all pages                                   | decodePages       |
 * | `dictionary`  | bytes: which words a dictionary of Russian has     | isInFilter        |
 *
 * A query: manifest → of each segment the shard of each word, fileFor(segment.words, form), and of
 * fold(stem(word)) where no entry holds the form → the chunk of each entry that does,
 * `shard.chunks[entry.locator.chunk].postings`, and its list, decodePostings(chunk, entry.locator);
 * FREQUENCIES[impact] is the frequency that BM25 saturates, over the pages of all segments → for the
 * pages that rank first the block nameAt(segment.blocks, blockOf(slot, segment.blockBits)) → their
 * fragments files. Positions are fetched where a phrase or a window needs them:
 * `chunks[n].positions`, of `positionsSize` bytes, read by decodePositions(twin, list.positions,
 * locator.count). Page `n` of a list is slot `slots[n]`; slots of one segment rise with the hash of
 * the address, so that they are the order of pages that rank alike: slot / 2^slotBits compares those
 * of two segments.
 *
 * A word that the archive does not hold is looked for in the dictionary too: its filterKeyOf
 * in the file nameAt(manifest.dictionary, filterFileOf(key)), which is the same for every archive.
 *
 * Positions count what placesOf(content) returns, as the locations of anchors do.
 *
 * An entry of the lexicon is a lemma: a word form that may be several has several entries, and a page
 * then counts once, by the largest impact. An entry with isStem stands for all words of that stem.
 * Forms of one lemma that begin otherwise («человек», «люди») have entries with the same locator in
 * the same or in another shard, of which the chunk numbers differ: compare chunk names.
 */
export { ByteReader, ByteWriter } from "./bytes.ts";
export {
  type FileKind,
  fileBody,
  fileHead,
  MANIFEST_FILE,
  NAME_LENGTH,
  PACK_FOLDER,
  PACK_FORMAT,
  packFile,
  WrongFileError,
} from "./file-head.ts";
export { encodeImpact, FREQUENCIES, roundedAverage } from "./impact.ts";
export {
  ABBREVIATIONS_SECTION,
  type ChunkRef,
  decodeShard,
  encodeShard,
  type LexiconEntry,
  type LexiconShard,
} from "./lexicon-shard.ts";
export {
  decodeBlock,
  decodeFragments,
  encodeBlock,
  encodeFragments,
  FRAGMENT_NAME_LENGTH,
  type FragmentPlace,
  placesOf,
  type StoredAnchor,
  type StoredPage,
} from "./page-block.ts";
export {
  decodePositions,
  decodePostings,
  encodePositions,
  encodePostings,
  type Locator,
  type PositionList,
  type PostingList,
} from "./postings.ts";
export {
  ANY_NUMBER,
  type Directory,
  fileFor,
  type NamedFile,
  nameAt,
  type SearchManifest,
  type Segment,
  SHARD_KEY_LENGTH,
  type ShardList,
  SUGGESTION_KEY_LENGTH,
  type SynonymForms,
  shardOf,
} from "./search-manifest.ts";
export { assignSlots, blockBitsFor, blockOf, slotBitsFor } from "./slots.ts";
export {
  type Dates,
  dayNumber,
  decodeDates,
  decodeFacet,
  decodeOrder,
  decodePages,
  encodeDates,
  encodeFacet,
  encodeOrder,
  encodePages,
  type Facet,
} from "./tables.ts";
export {
  encodeFilter,
  FILTER_FILES,
  filterFileOf,
  filterKeyOf,
  isInFilter,
} from "./word-filter.ts";
