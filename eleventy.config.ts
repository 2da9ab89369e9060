import { type EleventyConfig, pagesFolderOnly, typescriptPages } from "./src/site/index.ts";

/** The archive and the addresses of assets come from the build as global data (SiteData). */
export default function configure(eleventy: EleventyConfig) {
  eleventy.addPlugin(typescriptPages);
  eleventy.addPlugin(pagesFolderOnly);
  return { dir: { input: "src/site/pages" } };
}
