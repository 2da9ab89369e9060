import { LabelHead } from "../../components/label-head.tsx";
import { YearLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { trailOf } from "../../label-trails.ts";
import { page } from "../../page.tsx";
import type { LabelSummary, ListsPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"topic", LabelSummary, ListsPageData>;

export const data = each("lists.topics", "topic", ({ path }: LabelSummary) => path);

export const render = page(({ site, topic }: Data) => ({
  title: topic.name,
  ...(topic.description === undefined ? {} : { description: topic.description }),
  path: topic.path,
  trail: trailOf("topic", site),
  feeds: feedLinks(site, topic.items, [topic]),
  body: (
    <div class="page">
      <LabelHead label={topic} site={site} trail={trailOf("topic", site)} />
      {topic.description === undefined ? null : <p>{topic.description}</p>}
      <NewsList items={topic.items} site={site} topic={topic.slug} />
      <YearLinks parts={topic.years} site={site} />
    </div>
  ),
}));
