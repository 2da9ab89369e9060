import { type ArticleSummary, listPagePath, withPrefix } from "../../../../src/content/index.ts";
import { NewsList } from "../../../../src/site/components/news-list.tsx";
import { type ListPage, Pager, paginate } from "../../../../src/site/components/pager.tsx";
import { page } from "../../../../src/site/page.tsx";
import type { SiteData } from "../../../../src/site/types.ts";
import type { Topic } from "../lists.ts";

interface TopicPage {
  readonly topic: Topic;
  readonly list: ListPage<ArticleSummary>;
}

interface Data extends SiteData {
  readonly topicPage: TopicPage;
}

export const data = {
  pagination: {
    data: "topics",
    size: 1,
    alias: "topicPage",
    before: (topics: readonly Topic[]): TopicPage[] =>
      topics.flatMap((topic) => paginate(topic.items).map((list) => ({ topic, list }))),
  },
  permalink: ({ topicPage }: Data) => `${pathOf(topicPage)}index.html`,
};

export const render = page(({ site, topicPage }: Data) => {
  const { topic, list } = topicPage;
  return {
    title: `${topic.name}, страница ${list.number}`,
    path: pathOf(topicPage),
    body: (
      <div class="page">
        <h1>{topic.name}</h1>
        <NewsList items={list.items} site={site} />
        <Pager site={site} page={list} href={withPrefix(site, topic.path)} />
      </div>
    ),
  };
});

function pathOf({ topic, list }: TopicPage): string {
  return listPagePath(topic.path, list.number);
}
