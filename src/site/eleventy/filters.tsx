import { render } from "preact-render-to-string";
import {
  formatDate,
  type Headline,
  type NewsItem,
  type PublicationDate,
  type Site,
  typography,
  withPrefix,
} from "../../content/index.ts";
import { type PluralForms, withPlural } from "../../language/index.ts";
import { HeadlineList } from "../components/headlines.tsx";
import { NewsList } from "../components/news-list.tsx";
import type { EleventyConfig } from "./types.ts";

/**
 * Adds what pages of a project's own are written with in any language of templates.
 *
 * @param site as it is when a page is rendered
 */
export function filters(eleventy: EleventyConfig, site: () => Site): void {
  // «/about/» is «/news/about/» where the site lies in a folder of its server.
  eleventy.addFilter("address", (path: string) => withPrefix(site(), path));
  // Of an article or a headline: «23 ноября 2026»; nothing where it has no date.
  eleventy.addFilter("date", (date?: PublicationDate) =>
    date ? formatDate(date, site().language) : "",
  );
  // {{ 5 | plural("статья", "статьи", "статей") }}: «5 статей».
  eleventy.addFilter("plural", (count: number, ...forms: PluralForms) => withPlural(count, forms));
  // Quotation marks, dashes and spaces as in articles.
  eleventy.addFilter("typography", (text: string) => typography(text));
}

/**
 * Adds lists as our own pages show them: {% news collections.articles, 5 %}.
 *
 * @param site as it is when a page is rendered
 */
export function shortcodes(eleventy: EleventyConfig, site: () => Site): void {
  eleventy.addShortcode("news", (items: readonly NewsItem[], most = 10) =>
    render(<NewsList items={items.slice(0, most)} site={site()} />),
  );
  eleventy.addShortcode("headlines", (items: readonly Headline[], most = 10) =>
    render(<HeadlineList headlines={items.slice(0, most)} site={site()} on="" />),
  );
}
