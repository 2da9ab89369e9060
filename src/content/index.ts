export { keyOfPath, repeatedSlugs, type SlugUse, toSlugUses } from "./addresses.ts";
export {
  type ArchiveFolders,
  emptyArchive,
  type OpenArchive,
  openArchive,
  readArchive,
} from "./archive.ts";
export { articleSchema } from "./article-fields.ts";
export type { ArticleFile } from "./articles.ts";
export { type AboutAuthor, authorSchema, type Portrait } from "./authors.ts";
export { glanceAt } from "./check/glances.ts";
export { GROUNDS } from "./colours.ts";
export { dataFileLike } from "./data-files.ts";
export {
  formatDate,
  formatMonth,
  formatMonthName,
  formatTime,
  newestFirst,
  oldestFirst,
  type PublicationDate,
  yearOf,
} from "./dates.ts";
export { draftOf } from "./draft.ts";
export type { Drawing } from "./drawing.ts";
export { readDrawingFile } from "./drawing-file.ts";
export { tooLarge } from "./file-sizes.ts";
export { pageOfHeadline } from "./headline-pages.ts";
export { headlineSchema } from "./headlines.ts";
export type { LabelTable } from "./label-table.ts";
export {
  type Label,
  type LabelKind,
  labelPath,
  labelsOf,
  labelYearPath,
} from "./labels.ts";
export { foreignHost } from "./link-host.ts";
export { isNamedMedia } from "./media-names.ts";
export { menuProblem, type PlacedLink } from "./menus.ts";
export { narrowedTables, type Tables } from "./narrowed-tables.ts";
export { renderOwnPage } from "./own-page.ts";
export {
  headlinesPath,
  iconOf,
  listPagePath,
  monthPath,
  readableAddress,
  topicPath,
  UNDATED,
  withPrefix,
} from "./paths.ts";
export { oneForm } from "./picture-file.ts";
export {
  attempt,
  ContentError,
  displayPath,
  formatProblem,
  type Problem,
  throwIfAny,
} from "./problem.ts";
export { SHARE_NETWORKS, type ShareNetwork } from "./publisher-settings.ts";
export { readArticles } from "./read-articles.ts";
export type { KnownFile, KnownFiles, SourceRef } from "./scan.ts";
export { epochOf } from "./schedule.ts";
export { sectionSchema } from "./sections.ts";
export { repeatedSeries, type SeriesUse, toSeriesUses } from "./series.ts";
export {
  COMMENTS,
  COUNTERS,
  type Comments,
  type Counter,
  counterAddress,
  type Opening,
  openingOfComments,
  openingOfCounter,
} from "./services.ts";
export {
  faultOfSetting,
  LOCAL_ADDRESS,
  readSite,
  type SiteOverrides,
  siteSchema,
} from "./settings.ts";
export { explainClash } from "./settle-topics.ts";
export type { MarkFile, SiteMarks } from "./site-marks.ts";
export { SLUG_FORM } from "./slugs.ts";
export { isStanding, STANDING_FOLDER, standingSchema } from "./standing-pages.ts";
export { CUSTOM_STYLES, fingerprintOf, type StaticFile } from "./static-files.ts";
export { toSummary } from "./summary.ts";
export { NO_TOPICS, type TopicTable } from "./topic-words.ts";
export { hasTopics, readTopics, readTopicTable, topicSchema } from "./topics.ts";
export type {
  AdminSettings,
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
  Publisher,
  Site,
  Source,
  SynonymGroup,
  TopicName,
} from "./types.ts";
export { typography } from "./typography.ts";
