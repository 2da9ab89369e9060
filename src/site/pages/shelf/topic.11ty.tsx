import { withPrefix } from "../../../content/index.ts";
import { YearLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { page } from "../../page.tsx";
import type { ShelfPageData, TopicSummary } from "../../types.ts";

interface Data extends ShelfPageData {
  readonly topic: TopicSummary;
}

export const data = {
  pagination: { data: "shelf.topics", size: 1, alias: "topic" },
  permalink: ({ topic }: Data) => `${topic.path}index.html`,
};

export const render = page(({ site, topic }: Data) => ({
  title: topic.name,
  path: topic.path,
  body: (
    <div class="page">
      <p class="kicker">
        <a href={withPrefix(site, "/topics/")}>Темы</a>
      </p>
      <h1>{topic.name}</h1>
      <NewsList items={topic.items} site={site} />
      <YearLinks parts={topic.years} site={site} />
    </div>
  ),
}));
