export type { CardAtlas, CardText } from "./card/card.ts";
export { COMPONENT_NAMES, SLOT_NAMES } from "./components/component-names.ts";
export { teaser } from "./components/news-list.tsx";
export type { Replacement } from "./components/replaceable.tsx";
export type { Collections, PageSource } from "./eleventy/content.ts";
export { ownPages } from "./eleventy/overrides.ts";
export { sourceOfPage } from "./eleventy/pages.ts";
export type { EleventyConfig, FinishedRun, RenderedFile } from "./eleventy/types.ts";
export { feedSource, pathsIn } from "./feeds/source.ts";
export { itemsByLabel } from "./items-by-label.ts";
export { leadFirst } from "./lead-first.ts";
export { headlinePages, PAGE_SIZE } from "./list-pages.ts";
export { mapPaths, NEWS_SIZE } from "./maps/index.ts";
export { needsCard } from "./share-image.ts";
export type {
  ArchiveLists,
  ArticlePage,
  Assets,
  AuthorSummary,
  FeedSource,
  LabelSummary,
  ListPart,
  ListsPageData,
  SiteData,
  SlicePageData,
  YearData,
  YearPageData,
} from "./types.ts";
