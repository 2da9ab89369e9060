import { type EleventyConfig, pagesFolderOnly, typescriptPages } from "./src/site/index.ts";

/** The build says which folder of pages, and gives what they are made from as global data. */
export default function configure(eleventy: EleventyConfig) {
  eleventy.addPlugin(typescriptPages);
  eleventy.addPlugin(pagesFolderOnly);
}
