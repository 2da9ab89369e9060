import type { ComponentChildren } from "preact";
import type {
  AboutAuthor,
  Article,
  ArticleSummary,
  Headline,
  Label,
  NewsItem,
  Site,
} from "../content/index.ts";
import type { Redirect } from "../hosting/headers.ts";
import type { FeedLink } from "./feeds/index.ts";

/** Addresses of the bundled styles and scripts, without the path prefix; their names hold a hash. */
export interface Assets {
  readonly styles: string;
  /** Of all pages but articles, beside `styles`. */
  readonly listStyles: string;
  readonly searchStyles: string;
  /** The newspaper's own, behind all others; nothing where it has none. */
  readonly customStyles?: string | undefined;
  readonly searchScript: string;
  /** Says on the search page that the search script did not arrive. */
  readonly rescueScript: string;
  /** Sets the theme that a reader chose; it loads before the styles. */
  readonly themeScript: string;
  /** Copying a link, sharing, relative times, the service worker. */
  readonly readerScript: string;
  /** Fills the page that is shown without a connection. */
  readonly offlineScript: string;
  /** Tells the newspaper's counter of a visit; nothing where it has none. */
  readonly counterScript?: string | undefined;
  /** What comments are shown by; nothing where there are none. */
  readonly commentsScript?: string | undefined;
  readonly commentsStyles?: string | undefined;
  /** Fonts that every page needs at once. */
  readonly fonts: readonly string[];
}

/** What every page is made from. */
export interface SiteData {
  readonly site: Site;
  readonly assets: Assets;
}

/** The properties of a component: its own, and the site. */
export type Props<Own = object> = Readonly<Own> & { readonly site: Site };

/** A year's articles and headlines, for the pages that list them. */
export interface YearData {
  /** 2026, or UNDATED. */
  readonly name: string;
  /** The newest first. */
  readonly articles: readonly ArticleSummary[];
  readonly headlines: readonly Headline[];
  /** Whether its months have pages: where the first page of the archive cannot hold all. */
  readonly hasMonths: boolean;
  /** Labels with a page of this year. */
  readonly labels: readonly Label[];
  /** The nearest days with headlines in the years around. */
  readonly newerDay?: Headline | undefined;
  readonly olderDay?: Headline | undefined;
}

/** Part of a list that has a page of its own. */
export interface ListPart {
  /** 2026-11 or 2026, or UNDATED. */
  readonly name: string;
  readonly path: string;
  readonly count: number;
}

/** What articles are listed by, as its own page and the list of its kind show it. */
export interface LabelSummary extends Label {
  /** The editor's description, in plain text. */
  readonly description?: string | undefined;
  readonly path: string;
  /** How much belongs to it. */
  readonly count: number;
  /** The newest of it. */
  readonly items: readonly NewsItem[];
  /** The pages of all of it, the newest first; none where `items` are all. */
  readonly years: readonly ListPart[];
}

/** An author with the editor's description. */
export interface AuthorSummary extends LabelSummary, AboutAuthor {}

/** The data of pages about the whole archive. */
export interface ArchiveLists {
  /** The newest article that an editor has pinned to the front page. */
  readonly pinned?: ArticleSummary | undefined;
  /** The newest articles. */
  readonly articles: readonly ArticleSummary[];
  /** The pages of all articles, the newest first; none where `articles` are all. */
  readonly months: readonly ListPart[];
  /** All headlines, the newest first, those without a date last. */
  readonly headlines: readonly Headline[];
  /** In the order of the alphabet. */
  readonly topics: readonly LabelSummary[];
  /** Those who have written something, in the editor's order. */
  readonly authors: readonly AuthorSummary[];
  /** In the editor's order. */
  readonly sections: readonly LabelSummary[];
  /** In the order of the alphabet; their items are the oldest. */
  readonly series: readonly LabelSummary[];
  /** Articles of the two days up to the newest one, the newest first. */
  readonly news: readonly ArticleSummary[];
  /** Old addresses of articles, those of the newest first. */
  readonly redirects: readonly Redirect[];
  /** Addresses of the years' own maps, without the path prefix. */
  readonly maps: readonly string[];
  /** Addresses of pages that are no news, without the path prefix, in their order. */
  readonly standing: readonly string[];
  /** Whether the newspaper publishes films, sounds or PDFs of its own. */
  readonly hasMedia?: boolean | undefined;
  /** The editor's own page about the site as HTML; nothing where there is none. */
  readonly about?: string | undefined;
}

/** An article with its neighbours and relatives. */
export interface ArticlePage {
  readonly article: Article;
  /** Articles of the same slice that speak of the same things, the nearest first. */
  readonly related: readonly ArticleSummary[];
  /** The parts around it of its series, with itself, the oldest first: those of the same slice. */
  readonly parts?: readonly ArticleSummary[] | undefined;
  /** Its neighbours in time within the slice. */
  readonly newer?: ArticleSummary | undefined;
  readonly older?: ArticleSummary | undefined;
}

/** The pages of a slice of the archive. */
export interface SlicePageData extends SiteData {
  readonly articlePages: readonly ArticlePage[];
  /** Pages that are no news. */
  readonly standingPages: readonly Article[];
  /** Addresses that articles had before. */
  readonly redirects: readonly Redirect[];
}

/** The pages of a year; a list of one, for Eleventy makes several pages of lists. */
export interface YearPageData extends SiteData {
  readonly years: readonly [YearData];
}

/** The pages that look over the whole archive. */
export interface ListsPageData extends SiteData {
  readonly lists: ArchiveLists;
}

/** What belongs to a label, as its feeds tell it. */
export type FeedLabel = Pick<LabelSummary, "kind" | "name" | "path" | "items">;

/** What feeds are made from, the newest first. */
export interface FeedSource {
  readonly articles: readonly ArticleSummary[];
  readonly headlines: readonly Headline[];
  readonly labels: readonly FeedLabel[];
  /** Texts of the newest articles as HTML, by path; the others have teasers. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The feeds. */
export interface FeedsPageData extends SiteData {
  readonly feeds: FeedSource;
}

/** A step on the way to a page. */
export interface Crumb {
  readonly name: string;
  /** Without the path prefix. */
  readonly path: string;
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
  /** The same, in front of fonts and styles: what readers wait for on a slow line. Fonts come when it is there. */
  readonly early?: ComponentChildren;
  /** Whether search engines should leave it out. */
  readonly hidden?: boolean;
  /** The pages above it, from the front page down, without both ends. */
  readonly trail?: readonly Crumb[];
  /** The feeds that it offers; the site's own by default. */
  readonly feeds?: readonly FeedLink[];
  /** Whose page it is, where it is an author's. */
  readonly author?: AuthorSummary;
  /** The article, where the page shows one. */
  readonly article?: ArticlePage;
  /** Whether messengers are shown a card of its own; an article always has one. */
  readonly hasCard?: boolean;
}
