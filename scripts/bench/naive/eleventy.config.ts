import type { EleventyConfig } from "../../../src/site/index.ts";

/** Pages are typed functions, as those of the site are. */
export default function configure(eleventy: EleventyConfig) {
  eleventy.addExtension(["11ty.tsx"], { key: "11ty.js" });
  eleventy.addTemplateFormats(["11ty.tsx"]);
  eleventy.setUseGitIgnore(false);
}
