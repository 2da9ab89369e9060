export { type EleventyConfig, pagesFolderOnly, typescriptPages } from "./eleventy.ts";
export { SECURITY_HEADERS } from "./policy.ts";
export type { Assets, SiteData } from "./types.ts";
