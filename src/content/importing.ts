/** What `import` needs beside the room's index: no build loads it, nor the parsers of other formats. */

export { type FetchReport, fetchImages } from "./import/fetch/fetch-images.ts";
export { ImageStore } from "./import/fetch/image-store.ts";
export {
  type ArticleFields,
  type Harm,
  type ImportReport,
  importRawText,
  importSources,
  type LostLinks,
  MAX_SOURCE_BYTES,
  type Mention,
  type NoteGroup,
  type SiteFacts,
  SOURCE_ENDINGS,
  type SourceOptions,
  type SourceProgress,
  type SourceReport,
  type Taxonomy,
} from "./import/index.ts";
export { harmless } from "./model/control-characters.ts";
export { writeWhole } from "./model/write-file.ts";
