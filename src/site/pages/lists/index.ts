import type { PageModules } from "../page-names.ts";
import * as about from "./about.tsx";
import * as archive from "./archive.tsx";
import * as author from "./author.tsx";
import * as authors from "./authors.tsx";
import * as front from "./front.tsx";
import * as headlines from "./headlines.tsx";
import * as hostHeaders from "./host-headers.tsx";
import * as hostRedirects from "./host-redirects.tsx";
import * as manifest from "./manifest.tsx";
import * as notFound from "./not-found.tsx";
import * as offline from "./offline.tsx";
import * as opensearch from "./opensearch.tsx";
import * as robots from "./robots.tsx";
import * as search from "./search.tsx";
import * as section from "./section.tsx";
import * as series from "./series.tsx";
import * as sitemap from "./sitemap.tsx";
import * as sitemapNews from "./sitemap-news.tsx";
import * as sitemapPages from "./sitemap-pages.tsx";
import * as topic from "./topic.tsx";
import * as topics from "./topics.tsx";

/** The pages and maps that look over the whole archive. */
export const LIST_PAGES = {
  about,
  archive,
  author,
  authors,
  front,
  headlines,
  "host-headers": hostHeaders,
  "host-redirects": hostRedirects,
  manifest,
  "not-found": notFound,
  offline,
  opensearch,
  robots,
  search,
  section,
  series,
  sitemap,
  "sitemap-news": sitemapNews,
  "sitemap-pages": sitemapPages,
  topic,
  topics,
} satisfies PageModules<"lists">;
