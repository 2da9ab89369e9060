import vestnik, { type EleventyConfig } from "vestnik";

export default function configure(eleventy: EleventyConfig): void {
  eleventy.addPlugin(vestnik, {
    content: "content", // articles: Markdown with front matter
    data: "_data", // settings, headlines, topics, synonyms, the page about the site
  });
}

/** Pages of this newspaper's own, and its own in the place of ours: src/pages/vestnik/NAME. */
export const config = { dir: { input: "src/pages", output: "_site" } };
