import { withPrefix } from "../../../content/index.ts";
import { withPlural } from "../../../language/index.ts";
import { YearLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { page } from "../../page.tsx";
import type { ListsPageData, TopicSummary } from "../../types.ts";

interface Data extends ListsPageData {
  readonly topic: TopicSummary;
}

export const data = {
  pagination: { data: "lists.topics", size: 1, alias: "topic" },
  permalink: ({ topic }: Data) => `${topic.path}index.html`,
};

const TRAIL = [{ name: "Темы", path: "/topics/" }] as const;

export const render = page(({ site, topic }: Data) => ({
  title: topic.name,
  ...(topic.description === undefined ? {} : { description: topic.description }),
  path: topic.path,
  trail: TRAIL,
  feeds: feedLinks(site, topic.items, [topic]),
  body: (
    <div class="page">
      <PageHead title={topic.name} site={site} trail={TRAIL}>
        <span class="counted-feed">
          <span class="count">
            {withPlural(topic.count, ["материал", "материала", "материалов"])}
          </span>
          <a class="feed-link" href={withPrefix(site, `${topic.path}rss.xml`)}>
            RSS
          </a>
        </span>
      </PageHead>
      {topic.description === undefined ? null : <p>{topic.description}</p>}
      <NewsList items={topic.items} site={site} />
      <YearLinks parts={topic.years} site={site} />
    </div>
  ),
}));
