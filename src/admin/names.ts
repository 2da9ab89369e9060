import type { CmsConfig } from "@sveltia/cms";

/** Names that the configuration and the browser's code share. */

/**
 * The formats of files, which src/admin/browser reads and writes. The CMS's own would lose comments,
 * rewrite what nobody has changed, and turn days into times. It takes a format for one of .md files
 * by the end of its name.
 */
export const FORMATS = {
  article: "vestnik-frontmatter",
  page: "vestnik-page-frontmatter",
  list: "vestnik-list",
  settings: "vestnik-settings",
  text: "vestnik-text-frontmatter",
} as const;

/** The field of the CMS that edits our Markdown. */
export const MARKDOWN = "vestnik-markdown";

/** The group that folds what few articles need. No file holds it. */
export const FOLD = "more";

/** How the CMS keeps a date while it is edited: in the site's zone. A day alone is its midnight. */
export const DATE_FORMAT = "YYYY-MM-DD HH:mm";

/** The list that is the whole of its file. No file holds the name. */
export const ITEMS = "items";

/** The configuration of the editor's page. */
export interface AdminConfig {
  readonly cms: CmsConfig;
  /** The site's, in which dates are meant and years begin. */
  readonly timeZone: string;
  /** The address of the front page, which names the styles of the site. */
  readonly front: string;
}
