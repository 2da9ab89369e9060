export { type ArchiveFolders, readArchive } from "./archive.ts";
export { formatDate, type PublicationDate, yearOf } from "./dates.ts";
export { type ArticleFields, type ImportReport, importRawText } from "./import/index.ts";
export { headlinesPath, topicPath, withPrefix } from "./paths.ts";
export { ContentError, displayPath, formatProblem, type Problem } from "./problem.ts";
export type { SiteOverrides } from "./settings.ts";
export type {
  Archive,
  Article,
  Headline,
  ImageFile,
  NewsItem,
  Site,
  Source,
  SynonymGroup,
  Topic,
  TopicName,
} from "./types.ts";
