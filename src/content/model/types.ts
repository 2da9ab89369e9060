import type { OwnMessages } from "../../interface/index.ts";
import type { AccentColours } from "./accent-settings.ts";
import type { AdminSettings } from "./admin-settings.ts";
import type { PublicationDate } from "./dates.ts";
import type { Publisher, ShareNetwork } from "./publisher-settings.ts";
import type { Comments, Counter } from "./services.ts";

/** The site's settings, with those of the command line and the environment. */
export interface Site {
  readonly name: string;
  readonly description: string;
  /** Where the site lives, without a path and a slash at the end: https://example.org */
  readonly address: string;
  /** The folder of the address that holds the site: «/» or «/news/». */
  readonly pathPrefix: string;
  /** A BCP 47 tag for `lang` and for the search index. */
  readonly language: string;
  /** Strings of the interface that the newspaper says otherwise. */
  readonly messages?: OwnMessages | undefined;
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
  /** Whether a service worker keeps what was read, so that it can be read without a connection. */
  readonly offline: boolean;
  /** What feeds hold of the newest articles; the whole text by default. */
  readonly feeds?: "full" | "teasers" | undefined;
  /** Whether a site goes live though links within it lead nowhere. */
  readonly allowBrokenLinks: boolean;
  /** Whether drafts and what waits for its time are shown too. */
  readonly preview: boolean;
  /**
   * The year of the newest item, whose dates are written without it: the build says so to pages of that
   * year and to lists, no setting does.
   */
  readonly thisYear?: string | undefined;
  /** Settings of the editor at /admin/, if there is one. */
  readonly admin?: AdminSettings | undefined;
  /** Of the masthead; the site's own sections where there is none. */
  readonly menu?: readonly MenuLink[] | undefined;
  /** Of the footer; the site's own where there is none. */
  readonly footer?: readonly MenuLink[] | undefined;
  /** Stands in the place of the name. */
  readonly logo?: SiteLogo | undefined;
  /** Of which kind the newspaper's own icon is; nothing where it has none. */
  readonly icon?: "svg" | "png" | undefined;
  readonly accent?: AccentColours | undefined;
  readonly publisher?: Publisher | undefined;
  /** Addresses of the newspaper's pages on other sites. */
  readonly social?: readonly string[] | undefined;
  /** The networks to which articles may be passed on; all where nothing is said. */
  readonly share?: readonly ShareNetwork[] | undefined;
  /** From names of verifications to their values, for the front page. */
  readonly head?: Readonly<Record<string, string>> | undefined;
  /** The counter of visits, if there is one. */
  readonly counter?: Counter | undefined;
  /** The service of comments, if there is one. */
  readonly comments?: Comments | undefined;
}

/** A link of a menu. */
export interface MenuLink {
  /** Plain text. */
  readonly label: string;
  /** A path inside the site without its prefix, or an address on the web. */
  readonly address: string;
}

/** A logo as pages show it, in each theme; the dark one where it is another. */
export interface SiteLogo {
  readonly light: LogoPicture;
  readonly dark?: LogoPicture | undefined;
}

export interface LogoPicture {
  /** Its place in the site, without the path prefix. */
  readonly path: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Who said it first. */
export interface Source {
  readonly name: string;
  readonly url?: string | undefined;
}

/** What articles are listed by, as they name it: plain text, and its part of an address. */
export interface LabelName {
  readonly name: string;
  readonly slug: string;
}

/** A topic as an article or a headline names it. */
export type TopicName = LabelName;

/** The formats that pictures are offered in besides their own, the smallest first. */
export type PictureFormat = "avif" | "webp";

/** A picture in another size and format than the editor gave it. */
export interface PictureVariant {
  readonly format: PictureFormat;
  /** In pixels. */
  readonly width: number;
  /** Its place in the site, without the path prefix: /articles/slug/photo-800.avif */
  readonly path: string;
}

/** A picture as pages show it. It names no file on disk: the same archive gives the same bytes. */
export interface Picture {
  /** Of the file as the editor gave it: its place in the site, without the path prefix. */
  readonly path: string;
  /** Alternative text; empty where the picture adds nothing to the text. */
  readonly alt: string;
  /** Plain text under it. */
  readonly caption?: string | undefined;
  /** In pixels, of the file as the editor gave it. */
  readonly width: number;
  readonly height: number;
  /** Grouped by format, each from narrow to wide; none for drawings and animations. */
  readonly variants: readonly PictureVariant[];
}

/** An image, a sound or a film that an article shows, as a file to be published. */
export interface ImageFile extends Pick<Picture, "path" | "variants"> {
  /** The file on disk. */
  readonly file: string;
}

/** A correction of an article. */
export interface Correction {
  readonly date: PublicationDate;
  /** Plain text. */
  readonly text: string;
}

/** A heading of an article's text. */
export interface Heading {
  readonly level: 2 | 3 | 4 | 5 | 6;
  /** Its id on the page. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
}

/** The same article in another language. */
export interface Translation {
  /** A BCP 47 tag. */
  readonly language: string;
  /** An absolute address, or a path inside the site with its prefix. */
  readonly address: string;
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
  /** Plain text, as they are to be named; none where nobody is. */
  readonly authors: readonly string[];
  /** Those of the authors who have a page; nothing where none has. */
  readonly bylines?: readonly LabelName[] | undefined;
  /** The section of the newspaper that it stands in; nothing where there are none. */
  readonly section?: LabelName | undefined;
  /** The series that it is a part of. */
  readonly series?: LabelName | undefined;
  /** The picture that stands above the text. */
  readonly picture?: Picture | undefined;
  /** Whether it is a draft, which only a preview shows. */
  readonly draft?: boolean | undefined;
  /** Whether it leads the front page, however old it is. */
  readonly pinned?: boolean | undefined;
  /** Whether it is a page that is no news, such as «Контакты»: no list of news has it. */
  readonly standing?: true | undefined;
}

export interface Article extends ArticleSummary {
  /** The text as HTML, links and images resolved. */
  readonly html: string;
  /** Every image of the text and the picture above it, then its sounds and films, each once. */
  readonly images: readonly ImageFile[];
  /** The headings of the text, in its order. */
  readonly headings: readonly Heading[];
  /** How long it takes to read, in whole minutes, 1 at least. */
  readonly readingMinutes: number;
  /** The latest first. */
  readonly corrections: readonly Correction[];
  /**
   * Addresses that it had before: paths without the prefix, decoded, with «/» at the end or .html:
   * /old/page/, /2019/news.html, /дом/
   */
  readonly aliases: readonly string[];
  readonly translations: readonly Translation[];
  /** Whether readers may not say anything of it. */
  readonly isClosed?: true | undefined;
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
  /** When it goes. */
  readonly expires?: PublicationDate | undefined;
  /** Where the whole story is: an address, or a path inside the site. */
  readonly link?: string | undefined;
  readonly topics: readonly TopicName[];
  readonly source?: Source | undefined;
}

/** An item of a list of news. */
export type NewsItem = ArticleSummary | Headline;

/** Words and phrases that mean the same: КНР, Китай, Китайская Народная Республика. */
export type SynonymGroup = readonly string[];
