export { type CardAtlas, type CardText, drawCard } from "./card/card.ts";
export { headlinePages } from "./components/headlines.tsx";
export { PAGE_SIZE } from "./components/pager.tsx";
export {
  addSite,
  type Collections,
  type EleventyConfig,
  type FinishedRun,
  OVERRIDES,
  overriddenPages,
  ownPages,
  type PageSource,
  type RenderedFile,
  sourceOfPage,
} from "./eleventy/index.ts";
export { groupBy, itemsByTopic } from "./group-by.ts";
export {
  HEADER_RULES,
  type HeaderRule,
  headersOf,
  isHashed,
  patternOf,
  rulesFor,
} from "./header-rules.ts";
export { hostHeaders } from "./host-headers.ts";
export { hostRedirects } from "./host-redirects.ts";
export { mapPaths, NEWS_SIZE } from "./maps/index.ts";
export { LIST_PAGES } from "./pages/lists/index.ts";
export { SLICE_PAGES } from "./pages/slice/index.ts";
export { YEAR_PAGES } from "./pages/year/index.ts";
export type {
  ArchiveLists,
  ArticlePage,
  Assets,
  ListPart,
  ListsPageData,
  Redirect,
  SiteData,
  SlicePageData,
  TopicSummary,
  YearData,
  YearPageData,
} from "./types.ts";
