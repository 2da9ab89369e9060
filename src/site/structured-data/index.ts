export { articleData } from "./article-data.ts";
export { authorData } from "./author-data.ts";
export { breadcrumbs } from "./breadcrumbs.ts";
export { JsonLd } from "./json-ld.tsx";
export { siteData } from "./site-data.ts";
