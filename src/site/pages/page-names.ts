/**
 * All pages, feeds and maps, by what they are made from: the articles of a slice, what a year holds, the
 * lists of the whole archive, texts of the newest. A project puts a page of its own in the place of one of them by its name.
 */
export const PAGE_NAMES = {
  slice: ["article", "redirect", "standing-page"],
  year: ["headlines-day", "months", "year-labels", "year-sitemap", "year-topics"],
  lists: [
    "about",
    "archive",
    "author",
    "authors",
    "front",
    "headlines",
    "host-headers",
    "host-redirects",
    "manifest",
    "not-found",
    "offline",
    "opensearch",
    "robots",
    "search",
    "section",
    "series",
    "sitemap",
    "sitemap-news",
    "sitemap-pages",
    "topic",
    "topics",
  ],
  feeds: ["atom", "json-feed", "rss"],
} as const;

export type PageGroup = keyof typeof PAGE_NAMES;

export const PAGE_GROUPS = Object.keys(PAGE_NAMES) as PageGroup[];

/** A module of a page, as Eleventy takes templates in JavaScript. */
export interface PageModule {
  readonly data: Readonly<Record<string, unknown>>;
  readonly render: (data: never) => string;
}

/** The modules of a group by their names. */
export type PageModules<Group extends PageGroup = PageGroup> = Readonly<
  Record<(typeof PAGE_NAMES)[Group][number], PageModule>
>;
