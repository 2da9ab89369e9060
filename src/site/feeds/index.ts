export { type FeedLink, feedLinks, hasAtom } from "./formats.ts";
