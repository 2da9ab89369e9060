export { mapPaths } from "./parts.ts";
export { NEWS_SIZE } from "./sitemap.ts";
