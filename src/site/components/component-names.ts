/** The components that a newspaper may replace by one of its own, `src/components/NAME.tsx`. */
export const COMPONENT_NAMES = [
  "ArticleCard",
  "ArticleEnd",
  "ArticleFacts",
  "ArticleHead",
  "Byline",
  "Footer",
  "HeadlineList",
  "LeadStory",
  "Masthead",
  "PageHead",
  "Pager",
  "Related",
  "SearchForm",
  "Share",
  "TitleCard",
] as const;

/** Places that are empty until a newspaper puts something there, in the same way. */
export const SLOT_NAMES = [
  "AfterArticle",
  "BeforeArticle",
  "HeadEnd",
  "PageEnd",
  "PageStart",
] as const;

export type ComponentName = (typeof COMPONENT_NAMES)[number];
export type SlotName = (typeof SLOT_NAMES)[number];
