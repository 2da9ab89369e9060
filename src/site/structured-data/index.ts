export { articleData } from "./article-data.ts";
export { JsonLd } from "./json-ld.tsx";
export { authorData, breadcrumbs, siteData } from "./page-data.ts";
