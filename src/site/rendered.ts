/**
 * Rendering of pages and cards, apart from the index: hundreds of modules that other callers need not load.
 */
export { drawCard } from "./card/card.ts";
export { ReplacementError, replaceComponents } from "./components/replaceable.tsx";
export { addSite } from "./eleventy/index.ts";
export { toFeedHtml } from "./feeds/article-html.tsx";
export { FEED_PAGES } from "./pages/feeds.ts";
export { LIST_PAGES } from "./pages/lists/index.ts";
export { SLICE_PAGES } from "./pages/slice/index.ts";
export { YEAR_PAGES } from "./pages/year/index.ts";
