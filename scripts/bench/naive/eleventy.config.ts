import type { EleventyConfig } from "../../../src/plugin.ts";

/** Nothing of ours but pages in TypeScript. */
export default function configure(eleventy: EleventyConfig): void {
  eleventy.addExtension(["11ty.tsx"], { key: "11ty.js" });
  eleventy.addTemplateFormats(["11ty.tsx"]);
}
