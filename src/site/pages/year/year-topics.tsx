import {
  listPagePath,
  type NewsItem,
  type TopicName,
  topicPath,
  topicYearPath,
  withPrefix,
} from "../../../content/index.ts";
import { partName } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { type ListPage, Pager, paginate } from "../../components/pager.tsx";
import { itemsByTopic } from "../../group-by.ts";
import { page } from "../../page.tsx";
import type { YearData, YearPageData } from "../../types.ts";

/** A page of what belongs to a topic in one year. */
interface TopicPage {
  readonly topic: TopicName;
  /** The first page of the list. */
  readonly path: string;
  /** 2026, or UNDATED. */
  readonly year: string;
  readonly list: ListPage<NewsItem>;
}

interface Data extends YearPageData {
  readonly topicPage: TopicPage;
}

export const data = {
  pagination: {
    data: "years",
    size: 1,
    alias: "topicPage",
    before: (years: readonly YearData[]): TopicPage[] => years.flatMap(pagesOf),
  },
  permalink: ({ topicPage }: Data) => `${pathOf(topicPage)}index.html`,
};

export const render = page(({ site, topicPage }: Data) => {
  const { topic, path, year, list } = topicPage;
  const title = `${topic.name}, ${partName(year)}`;
  const trail = [
    { name: "Темы", path: "/topics/" },
    { name: topic.name, path: topicPath(topic.slug) },
  ];
  return {
    title: list.number === 1 ? title : `${title}, страница ${list.number}`,
    path: pathOf(topicPage),
    trail,
    body: (
      <div class="page">
        <PageHead title={title} site={site} trail={trail} />
        <NewsList items={list.items} site={site} />
        <Pager page={list} href={withPrefix(site, path)} />
      </div>
    ),
  };
});

function pagesOf({ name: year, articles, headlines, topics }: YearData): TopicPage[] {
  const items = itemsByTopic([...articles, ...headlines]);
  return topics.flatMap((topic) => {
    const own = items.get(topic.slug) ?? [];
    const path = topicYearPath(topic.slug, year);
    return own.length === 0 ? [] : paginate(own).map((list) => ({ topic, path, year, list }));
  });
}

function pathOf({ path, list }: TopicPage): string {
  return listPagePath(path, list.number);
}
