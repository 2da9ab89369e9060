import {
  type ArticleSummary,
  labelPath,
  type NewsItem,
  type Picture,
  type PublicationDate,
  type Site,
} from "../../content/index.ts";
import { teaser } from "../components/news-list.tsx";
import { absoluteAddress } from "./address.ts";

/** Who wrote something; `address` of their page, where they have one. */
export interface FeedAuthor {
  readonly name: string;
  readonly address?: string | undefined;
}

export interface FeedImage extends Pick<Picture, "width" | "height" | "caption"> {
  readonly address: string;
  /** The media type. */
  readonly type: string;
}

/** An article or a headline as feeds tell of it; texts are plain, addresses absolute. */
export interface FeedItem {
  /** Its address, which is also its permanent id. */
  readonly address: string;
  readonly title: string;
  /** Its beginning, or the editor's summary; empty for a headline, which is its title. */
  readonly teaser: string;
  /** The whole text as HTML; absent for headlines and old articles. */
  readonly html?: string | undefined;
  /** The editor's summary. */
  readonly summary?: string | undefined;
  readonly date?: PublicationDate | undefined;
  readonly updated?: PublicationDate | undefined;
  readonly authors: readonly FeedAuthor[];
  readonly topics: readonly string[];
  readonly image?: FeedImage | undefined;
  /** Where the whole story of a headline is. */
  readonly link?: string | undefined;
  /** Where an article was taken from. */
  readonly source?: string | undefined;
}

/** @param html as of FeedItem */
export function toFeedItem(site: Site, item: NewsItem, html: string | undefined): FeedItem {
  const { date, source } = item;
  const common = {
    address: absoluteAddress(site, item.path),
    date,
    topics: item.topics.map(({ name }) => name),
    source: source?.url === undefined ? undefined : absoluteLink(site, source.url),
  };
  if (item.kind === "headline") {
    const link = item.link === undefined ? undefined : absoluteLink(site, item.link);
    return { ...common, title: item.text, teaser: "", authors: [], link };
  }
  const { title, summary, updated } = item;
  const [authors, image] = [authorsOf(site, item), imageOf(site, item)];
  return { ...common, title, teaser: teaser(item), html, summary, updated, authors, image };
}

/** @param link an absolute address, or a path inside the site with its prefix */
function absoluteLink(site: Site, link: string): string {
  return new URL(link, site.address).href;
}

/** Who has a page is known by its address. */
export function authorsOf(site: Site, { authors, bylines = [] }: ArticleSummary): FeedAuthor[] {
  return authors.map((name) => {
    const own = bylines.find((one) => one.name === name);
    if (own === undefined) return { name };
    return { name, address: absoluteAddress(site, labelPath({ kind: "author", slug: own.slug })) };
  });
}

/** By the endings that pictures have (src/content/model/image-file.ts), where they are not the types' names. */
const TYPES: Readonly<Record<string, string>> = { jpg: "jpeg", svg: "svg+xml" };

function imageOf(site: Site, { picture }: ArticleSummary): FeedImage | undefined {
  if (picture === undefined) return undefined;
  const { path, width, height, caption } = picture;
  const ending = path.slice(path.lastIndexOf(".") + 1);
  const address = absoluteAddress(site, path);
  return { address, type: `image/${TYPES[ending] ?? ending}`, width, height, caption };
}
