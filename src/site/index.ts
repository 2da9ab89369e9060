export { type CardAtlas, type CardText, drawCard } from "./card/card.ts";
export { headlinePages } from "./components/headlines.tsx";
export { PAGE_SIZE } from "./components/pager.tsx";
export { type EleventyConfig, pagesFolderOnly, typescriptPages } from "./eleventy.ts";
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
export type {
  ArticlePage,
  Assets,
  ListPart,
  Redirect,
  ShelfData,
  ShelfPageData,
  SiteData,
  TopicSummary,
  VolumePageData,
  YearData,
  YearPageData,
} from "./types.ts";
