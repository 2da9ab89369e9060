import { type NewsItem, type Topic, withPrefix } from "../../content/index.ts";
import { NewsList } from "../components/news-list.tsx";
import { type ListPage, listPagePath, Pager, paginate } from "../components/pager.tsx";
import { page } from "../page.tsx";
import type { SiteData } from "../types.ts";

interface TopicPage {
  readonly topic: Topic;
  readonly list: ListPage<NewsItem>;
}

interface Data extends SiteData {
  readonly topicPage: TopicPage;
}

export const data = {
  pagination: {
    data: "archive.topics",
    size: 1,
    alias: "topicPage",
    before: (topics: readonly Topic[]): TopicPage[] =>
      topics.flatMap((topic) => paginate(topic.items).map((list) => ({ topic, list }))),
  },
  permalink: ({ topicPage }: Data) => `${pathOf(topicPage)}index.html`,
};

export const render = page(({ archive, topicPage }: Data) => {
  const { topic, list } = topicPage;
  return {
    title: list.number === 1 ? topic.name : `${topic.name}, страница ${list.number}`,
    path: pathOf(topicPage),
    body: (
      <div class="page">
        <p class="kicker">
          <a href={withPrefix(archive.site, "/topics/")}>Темы</a>
        </p>
        <h1>{topic.name}</h1>
        <NewsList items={list.items} site={archive.site} />
        <Pager page={list} href={withPrefix(archive.site, topic.path)} />
      </div>
    ),
  };
});

function pathOf({ topic, list }: TopicPage): string {
  return listPagePath(topic.path, list.number);
}
