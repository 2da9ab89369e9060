import type {
  CorrectionComment,
  CreativeWorkSeries,
  ImageObject,
  NewsArticle,
  Person,
  WithContext,
} from "schema-dts";
import { type Article, type Correction, labelPath, type Site } from "../../content/index.ts";
import { teaser } from "../components/news-list.tsx";
import { absoluteAddress } from "../feeds/address.ts";
import { authorsOf } from "../feeds/item.ts";
import { cardImage, ownShareImage } from "../share-image.ts";
import type { ArticlePage } from "../types.ts";
import { toImage } from "./image.ts";
import { publisherOf } from "./page-data.ts";

/**
 * An article's own facts. A missing date or author is left out, however much search engines would like one.
 */
export function articleData(site: Site, { article }: ArticlePage): WithContext<NewsArticle> {
  const address = absoluteAddress(site, article.path);
  const description = teaser(article);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.title,
    description: description === "" ? undefined : description,
    url: address,
    mainEntityOfPage: { "@type": "WebPage", "@id": address },
    inLanguage: site.language,
    datePublished: article.date?.iso,
    dateModified: article.updated?.iso,
    author: article.authors.length === 0 ? undefined : personsOf(site, article),
    publisher: publisherOf(site),
    image: imagesOf(site, article),
    articleSection: sectionsOf(article),
    isPartOf: seriesOf(site, article),
    ...sourceOf(site, article),
    correction: article.corrections.length === 0 ? undefined : article.corrections.map(toComment),
  };
}

function seriesOf(site: Site, { series }: Article): CreativeWorkSeries | undefined {
  if (series === undefined) return undefined;
  const url = absoluteAddress(site, labelPath({ kind: "series", slug: series.slug }));
  return { "@type": "CreativeWorkSeries", name: series.name, url };
}

/** Its section and topics. */
function sectionsOf({ section, topics }: Article): string[] | undefined {
  const names = [...(section === undefined ? [] : [section]), ...topics].map(({ name }) => name);
  return names.length === 0 ? undefined : [...new Set(names)];
}

/** Who has a page is known by its address. */
function personsOf(site: Site, article: Article): Person[] {
  const authors = authorsOf(site, article);
  return authors.map(({ name, address }) => ({ "@type": "Person", name, url: address }));
}

/** Its picture, where it has one; and the card, where messengers show that. */
function imagesOf(site: Site, article: Article): ImageObject[] {
  const { picture } = article;
  const shown = ownShareImage(article);
  // What search engines take as well is the file itself, which is larger.
  if (shown !== undefined) return [toImage(site, isCommon(picture) ? picture : shown)];
  const card = toImage(site, cardImage(article.path, article.title));
  return picture === undefined ? [card] : [toImage(site, picture), card];
}

function isCommon(picture: Article["picture"]): picture is NonNullable<Article["picture"]> {
  return picture !== undefined && !picture.path.endsWith(".avif");
}

/** A source without an address can be named, but not pointed at. */
function sourceOf(
  site: Site,
  { source }: Article,
): Pick<Exclude<NewsArticle, string>, "isBasedOn" | "citation"> {
  if (source === undefined) return {};
  if (source.url === undefined) return { citation: source.name };
  return { citation: source.name, isBasedOn: new URL(source.url, site.address).href };
}

function toComment({ date, text }: Correction): CorrectionComment {
  return { "@type": "CorrectionComment", text, datePublished: date.iso };
}
