import { type ArticleSummary, withPrefix } from "../../../../src/content/index.ts";
import { NewsList } from "../../../../src/site/components/news-list.tsx";
import { Pager } from "../../../../src/site/components/pager.tsx";
import type { SiteData } from "../../../../src/site/types.ts";
import { documentOf } from "../document.tsx";
import { cut, type ListPage, pathIn, type Topic } from "../lists.ts";

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
      topics.flatMap((topic) => cut(topic.items).map((list) => ({ topic, list }))),
  },
  permalink: ({ topicPage }: Data) => `${pathOf(topicPage)}index.html`,
};

export const render = documentOf(({ site, topicPage }: Data) => {
  const { topic, list } = topicPage;
  return {
    title: `${topic.name}, страница ${list.number}`,
    path: pathOf(topicPage),
    body: (
      <div class="page">
        <h1>{topic.name}</h1>
        <NewsList items={list.items} site={site} />
        <Pager page={list} href={withPrefix(site, topic.path)} />
      </div>
    ),
  };
});

function pathOf({ topic, list }: TopicPage): string {
  return pathIn(topic.path, list.number);
}
