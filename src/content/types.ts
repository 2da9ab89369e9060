import type { PublicationDate } from "./dates.ts";

/** The site's settings, with what the command line and the environment say put in. */
export interface Site {
  readonly name: string;
  readonly description: string;
  /** Where the site lives, without a path and a slash at the end: https://example.org */
  readonly address: string;
  /** The folder of the address that holds the site: «/» or «/news/». */
  readonly pathPrefix: string;
  /** A BCP 47 tag for `lang` and for the search index. */
  readonly language: string;
  /** An IANA zone in which dates are read and shown. */
  readonly timeZone: string;
  /**
   * The most files for what search results show, in each volume of the index; one for each page by
   * default. Fewer meet a host's cap on files and make readers load more.
   */
  readonly maxFragments?: number | undefined;
  /**
   * The most articles and headlines that are built and indexed together; by default as many as the
   * size of the archive makes sensible, useful from 1000 on. Each takes the indexer 0.2 MB of memory;
   * each volume that a query asks costs a reader 10 to 30 kB for each word.
   */
  readonly volumeItems?: number | undefined;
}

/** Who said it first. */
export interface Source {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A topic as an article or a headline names it. */
export interface TopicName {
  readonly name: string;
  readonly slug: string;
}

/** An image that an article shows. */
export interface ImageFile {
  /** The file on disk. */
  readonly file: string;
  /** Its place in the site, without the path prefix: /articles/slug/photo.jpg */
  readonly path: string;
}

/** What lists show of an article. */
export interface ArticleSummary {
  readonly kind: "article";
  readonly slug: string;
  /** Its place in the site, without the path prefix: /articles/slug/ */
  readonly path: string;
  /** Plain text, set typographically. */
  readonly title: string;
  readonly date?: PublicationDate | undefined;
  readonly updated?: PublicationDate | undefined;
  /** Plain text: the summary that the editor wrote. */
  readonly summary?: string | undefined;
  /** Plain text: the first paragraph. */
  readonly lead: string;
  readonly topics: readonly TopicName[];
  readonly source?: Source | undefined;
}

export interface Article extends ArticleSummary {
  /** The text as HTML, links and images resolved. */
  readonly html: string;
  readonly images: readonly ImageFile[];
}

export interface Headline {
  readonly kind: "headline";
  /** Its id on the page of headlines, unique there. */
  readonly anchor: string;
  /** Its place in the site, without the path prefix: /headlines/#anchor */
  readonly path: string;
  /** Plain text, set typographically. */
  readonly text: string;
  readonly date?: PublicationDate | undefined;
  /** Where the whole story is: an address, or a path inside the site. */
  readonly link?: string | undefined;
  readonly topics: readonly TopicName[];
  readonly source?: Source | undefined;
}

/** What a list of news holds. */
export type NewsItem = ArticleSummary | Headline;

/** Words and phrases that mean the same: КНР, Китай, Китайская Народная Республика. */
export type SynonymGroup = readonly string[];
