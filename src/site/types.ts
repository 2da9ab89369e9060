import type { ComponentChildren } from "preact";
import type { Archive } from "../content/index.ts";

/** Addresses of the bundled styles and scripts, without the path prefix; their names hold a hash. */
export interface Assets {
  readonly styles: string;
  readonly searchStyles: string;
  readonly searchScript: string;
}

/** What every page is made from. */
export interface SiteData {
  readonly archive: Archive;
  readonly assets: Assets;
}

/** One page, before the layout is put around it. */
export interface PageContent {
  /** Plain text; absent on the front page, whose title is the site's name. */
  readonly title?: string;
  /** Plain text for `meta description`. */
  readonly description?: string;
  /** Its place in the site, without the path prefix. */
  readonly path: string;
  readonly body: ComponentChildren;
  /** More for `head`: styles and scripts that only this page needs. */
  readonly head?: ComponentChildren;
  /** Whether search engines should leave it out. */
  readonly hidden?: boolean;
}
