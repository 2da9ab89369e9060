import { type Article, iconOf, type Site, withPrefix } from "../../content/index.ts";
import { pagePolicy } from "../../hosting/headers.ts";
import { localeOf } from "../../interface/index.ts";
import { absoluteAddress } from "../feeds/address.ts";
import { feedLinks } from "../feeds/index.ts";
import { cardImage, ownShareImage, type ShareImage } from "../share-image.ts";
import {
  articleData,
  authorData,
  breadcrumbs,
  JsonLd,
  siteData,
} from "../structured-data/index.ts";
import type { PageContent, SiteData } from "../types.ts";
import { CommentsHead, hasComments } from "./comments.tsx";
import { HeadEnd } from "./slots.tsx";

type Props = SiteData & { readonly page: PageContent };

/** The same colours as in tokens.css: browsers colour their own bars with them. */
const PAPER = { light: "#fffefb", dark: "#141518" } as const;

/** The head of a document, for browsers, search engines and messengers. */
export function Head({ site, assets, page }: Props) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content={pagePolicy(site, hasComments(site, page.article?.article))}
      />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* First, for it says which colours are shown; and async, so that nothing waits for it. */}
      <script async type="module" src={withPrefix(site, assets.themeScript)} />
      <title>{titleOf(site, page)}</title>
      <meta name="description" content={descriptionOf(site, page)} />
      {page.early}
      {assets.fonts.map((font) => (
        <link
          key={font}
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={withPrefix(site, font)}
        />
      ))}
      <link rel="stylesheet" href={withPrefix(site, assets.styles)} />
      {page.article === undefined && (
        <link rel="stylesheet" href={withPrefix(site, assets.listStyles)} />
      )}
      <script async type="module" src={withPrefix(site, assets.readerScript)} />
      {assets.counterScript === undefined ? null : (
        <script async type="module" src={withPrefix(site, assets.counterScript)} />
      )}
      {hasComments(site, page.article?.article) ? (
        <CommentsHead site={site} assets={assets} />
      ) : null}
      {page.head}
      {assets.customStyles === undefined ? null : (
        <link rel="stylesheet" href={withPrefix(site, assets.customStyles)} />
      )}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={PAPER.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={PAPER.dark} />
      <SiteLinks site={site} page={page} />
      {page.path === "/" ? <Verifications site={site} /> : null}
      {page.hidden ? (
        <meta name="robots" content="noindex" />
      ) : (
        <SearchFacts site={site} page={page} />
      )}
      <HeadEnd site={site} page={page} />
    </head>
  );
}

function titleOf(site: Site, { title }: PageContent): string {
  return title === undefined ? site.name : `${title} — ${site.name}`;
}

function descriptionOf(site: Site, page: PageContent): string {
  if (page.description !== undefined) return page.description;
  return page.title === undefined ? site.description : `${page.title}. ${site.description}`;
}

/** Those who ask for them look at the front page alone. */
function Verifications({ site: { head = {} } }: Pick<Props, "site">) {
  return (
    <>
      {Object.entries(head).map(([name, content]) => (
        <meta key={name} name={name} content={content} />
      ))}
    </>
  );
}

/** Icons, feeds, the search of browsers. */
function SiteLinks({ site, page }: Pick<Props, "site" | "page">) {
  const to = (path: string): string => withPrefix(site, path);
  const feeds = page.feeds ?? feedLinks(site);
  const icon = iconOf(site);
  return (
    <>
      <link rel="icon" href={to(icon.path)} type={icon.type} />
      <link rel="apple-touch-icon" href={to("/assets/apple-touch-icon.png")} />
      <link rel="manifest" href={to("/manifest.webmanifest")} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={site.name}
        href={to("/opensearch.xml")}
      />
      {feeds.map(({ type, title, path }) => (
        <link key={path} rel="alternate" type={type} title={title} href={to(path)} />
      ))}
    </>
  );
}

/** What search engines and messengers show of a page. */
function SearchFacts({ site, page }: Pick<Props, "site" | "page">) {
  const address = absoluteAddress(site, page.path);
  const { article, author, trail } = page;
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content={openGraphLocale(site)} />
      <meta property="og:url" content={address} />
      <meta property="og:title" content={page.title ?? site.name} />
      <meta property="og:description" content={descriptionOf(site, page)} />
      <ShareFacts site={site} image={shareImageOf(site, page)} />
      {article === undefined ? (
        <meta property="og:type" content="website" />
      ) : (
        <ArticleFacts site={site} article={article.article} />
      )}
      {article === undefined ? null : <JsonLd data={articleData(site, article)} />}
      {author === undefined ? null : <JsonLd data={authorData(site, author)} />}
      {page.path === "/" ? <JsonLd data={siteData(site)} /> : null}
      {page.path === "/" ? null : (
        <JsonLd
          data={breadcrumbs(site, [
            { name: site.name, path: "/" },
            ...(trail ?? []),
            { name: page.title ?? site.name, path: page.path },
          ])}
        />
      )}
    </>
  );
}

function ArticleFacts({ site, article }: { site: Site; article: Article }) {
  const { date, updated, authors, topics, translations } = article;
  const own = { language: site.language, address: absoluteAddress(site, article.path) };
  return (
    <>
      <meta property="og:type" content="article" />
      {date && <meta property="article:published_time" content={date.iso} />}
      {updated && <meta property="article:modified_time" content={updated.iso} />}
      {topics.map(({ slug, name }) => (
        <meta key={slug} property="article:tag" content={name} />
      ))}
      {authors.map((author) => (
        <meta key={author} name="author" content={author} />
      ))}
      {translations.length === 0
        ? null
        : [own, ...translations].map(({ language, address }) => (
            <link
              key={language}
              rel="alternate"
              hrefLang={language}
              href={new URL(address, site.address).href}
            />
          ))}
    </>
  );
}

/** X takes missing facts from those of the others. */
function ShareFacts({ site, image }: { site: Site; image: ShareImage }) {
  return (
    <>
      <meta property="og:image" content={absoluteAddress(site, image.path)} />
      <meta property="og:image:type" content={image.type} />
      <meta property="og:image:width" content={`${image.width}`} />
      <meta property="og:image:height" content={`${image.height}`} />
      <meta property="og:image:alt" content={image.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** An article shows its own picture or has a card of its own; most other pages share the site's. */
function shareImageOf(site: Site, { article, path, hasCard, title }: PageContent): ShareImage {
  const own = article && ownShareImage(article.article);
  const folder = article === undefined && !hasCard ? "/" : path;
  return own ?? cardImage(folder, title ?? site.name);
}

/** OpenGraph wants a country: where none is said, the one of most who speak the language. */
function openGraphLocale(site: Site): string {
  const { language, region } = new Intl.Locale(localeOf(site.language)).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
