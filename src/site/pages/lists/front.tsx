import { withPrefix } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { HeadlineColumn } from "../../components/headline-column.tsx";
import { LeadStory } from "../../components/lead-story.tsx";
import { Stories } from "../../components/stories.tsx";
import { TopicStrips } from "../../components/topic-strips.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { leadFirst } from "../../lead-first.ts";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

/** How many stories stand under the lead: about as high as the headlines beside them. */
const SECOND = 8;

/** How many follow across the page: whole rows of two and of three. */
const RIVER = 12;

/** With no more stories than this the headlines take the page under them, not a column beside. */
const FEW = 2;

/** How many headlines there is room for. */
const IN_COLUMN = 10;
const IN_PAGE = 30;

export const data = { permalink: "/index.html" };

export const render = page(({ site, lists }: ListsPageData) => {
  const { headlines, topics } = lists;
  const articles = leadFirst(lists.articles, lists.pinned);
  const isSparse = articles.length <= FEW;
  const [lead] = articles;
  const shown = articles.slice(0, 1 + SECOND + RIVER);
  return {
    path: "/",
    feeds: feedLinks(site, [...lists.articles, ...headlines]),
    body: (
      <div class={isSparse ? "front front-sparse" : "front"}>
        <div class={isSparse || headlines.length === 0 ? "front-stack" : "front-top"}>
          <div>
            {lead === undefined ? null : <LeadStory article={lead} site={site} />}
            <Stories class="second-stories" articles={shown.slice(1, 1 + SECOND)} site={site} />
          </div>
          <HeadlineColumn headlines={headlines} site={site} most={isSparse ? IN_PAGE : IN_COLUMN} />
        </div>
        <Stories class="river" articles={shown.slice(1 + SECOND)} site={site} />
        <TopicStrips topics={topics} shown={new Set(shown.map(({ path }) => path))} site={site} />
        {articles.length <= shown.length ? null : (
          <p class="more">
            <a href={withPrefix(site, "/archive/")}>{text(site, "list.allArticles")}</a>
          </p>
        )}
      </div>
    ),
  };
});
