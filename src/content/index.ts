export {
  type ArchiveFolders,
  emptyArchive,
  type OpenArchive,
  openArchive,
  readArchive,
  readArticles,
  repeatedSlugs,
  type SlugUse,
  toSlugUse,
} from "./archive.ts";
export type { ArticleFile } from "./articles.ts";
export { formatDate, formatMonth, newestFirst, type PublicationDate, yearOf } from "./dates.ts";
export { type ArticleFields, type ImportReport, importRawText } from "./import/index.ts";
export {
  headlinesPath,
  monthPath,
  topicPath,
  topicYearPath,
  UNDATED,
  withPrefix,
} from "./paths.ts";
export {
  ContentError,
  displayPath,
  formatProblem,
  type Problem,
  throwIfAny,
} from "./problem.ts";
export type { KnownFile, KnownFiles, SourceRef } from "./scan.ts";
export { LOCAL_ADDRESS, type SiteOverrides } from "./settings.ts";
export type {
  Article,
  ArticleSummary,
  Headline,
  ImageFile,
  NewsItem,
  Site,
  Source,
  SynonymGroup,
  TopicName,
} from "./types.ts";
