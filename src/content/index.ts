export { keyOfPath, repeatedSlugs, type SlugUse, toSlugUses } from "./archive/addresses.ts";
export {
  type ArchiveFolders,
  emptyArchive,
  type OpenArchive,
  openArchive,
  readArchive,
} from "./archive/archive.ts";
export { articleSchema } from "./archive/article-fields.ts";
export type { ArticleFile } from "./archive/articles.ts";
export { type AboutAuthor, authorSchema, type Portrait } from "./archive/authors.ts";
export type { LabelTable } from "./archive/label-table.ts";
export { menuProblem, type PlacedLink } from "./archive/menus.ts";
export { narrowedTables, type Tables } from "./archive/narrowed-tables.ts";
export { renderOwnPage } from "./archive/own-page.ts";
export { readArticles } from "./archive/read-articles.ts";
export { repeatedSeries, type SeriesUse, toSeriesUses } from "./archive/series.ts";
export { scanArticle } from "./check/scanned-article.ts";
export type { AdminSettings } from "./model/admin-settings.ts";
export { GROUNDS } from "./model/colours.ts";
export { dataFileLike } from "./model/data-files.ts";
export {
  formatDate,
  formatMonth,
  formatMonthName,
  formatTime,
  newestFirst,
  oldestFirst,
  type PublicationDate,
  yearOf,
} from "./model/dates.ts";
export { draftOf } from "./model/draft.ts";
export type { Drawing } from "./model/drawing/drawing.ts";
export { readDrawingFile } from "./model/drawing/drawing-file.ts";
export { tooLarge } from "./model/file-sizes.ts";
export { pageOfHeadline } from "./model/headline-pages.ts";
export { headlineSchema } from "./model/headlines.ts";
export {
  type Label,
  type LabelKind,
  labelPath,
  labelsOf,
  labelYearPath,
} from "./model/labels.ts";
export { foreignHost } from "./model/link-host.ts";
export { isNamedMedia } from "./model/media-names.ts";
export {
  headlinesPath,
  iconOf,
  listPagePath,
  monthPath,
  readableAddress,
  topicPath,
  UNDATED,
  withPrefix,
} from "./model/paths.ts";
export { oneForm } from "./model/picture-file.ts";
export {
  attempt,
  ContentError,
  displayPath,
  formatProblem,
  type Problem,
  throwIfAny,
} from "./model/problem.ts";
export { type Publisher, SHARE_NETWORKS, type ShareNetwork } from "./model/publisher-settings.ts";
export type { KnownFile, KnownFiles, SourceRef } from "./model/scan.ts";
export { epochOf } from "./model/schedule.ts";
export { sectionSchema } from "./model/sections.ts";
export {
  COMMENTS,
  COUNTERS,
  type Comments,
  type Counter,
  counterAddress,
  type Opening,
  openingOfComments,
  openingOfCounter,
} from "./model/services.ts";
export {
  faultOfSetting,
  readSite,
  siteSchema,
} from "./model/settings.ts";
export { explainClash } from "./model/settle-topics.ts";
export { LOCAL_ADDRESS, type SiteOverrides } from "./model/site-address.ts";
export type { MarkFile, SiteMarks } from "./model/site-marks.ts";
export { SLUG_FORM } from "./model/slugs.ts";
export { isStanding, STANDING_FOLDER, standingSchema } from "./model/standing-pages.ts";
export { CUSTOM_STYLES, fingerprintOf, type StaticFile } from "./model/static-files.ts";
export { toSummary } from "./model/summary.ts";
export { NO_TOPICS, type TopicTable } from "./model/topic-words.ts";
export { hasTopics, readTopics, readTopicTable, topicSchema } from "./model/topics.ts";
export type {
  Article,
  ArticleSummary,
  Correction,
  Heading,
  Headline,
  ImageFile,
  LabelName,
  LogoPicture,
  MenuLink,
  NewsItem,
  Picture,
  PictureFormat,
  PictureVariant,
  Site,
  Source,
  SynonymGroup,
  TopicName,
} from "./model/types.ts";
export { typography } from "./typography/typography.ts";
