import { content, type PageSource } from "./content.ts";
import { filters, shortcodes } from "./filters.tsx";
import { markdown } from "./markdown.ts";
import { layout } from "./page-layout.tsx";
import { pages } from "./pages.ts";
import type { EleventyConfig } from "./types.ts";

/**
 * Adds a site to a run of Eleventy: its data and collections, its Markdown, its filters and shortcodes,
 * its layout, its pages, feeds and maps.
 *
 * @param source what pages are made from
 * @throws ContentError where the project's own pages are not what they have to be
 */
export function addSite(eleventy: EleventyConfig, source: PageSource): void {
  const site = () => source.site();
  // Only the folder of pages decides which files are pages.
  eleventy.setUseGitIgnore(false);
  content(eleventy, source);
  markdown(eleventy, site);
  filters(eleventy, site);
  shortcodes(eleventy, site);
  layout(eleventy);
  pages(eleventy, source.groups);
}
