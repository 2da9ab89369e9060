export { PAGE_SIZE } from "./components/pager.tsx";
export { type EleventyConfig, pagesFolderOnly, typescriptPages } from "./eleventy.ts";
export { groupBy, itemsByTopic } from "./group-by.ts";
export { SECURITY_HEADERS } from "./policy.ts";
export type {
  Assets,
  ListPart,
  ShelfData,
  ShelfPageData,
  SiteData,
  TopicSummary,
  VolumePageData,
  YearData,
  YearPageData,
} from "./types.ts";
