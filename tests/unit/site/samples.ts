import type {
  Article,
  ArticleSummary,
  Headline,
  PublicationDate,
  Site,
  TopicName,
} from "../../../src/content/index.ts";
import type { ArchiveLists, LabelSummary } from "../../../src/site/index.ts";

/** Values of which tests of the site change what they are about. */

export const SITE: Site = {
  preview: false,
  name: "Вестник города & области",
  description: "Новости <без> прикрас",
  address: "https://vesti.example",
  pathPrefix: "/news/",
  language: "ru",
  timeZone: "Europe/Moscow",
  offline: false,
  allowBrokenLinks: false,
};

export const TOPIC: TopicName = { name: "Город", slug: "gorod" };

/** @param iso 2026-11-23, which begins in Moscow, or a time with an offset */
export function date(iso: string): PublicationDate {
  const epoch = Date.parse(iso.includes("T") ? iso : `${iso}T00:00:00+03:00`);
  return { iso, day: iso.slice(0, 10), epoch };
}

export function article(slug: string, fields: Partial<Article> = {}): Article {
  return {
    kind: "article",
    slug,
    path: `/articles/${slug}/`,
    title: `Статья ${slug}`,
    lead: `Начало статьи ${slug}.`,
    topics: [],
    authors: [],
    html: "<p>Начало.</p>",
    images: [],
    headings: [],
    readingMinutes: 1,
    corrections: [],
    aliases: [],
    translations: [],
    ...fields,
  };
}

export function headline(anchor: string, fields: Partial<Headline> = {}): Headline {
  const day = fields.date?.day.replaceAll("-", "/");
  const path = `/headlines/${day === undefined ? "" : `${day}/`}#${anchor}`;
  return { kind: "headline", anchor, path, text: `Заголовок ${anchor}`, topics: [], ...fields };
}

export function lists(fields: Partial<ArchiveLists> = {}): ArchiveLists {
  return {
    articles: [],
    months: [],
    headlines: [],
    topics: [],
    authors: [],
    sections: [],
    series: [],
    news: [],
    redirects: [],
    maps: [],
    standing: [],
    ...fields,
  };
}

export function topic(items: readonly (ArticleSummary | Headline)[]): LabelSummary {
  return { kind: "topic", ...TOPIC, path: "/topics/gorod/", count: items.length, items, years: [] };
}
